# SPDX-License-Identifier: MIT
"""What an import made, what it was made of, and what the writer left out. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from novelist.domain.entities import EntityKind
from novelist.domain.enums import ImportFormat, ItemKind
from novelist.importers.base import ImportedEntity
from novelist.importers.mapped import Mapped, Source, mapped
from novelist.importers.uses import LABELS, Use
from novelist.ui.importing.plan import Choice, ImportPlan, PlannedItem


@dataclass(frozen=True, slots=True)
class Became:
    """So many things of one sort, and what the writer let labels and fields become."""

    row: Mapped
    use: Use | None = None


@dataclass(frozen=True, slots=True)
class LeftItem:
    """An item that the writer left out, with all that is in it."""

    kind: ItemKind
    title: str
    opening: str
    inside: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that the report says of a novel beside its words and the warnings of its file."""

    tally: Mapping[ItemKind, int] = field(default_factory=dict)
    """How many items of each kind were made, the trash left aside."""
    entities: Mapping[EntityKind, int] = field(default_factory=dict)
    """How many of each kind came into the story bible."""
    became: tuple[Became, ...] = ()
    format: ImportFormat = ImportFormat.TEXT
    label_name: str = ""
    left_items: tuple[LeftItem, ...] = ()
    left_entities: tuple[ImportedEntity, ...] = ()


def outcome_of(plan: ImportPlan, format: ImportFormat) -> Outcome:
    """What became of a plan of a file of that format. Walks every text."""
    items = [item.result() for item in plan.items if item.choice is not Choice.OUT]
    entities = [each.entity for each in plan.people if each.is_chosen]
    rows = mapped(replace(plan.novel, items=items, entities=entities))
    return Outcome(
        plan.tally(),
        plan.entities(),
        tuple(Became(row, _use(plan, row)) for row in rows),
        format,
        plan.novel.label_name,
        tuple(each for item in plan.items for each in _left(item)),
        tuple(each.entity for each in plan.people if not each.is_chosen),
    )


def _use(plan: ImportPlan, row: Mapped) -> Use | None:
    if row.source is Source.LABEL:
        return plan.uses.of(LABELS)
    return plan.uses.of(row.name) if row.source is Source.FIELD else None


def _left(item: PlannedItem) -> Iterator[LeftItem]:
    """The highest items that are left out."""
    if item.choice is Choice.OUT:
        inside = sum(1 for _ in item.walk()) - 1
        yield LeftItem(item.kind, item.title, item.opening, inside)
    else:
        for child in item.children:
            yield from _left(child)
