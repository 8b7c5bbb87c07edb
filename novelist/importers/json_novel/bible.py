# SPDX-License-Identifier: MIT
"""The story bible in a JSON file, and the custom fields of items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.importers.imported import ImportedEntity
from novelist.importers.json_novel.values import Fields
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part

_MOST: Final = 20_000  # entities; the longest saga has a tenth of that
_MOST_FIELDS: Final = 1_000  # of one entity or item: each is a row of a form


def read_entities(values: Sequence[Any], leftovers: Leftovers) -> list[ImportedEntity]:
    """The entities in their order; one of an unknown kind is of kind "other"."""
    leftovers.leave(Part.ENTITIES, count=max(0, len(values) - _MOST))
    return [_entity(Fields(value, "entities", leftovers), leftovers) for value in values[:_MOST]]


def read_fields(values: Sequence[Any], leftovers: Leftovers) -> list[EntityField]:
    """Pairs of name and value; what is none is noted as damaged."""
    leftovers.leave(Part.FIELDS, count=max(0, len(values) - _MOST_FIELDS))
    found: list[EntityField] = []
    for value in values[:_MOST_FIELDS]:
        if isinstance(value, list) and len(value) == 2 and all(isinstance(x, str) for x in value):
            found.append(EntityField(*map(without_lone_surrogates, value)))
        else:
            leftovers.damage(Part.FIELDS)
    return found


def _entity(fields: Fields, leftovers: Leftovers) -> ImportedEntity:
    kind, aliases = fields.text("kind"), fields.list("aliases")
    if EntityKind.of(kind) != kind or any(not isinstance(each, str) for each in aliases):
        fields.damage("kind" if EntityKind.of(kind) != kind else "aliases")
    entity = ImportedEntity(
        EntityKind.of(kind),
        fields.text("name"),
        [without_lone_surrogates(each) for each in aliases if isinstance(each, str)],
        fields.text("summary"),
        fields.text("notes"),
        read_fields(fields.list("fields"), leftovers),
    )
    fields.leave_others()
    return entity
