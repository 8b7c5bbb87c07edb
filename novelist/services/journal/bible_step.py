# SPDX-License-Identifier: MIT
"""What a step changes in the story bible and in fields of items: written, announced, undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.domain.changes import Action
from novelist.services.journal.announcing import announce_entities, announce_items

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(slots=True)
class BibleStep:
    """Values before and after, by entity and by item, as an ``Edit`` holds them."""

    entities_before: dict[int, dict[str, Any]] = field(default_factory=dict)
    entities_after: dict[int, dict[str, Any]] = field(default_factory=dict)
    fields_before: dict[int, dict[str, Any]] = field(default_factory=dict)
    fields_after: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def changes_something(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.entities_after or self.fields_after)

    def change_entity(self, key: int, now: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Let an entity have these values, as far as they are others."""
        self._change(self.entities_before, self.entities_after, key, now, new)

    def change_fields(self, item_id: int, now: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Let an item have these ``fields``, where they are others."""
        self._change(self.fields_before, self.fields_after, item_id, now, new)

    async def write(self, session: AsyncSession) -> None:
        """Let entities and items have the new values."""
        await EntityRepository(session).apply(self.entities_after)
        fields = {key: values["fields"] for key, values in self.fields_after.items()}
        await ItemFieldRepository(session).put(fields)

    def announce(self, session: AsyncSession, novel_id: int, initiator: str) -> None:
        """Say what changed."""
        by_action: dict[Action, list[int]] = {}
        for key, values in self.entities_after.items():
            by_action.setdefault(entity_action(values), []).append(key)
        for action, keys in by_action.items():
            announce_entities(session, novel_id, action, keys, initiator=initiator)
        if self.fields_after:
            announce_items(
                session, novel_id, Action.UPDATED, self.fields_after, initiator=initiator
            )

    @staticmethod
    def _change(
        before: dict[int, dict[str, Any]],
        after: dict[int, dict[str, Any]],
        key: int,
        now: Mapping[str, Any],
        new: Mapping[str, Any],
    ) -> None:
        others = {name: value for name, value in new.items() if value != now[name]}
        if others:
            before[key], after[key] = {name: now[name] for name in others}, others


def entity_action(values: Mapping[str, Any]) -> Action:
    """What it is for an entity to be given these values."""
    if "deleted_at" not in values:
        return Action.UPDATED
    return Action.RESTORED if values["deleted_at"] is None else Action.DELETED
