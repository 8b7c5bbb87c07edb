# SPDX-License-Identifier: MIT
"""A whole novel as a value: everything a writer put into it, for formats that lose nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from novelist.domain.comments import Placed
from novelist.domain.document import EMPTY, Document
from novelist.domain.entities import Entity, EntityField
from novelist.domain.enums import ItemKind, TargetUnit
from novelist.domain.recorded_past import RecordedPast
from novelist.domain.writing_days import WrittenDays


@dataclass(slots=True)
class NovelDetails:
    """What is said of a whole novel beside title, author and language; empty where nothing is."""

    subtitle: str = ""
    genre: str = ""
    series: str = ""
    series_index: int | None = None
    logline: str = ""
    synopsis: str = ""
    target: int | None = None
    deadline: date | None = None
    target_unit: TargetUnit = TargetUnit.WORDS
    cover: str = ""


@dataclass(frozen=True, slots=True)
class RecordedChoice:
    """A status or label with the name of its hue."""

    name: str
    hue: str


@dataclass(frozen=True, slots=True)
class RecordedItem:
    """One item, ``depth`` below the top; ``status`` and ``label`` are names of the novel's."""

    kind: ItemKind
    depth: int = 0
    title: str = ""
    document: Document = EMPTY
    synopsis: str = ""
    notes: str = ""
    status: str = ""
    label: str = ""
    target: int | None = None
    in_manuscript: bool = True
    is_trashed: bool = False
    comments: tuple[Placed, ...] = ()
    fields: tuple[EntityField, ...] = ()
    past: RecordedPast | None = None
    id: int = 0  # in its library; no part of what is written


@dataclass(frozen=True, slots=True)
class NovelRecord:
    """A novel: its items depth first, and the files of the pictures that they show, by digest."""

    title: str
    author: str = ""
    language: str = "en"
    details: NovelDetails = field(default_factory=NovelDetails)
    statuses: Sequence[RecordedChoice] = ()
    labels: Sequence[RecordedChoice] = ()
    items: Sequence[RecordedItem] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    entities: Sequence[Entity] = ()
    days: WrittenDays = field(default_factory=dict)
