# SPDX-License-Identifier: MIT
"""The story bible in a named moment of a novel: as it was, and as part of the packed outline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from novelist.domain.entities import EntityField

COLUMNS: Final = ("kind", "position", "name", "summary", "notes", "aliases", "fields")
"""What is kept of an entity."""

Fields = tuple[EntityField, ...]


@dataclass(frozen=True, slots=True)
class BibleSnapshot:
    """The columns of each entity, by id, and the custom fields of items that had any."""

    entities: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    fields: Mapping[int, Fields] = field(default_factory=dict)

    def moved(self, entities: Mapping[int, int], items: Mapping[int, int]) -> BibleSnapshot:
        """The same under the ids of a copy; what has none there is left out."""
        return BibleSnapshot(
            {entities[key]: values for key, values in self.entities.items() if key in entities},
            {items[key]: fields for key, fields in self.fields.items() if key in items},
        )


def bible_to_json(bible: BibleSnapshot) -> dict[str, Any]:
    """As values of JSON."""
    rows = [
        [key, *(_plain(name, values[name]) for name in COLUMNS)]
        for key, values in bible.entities.items()
    ]
    fields = [[key, _pairs(fields)] for key, fields in bible.fields.items()]
    return {"columns": ["id", *COLUMNS], "entities": rows, "fields": fields}


def bible_from_json(value: Mapping[str, Any]) -> BibleSnapshot:
    """What ``bible_to_json`` made; columns that are not known here are left out.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else.
    """
    entities: dict[int, dict[str, Any]] = {}
    for row in value["entities"]:
        values = dict(zip(value["columns"], row, strict=True))
        entities[int(values["id"])] = {name: _whole(name, values[name]) for name in COLUMNS}
    return BibleSnapshot(entities, {int(key): _fields(pairs) for key, pairs in value["fields"]})


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - of a column
    return _pairs(value) if name == "fields" else list(value) if name == "aliases" else value


def _whole(name: str, value: Any) -> Any:  # noqa: ANN401 - of a column
    return _fields(value) if name == "fields" else tuple(value) if name == "aliases" else value


def _pairs(fields: Iterable[EntityField]) -> list[list[str]]:
    return [[each.name, each.value] for each in fields]


def _fields(pairs: Iterable[tuple[str, str]]) -> Fields:
    return tuple(EntityField(name, value) for name, value in pairs)
