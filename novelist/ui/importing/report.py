# SPDX-License-Identifier: MIT
"""The report of an import, as the text of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale, QObject

from novelist.domain.entities import EntityKind
from novelist.importers.base import ImportedEntity, ImportWarning
from novelist.ui.importing.counts import ImportCounts
from novelist.ui.importing.mapping_words import place_name, source_name, use_names
from novelist.ui.importing.notices import Notices
from novelist.ui.importing.outcome import Became, LeftItem, Outcome
from novelist.ui.labels import count_label, entity_kind_label, kind_label, stand_in


@dataclass(frozen=True, slots=True)
class MadeNovel:
    """A novel that has just been imported."""

    novel_id: int
    title: str
    words: int
    language: str
    source: str = ""
    """The name of the file."""
    warnings: tuple[ImportWarning, ...] = ()
    """What was left out, replaced or damaged."""
    outcome: Outcome = field(default_factory=Outcome)
    days: int = 0
    """Of how many days it is known how much was written."""


class ImportReport(QObject):
    """Says what became of files, in the language of the interface."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts = ImportCounts(self)
        self._notices = Notices(self)

    def text(self, made: Sequence[MadeNovel]) -> str:
        """A paragraph a novel: a head, then a line for each thing to be said."""
        blocks = []
        for novel in made:
            head = f"{novel.title} ({novel.source}), {self.length(novel)}"
            blocks.append("\n".join([head, *(f"- {line}" for line in self._lines(novel))]))
        return "\n\n".join(blocks) + "\n"

    def length(self, novel: MadeNovel) -> str:
        """Its words; of one without any its items."""
        words = count_label(novel.words, novel.language)
        return words if novel.words else self._counts.brief_items(novel.outcome.tally) or words

    def made(self, novel: MadeNovel) -> str:
        """How many chapters, scenes and notes were made; nothing of a novel without any."""
        items = self._counts.items(novel.outcome.tally)
        return self.tr("Made: {items}.").format(items=items) if items else ""

    def bible(self, entities: Mapping[EntityKind, int]) -> str:
        """How many came into the story bible."""
        found = self._counts.entities(entities)
        return self.tr("In the story bible: {found}.").format(found=found)

    def days(self, novel: MadeNovel) -> str:
        """Of how many days it is known how much was written."""
        return self.tr("In the writing history: %Ln days.", "", novel.days)

    def _lines(self, novel: MadeNovel) -> Iterator[str]:
        outcome = novel.outcome
        if made := self.made(novel):
            yield made
        if any(outcome.entities.values()):
            yield self.bible(outcome.entities)
        if novel.days:
            yield self.days(novel)
        separator = self.tr("; ", "between things of a report")
        if outcome.became:
            rows = separator.join(self._became(each, outcome) for each in outcome.became)
            yield self.tr("What becomes what: {rows}.").format(rows=rows)
        left = [*map(self._item, outcome.left_items), *map(self._entity, outcome.left_entities)]
        if left:
            yield self.tr("Left out by you: {things}.").format(things=separator.join(left))
        yield from self._notices.sentences(novel.warnings)

    def _became(self, each: Became, outcome: Outcome) -> str:
        """“Keywords (12) → Custom field”."""
        place = use_names()[each.use] if each.use else place_name(each.row.source)
        return self.tr("{name} ({count}) → {place}").format(
            name=source_name(each.row, outcome.format, outcome.label_name),
            count=QLocale().toString(each.row.count),
            place=place,
        )

    def _item(self, item: LeftItem) -> str:
        title = item.title or stand_in(item.kind, item.opening, "")
        named = self._named(kind_label(item.kind), title)
        if not item.inside:
            return named
        inside = self.tr("with %Ln items in it", "", item.inside)
        return self.tr("{thing}, {inside}").format(thing=named, inside=inside)

    def _entity(self, entity: ImportedEntity) -> str:
        return self._named(entity_kind_label(entity.kind), entity.name)

    def _named(self, kind: str, name: str) -> str:
        return self.tr("{kind} “{name}”").format(kind=kind, name=name)
