# SPDX-License-Identifier: MIT
"""What the writer lets labels and fields of a file become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from novelist.domain.entities import EntityField
from novelist.importers.imported import ImportedChoice, ImportedItem, ImportedNovel
from novelist.importers.named_lines import joined, named_lines
from novelist.importers.settling import choice_name, distinct

LABELS: Final = ""
"""The key of the file's own labels; those of fields are their names."""


class Use(StrEnum):
    """What something of a file becomes."""

    LABEL = "label"
    FIELD = "field"
    NOTE = "note"  # a line in the notes of its item
    OUT = "out"


class Uses:
    """A use for each label and field; an item has one label, so only one of them is labels."""

    def __init__(self) -> None:
        self._chosen: dict[str, Use] = {}

    def of(self, key: str) -> Use:
        """What becomes of it: labels are labels and fields fields, unless somebody chose."""
        return self._chosen.get(key, _usual(key))

    def choose(self, key: str, use: Use) -> None:
        """Let it become that; what was the label before becomes a field."""
        if use is Use.LABEL:
            others = [each for each in (LABELS, *self._chosen) if self.of(each) is Use.LABEL]
            self._chosen |= dict.fromkeys(others, Use.FIELD)
        self._chosen[key] = use

    def chosen(self) -> Mapping[str, Use]:
        """What differs from the usual."""
        return {key: use for key, use in self._chosen.items() if use is not _usual(key)}

    def applied(self, novel: ImportedNovel, items: Iterable[ImportedItem]) -> ImportedNovel:
        """The novel with these items, and with labels and fields as they were chosen."""
        if not self.chosen():
            return replace(novel, items=list(items))
        maker = _Maker(self, novel.label_name or "Label")
        made = [maker.item(each) for each in items]
        own = novel.labels if self.of(LABELS) is Use.LABEL else []
        labels = distinct([*own, *(ImportedChoice(name) for name in maker.labels)])
        return replace(novel, items=made, labels=labels)


def _usual(key: str) -> Use:
    return Use.FIELD if key else Use.LABEL


@dataclass(slots=True)
class _Said:
    """What an item says when the uses are applied."""

    label: str
    fields: list[EntityField]
    lines: list[tuple[str, str]]


class _Maker:
    def __init__(self, uses: Uses, label_name: str) -> None:
        self._uses = uses
        self._label_name = label_name
        self.labels: dict[str, None] = {}  # that were fields

    def item(self, item: ImportedItem) -> ImportedItem:
        """A copy with what is inside it."""
        said = _Said("", [], [])
        if item.label:
            self._say(said, LABELS, EntityField(self._label_name, item.label))
        for field in item.fields:
            if field.name:
                self._say(said, field.name, field)
            else:
                said.fields.append(field)
        return replace(
            item,
            label=said.label,
            fields=said.fields,
            notes=joined("\n".join(named_lines(said.lines)), item.notes),
            children=[self.item(each) for each in item.children],
        )

    def _say(self, said: _Said, key: str, field: EntityField) -> None:
        use = self._uses.of(key)
        if use is Use.LABEL:
            name = choice_name(field.value)
            if said.label or name != field.value.strip():  # no label holds it whole
                said.lines.append((field.name, field.value))
            said.label = said.label or name
            if key:
                self.labels[said.label] = None
        elif use is Use.FIELD:
            said.fields.append(field)
        elif use is Use.NOTE:
            said.lines.append((field.name, field.value))
