# SPDX-License-Identifier: MIT
"""A manuscript: what of a novel goes into a book, in reading order, with what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from novelist.domain.counting import ZERO, count_document
from novelist.domain.document import EMPTY, Document
from novelist.domain.enums import ItemKind
from novelist.domain.numbering import chapter_label
from novelist.domain.pictures import PictureFile

HEADED: Final = frozenset(
    {ItemKind.PART, ItemKind.CHAPTER, ItemKind.FOLDER, ItemKind.FRONT, ItemKind.BACK}
)
"""Kinds whose title is printed; the title of a scene is its working title."""


@dataclass(frozen=True, slots=True)
class ManuscriptItem:
    """One item of a manuscript, ``depth`` below the top; ``number`` is that of a chapter.

    Only Markdown takes items that are not in the manuscript, and notes.
    """

    kind: ItemKind
    title: str = ""
    document: Document = EMPTY
    depth: int = 0
    number: int | None = None
    in_manuscript: bool = True

    def heading(self, language: str) -> str:
        """The title as printed: "3  Loomings"; may be empty."""
        return chapter_label(self.number, language, self.title)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A novel ready to be written out: its items depth first, in order."""

    title: str
    author: str = ""
    language: str = "en"
    items: Sequence[ManuscriptItem] = ()
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """What its texts show, by digest, for formats that can show it."""

    def field(self, name: str) -> str | None:
        """What a placeholder stands for, or None where there is no such placeholder."""
        if name == "words":
            counts = sum((count_document(item.document) for item in self.items), ZERO)
            return f"{counts.words:,}"
        return {"title": self.title, "author": self.author, "language": self.language}.get(name)
