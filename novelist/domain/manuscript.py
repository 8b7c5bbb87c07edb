# SPDX-License-Identifier: MIT
"""A manuscript: what of a novel goes into a book, in reading order, with what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from novelist.domain.comments import Thread
from novelist.domain.counting import ZERO, count_document
from novelist.domain.document import BREAK_SYMBOL, EMPTY, Document
from novelist.domain.enums import ItemKind
from novelist.domain.languages import is_han
from novelist.domain.novel_record import NovelRecord
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
    headings: tuple[str, ...] | None = None
    """The lines of its heading as a preset composed them; None is what its language has."""

    @property
    def is_headed(self) -> bool:
        """Whether it has a heading of its own; a scene has where a preset gives it one."""
        return self.kind in HEADED or bool(self.headings)

    def heading_lines(self, language: str) -> tuple[str, ...]:
        """What is printed above it, line by line; may be empty."""
        if self.headings is not None:
            return self.headings
        label = chapter_label(self.number, language, self.title)
        return (label,) if label.strip() else ()

    def heading(self, language: str) -> str:
        """The title as printed, in one line: "3  Loomings"; may be empty."""
        return ("　" if is_han(language) else "  ").join(self.heading_lines(language))


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A novel ready to be written out: its items depth first, in order."""

    title: str
    author: str = ""
    language: str = "en"
    items: Sequence[ManuscriptItem] = ()
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """What its texts show, by digest, for formats that can show it."""
    scene_break: str = BREAK_SYMBOL
    """What stands between scenes; "" is an empty line."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What else placeholders may stand for."""
    threads: Mapping[str, Thread] = field(default_factory=dict)
    """The comments to be shown, by their marks, for formats that can show them."""
    record: NovelRecord | None = None
    """Everything of the novel, for a format that leaves nothing out."""

    def field(self, name: str) -> str | None:
        """What a placeholder stands for, or None where there is no such placeholder."""
        if name in self.fields:
            return self.fields[name]
        if name == "words":
            counts = sum((count_document(item.document) for item in self.items), ZERO)
            return f"{counts.words:,}"
        return {"title": self.title, "author": self.author, "language": self.language}.get(name)
