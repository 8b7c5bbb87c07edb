# SPDX-License-Identifier: MIT
"""What is in an RTF file, and why one cannot be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from novelist.domain import document as d
from novelist.importers.anchors import Anchors
from novelist.importers.deletions import Deletions
from novelist.importers.imported import ImportedComment
from novelist.importers.parts import Part


class NotRtfError(ValueError):
    """The bytes are no RTF, or ask for more than any text does."""


@dataclass(slots=True)
class RichText:
    """What is in an RTF file. ``left`` counts by name what has no place in a document.

    ``title_blocks`` are the places of the blocks set in the style of a book's title;
    ``deletions`` are what was deleted under track changes, a comment each.
    """

    blocks: list[d.Block] = field(default_factory=list)
    comments: list[ImportedComment] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    title: str = ""
    author: str = ""
    title_blocks: list[int] = field(default_factory=list)
    left: Counter[tuple[Part, str]] = field(default_factory=Counter)
    damaged_pictures: int = 0
    replaced: int = 0
    controls: int = 0
    is_cut_off: bool = False
    deletions: Deletions = field(default_factory=lambda: Deletions(Anchors()))
