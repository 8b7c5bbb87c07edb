# SPDX-License-Identifier: MIT
"""What a story bible knows of: people, places, things, groups, storylines; and custom fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from novelist.domain.lone_surrogates import without_lone_surrogates

LONGEST_NAME: Final = 300  # characters of a name, or of another name
LONGEST_FIELD_NAME: Final = 200


class EntityKind(StrEnum):
    """What an entity is. Lists of them are in this order."""

    CHARACTER = "character"
    PLACE = "place"
    THING = "thing"
    GROUP = "group"
    THREAD = "thread"  # a storyline; its steps are its notes
    OTHER = "other"

    @classmethod
    def of(cls, text: str) -> EntityKind:
        """The kind of that name; one that a newer version knows is ``OTHER`` here."""
        return next((kind for kind in cls if kind == text), cls.OTHER)


@dataclass(frozen=True, slots=True)
class EntityField:
    """A field of the writer's own: of an entity, or of an item of the outline."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One of them; ``aliases`` are its other names, ``summary`` a line or two of what it is."""

    id: int
    novel_id: int
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    summary: str = ""
    notes: str = ""
    fields: tuple[EntityField, ...] = ()


def tidy_name(text: str, longest: int = LONGEST_NAME) -> str:
    """The text as one line that a column of a database takes, cut where it is too long."""
    return without_lone_surrogates(" ".join(text.splitlines()))[:longest]


def tidy_aliases(given: Iterable[str]) -> tuple[str, ...]:
    """Each other name once; those that say nothing are left out."""
    return tuple(dict.fromkeys(name for each in given if (name := tidy_name(each).strip())))


def tidy_fields(given: Iterable[EntityField]) -> tuple[EntityField, ...]:
    """The fields in their order; one without a name and a value is left out."""
    tidied = (
        EntityField(tidy_name(each.name, LONGEST_FIELD_NAME), without_lone_surrogates(each.value))
        for each in given
    )
    return tuple(each for each in tidied if each.name.strip() or each.value.strip())


def tidy_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """What may be written of an entity, as it is kept. Raises ``KeyError`` for another name."""
    return {name: _TIDY[name](value) for name, value in values.items()}


_TIDY: Final[Mapping[str, Callable[[Any], Any]]] = {
    "kind": lambda kind: str(EntityKind(kind)),
    "name": tidy_name,
    "aliases": tidy_aliases,
    "summary": without_lone_surrogates,
    "notes": without_lone_surrogates,
    "fields": tidy_fields,
}
