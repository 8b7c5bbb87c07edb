# SPDX-License-Identifier: MIT
"""What is written and not yet in the store: an entity of the bible, or the fields of a scene."""

from __future__ import annotations

from typing import Any, Final

from novelist.domain.entities import (
    Entity,
    EntityField,
    EntityKind,
    tidy_values,
)

COLUMNS: Final = ("kind", "name", "aliases", "summary", "notes", "fields")


class Draft:
    """An entity as the form shows it; ``stored`` is what of it is in the store."""

    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    summary: str
    notes: str
    fields: tuple[EntityField, ...]

    def __init__(self, stored: Entity) -> None:
        self.id = stored.id
        self._stored: dict[str, Any] = {}
        for column in COLUMNS:
            self._stored[column] = value = getattr(stored, column)
            setattr(self, column, value)

    @property
    def unsaved(self) -> dict[str, Any]:
        """What was changed since, by column."""
        return {
            column: value
            for column in COLUMNS
            if (value := getattr(self, column)) != self._stored[column]
        }

    def is_typed(self, column: str) -> bool:
        """Whether what is unsaved of a column was typed; else it is a step of its own."""
        if column != "fields":
            return column != "kind"
        before, now = self._stored[column], self.fields
        differing = sum(old != new for old, new in zip(before, now, strict=False))
        return len(now) >= len(before) and differing <= 1

    def note_saved(self, column: str, value: object) -> None:
        """The store has this now."""
        self._stored[column] = value

    def give_up(self) -> None:
        """What is unsaved of it cannot be saved any more."""
        self._stored.update(self.unsaved)

    def take(self, stored: Entity) -> bool:
        """Take over what others wrote, but not over what is unsaved; whether anything changed."""
        changed = False
        for column in COLUMNS:
            value = getattr(stored, column)
            if self._stored[column] == value:
                continue
            is_ours = getattr(self, column) != self._stored[column]
            self._stored[column] = value
            if not is_ours:
                setattr(self, column, value)
                changed = True
        return changed


class FieldsDraft:
    """The custom fields of one scene while they are written."""

    def __init__(self, item_id: int, fields: tuple[EntityField, ...]) -> None:
        self.id = item_id
        self.fields = self.stored = fields

    @property
    def is_unsaved(self) -> bool:
        """Whether something else is written than the store has."""
        return self.fields != self.stored

    def take(self, stored: tuple[EntityField, ...]) -> None:
        """Take over what others wrote, but not over what is unsaved."""
        if not self.is_unsaved:
            self.fields = stored
        self.stored = stored


def aliases_from(text: str) -> tuple[str, ...]:
    """Other names, one a line."""
    found: tuple[str, ...] = tidy_values({"aliases": text.split("\n")})["aliases"]
    return found


def aliases_text(aliases: tuple[str, ...]) -> str:
    """Other names as they are typed."""
    return "\n".join(aliases)
