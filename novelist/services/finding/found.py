# SPDX-License-Identifier: MIT
"""What a search of a novel is asked, and what it answers: values alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from novelist.domain.finding.entity_words import Spot
from novelist.domain.finding.passages import Passage

BIBLE: Final = "bible"
"""The kind of the group that entities are found in."""


class Scope(StrEnum):
    """Where is looked."""

    SCENE = "scene"
    CHAPTER = "chapter"
    NOVEL = "novel"
    LIBRARY = "library"


class Field(StrEnum):
    """What of an item is looked through."""

    TITLE = "title"
    SYNOPSIS = "synopsis"
    TEXT = "text"  # with its footnotes
    NOTES = "notes"
    COMMENTS = "comments"  # on passages of the text, and what is answered
    BIBLE = "bible"  # entities of the novel, and the custom fields of its items


@dataclass(frozen=True, slots=True)
class Where:
    """What is searched: around an item of a novel, the novel, or every novel on the shelf."""

    scope: Scope
    novel_id: int | None = None
    item_id: int | None = None
    fields: frozenset[Field] = frozenset({Field.TEXT})


@dataclass(frozen=True, slots=True)
class Group:
    """The chapter that an item belongs to; an item in none is one of its own.

    Entities are in one of the kind ``BIBLE``, whose ``item_id`` is 0.
    """

    novel_id: int
    novel: str
    item_id: int
    kind: str
    title: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What was found in one field; ``expected`` is its digest or, of a short one, itself.

    Each comment is one by itself; the ``block`` of its address is its id too. So is each ``spot``
    of an entity, or of the fields of an item: there ``label`` is the name of a custom field.
    """

    field: Field
    expected: str
    passages: tuple[Passage, ...]
    comment_id: int | None = None
    spot: Spot | None = None
    label: str = ""

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(passage.spans) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Found:
    """One item, or one entity, with all that was found in it; an entity has the item 0."""

    group: Group
    place: int  # in the order of reading; what only footnotes hold may come later than that
    item_id: int
    kind: str
    title: str
    parts: tuple[FoundIn, ...]
    entity_id: int | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class Results:
    """What one step of a search found, and how far it has come."""

    found: tuple[Found, ...]
    looked_at: int
    total: int
