# SPDX-License-Identifier: MIT
"""What is in force at a place of an RTF file; each group begins with that of the group around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from novelist.domain.document import Mark
from novelist.importers.rtf.blocks import BlockBuilder


class Place(Enum):
    """What the words of a group are for."""

    TEXT = auto()  # of the document, a footnote or a comment
    WORDS = auto()  # gathered for whoever asked for them
    FONTS = auto()
    STYLES = auto()
    PICTURE = auto()
    NOWHERE = auto()


@dataclass(slots=True)
class Paragraph:
    """How the paragraph is set; ``level`` is that of a heading from 1, or 0."""

    style: int = 0
    level: int = 0
    align: str = ""
    left: int = 0  # in twentieths of a point
    first: int = 0
    list_depth: int = 0


@dataclass(slots=True)
class Link:
    """A field: what it is told by its instruction, which stands before its words."""

    address: str = ""


@dataclass(slots=True)
class State:
    """One group. ``ended`` is called when it closes, with the state that it has then."""

    place: Place
    builder: BlockBuilder
    gathered: list[str]
    font: int = -1
    fallback: int = 1  # bytes after a number of Unicode, for readers that do not know it
    marks: frozenset[Mark] = frozenset()
    is_hidden: bool = False
    is_deleted: bool = False
    deleted_by: int = 0  # the place in the table of those who changed something
    deleted_at: int = 0
    in_information: bool = False
    has_said_star: bool = False
    link: Link | None = None
    around: Place = Place.TEXT  # where the second form of a text with two belongs
    paragraph: Paragraph = field(default_factory=Paragraph)
    ended: Callable[[State], None] | None = None
    is_shared: bool = False

    def inner(self) -> State:
        """The state at the beginning of a group inside."""
        return State(
            self.place,
            self.builder,
            self.gathered,
            self.font,
            self.fallback,
            self.marks,
            self.is_hidden,
            self.is_deleted,
            self.deleted_by,
            self.deleted_at,
            self.in_information,
            False,
            self.link,
            self.around,
            self.paragraph,
            is_shared=True,
        )

    def own(self) -> Paragraph:
        """How the paragraph is set, to be changed here and not in the group around."""
        if self.is_shared:
            self.paragraph, self.is_shared = replace(self.paragraph), False
        return self.paragraph
