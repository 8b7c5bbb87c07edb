# SPDX-License-Identifier: MIT
"""A novel as compiling takes it: its details and the whole of its outline with the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from novelist.domain.comments import Thread
from novelist.domain.compiling.choosing import Candidate
from novelist.domain.pictures import PictureFile


@dataclass(frozen=True, slots=True)
class Book:
    """All of a novel that compiling needs; ``contact`` is how to reach its author."""

    title: str
    author: str = ""
    language: str = "en"
    subtitle: str = ""
    series: str = ""
    series_index: int | None = None
    synopsis: str = ""
    contact: str = ""
    year: int = 0
    candidates: Sequence[Candidate] = ()
    threads: Mapping[str, Thread] = field(default_factory=dict)
    id: int = 0
    """Its number in the library."""
    uuid: str = ""
    """What tells it from all other novels, for ever."""
    modified: str = ""
    """When something in it was changed last: "2026-11-22T12:00:00Z"."""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
