# SPDX-License-Identifier: MIT
"""What a file says beside its texts, counted: from this a writer sees what becomes what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from novelist.domain import document as d
from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem, ImportedNovel

MOST_FIELDS: Final = 40
"""Fields that are told apart; a hostile file has as many as it likes."""


class Source(StrEnum):
    """What a thing is in the file."""

    ENTITY = "entity"  # its name is that of its kind
    LABEL = "label"
    FIELD = "field"  # of its own name: metadata, keywords, references
    STATUS = "status"
    SYNOPSIS = "synopsis"
    NOTES = "notes"  # of an item
    TARGET = "target"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    PICTURE = "picture"
    VERSION = "version"
    NOTE = "note"  # an item outside the manuscript
    TRASHED = "trashed"
    DAY = "day"  # on which something was written


@dataclass(frozen=True, slots=True)
class Mapped:
    """So many things of one sort; ``name`` is "" where there is one sort alone."""

    source: Source
    count: int
    name: str = ""


def mapped(novel: ImportedNovel) -> list[Mapped]:
    """What occurs in a novel, in the order of ``Source``; fields by how many have them."""
    counts: Counter[tuple[Source, str]] = Counter()
    for item in novel.walk():
        counts.update(_said_of(item))
    for top in novel.items:
        counts[Source.TRASHED, ""] += _trashed(top)
    counts[Source.DAY, ""] = len(novel.days)
    found = [Mapped(source, count, name) for (source, name), count in counts.items() if count]
    order = list(Source)
    found.sort(key=lambda each: (order.index(each.source), -each.count))
    fields = [each for each in found if each.source is Source.FIELD]
    return [*_entities(novel), *(each for each in found if each not in fields[MOST_FIELDS:])]


def _entities(novel: ImportedNovel) -> list[Mapped]:
    counts = Counter(each.kind for each in novel.entities)
    return [Mapped(Source.ENTITY, counts[kind], kind) for kind in EntityKind if counts[kind]]


def _said_of(item: ImportedItem) -> Iterator[tuple[Source, str]]:
    plain = (
        (Source.LABEL, item.label),
        (Source.STATUS, item.status),
        (Source.SYNOPSIS, item.synopsis),
        (Source.NOTES, item.notes),
        (Source.TARGET, item.target),
        (Source.NOTE, item.kind is ItemKind.NOTE and not item.is_trashed),
    )
    yield from ((source, "") for source, value in plain if value)
    yield from {(Source.FIELD, each.name): None for each in item.fields if each.name}
    yield from ((Source.COMMENT, "") for _ in item.comments)
    yield from ((Source.VERSION, "") for _ in item.versions)
    for block in item.document:
        if block.kind == d.IMAGE_BLOCK:
            yield Source.PICTURE, ""
        for inline in block.inlines:
            if isinstance(inline, d.Atom) and inline.kind in _ATOMS:
                yield _ATOMS[inline.kind], ""


_ATOMS: Final = {d.FOOTNOTE: Source.FOOTNOTE, d.IMAGE: Source.PICTURE}


def _trashed(item: ImportedItem) -> int:
    """How many items lie in the trash, what is in them counted too."""
    if item.is_trashed:
        return sum(1 for _ in item.walk())
    return sum(map(_trashed, item.children))
