# SPDX-License-Identifier: MIT
"""Giving entities, and the fields of items, the values of an ``Edit``: nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.domain.changes import Action
from novelist.domain.edit import Edit, EditAction
from novelist.errors import StepImpossibleError, TextChangedError
from novelist.services.journal.announcing import announce_entities, announce_items
from novelist.services.journal.bible_step import entity_action

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


async def apply_to_entities(session: AsyncSession, edit: Edit, initiator: str) -> None:
    """Write them. Raises ``StepImpossibleError`` where one is gone for ever.

    Raises ``TextChangedError`` where one does not say what was left.
    """
    if not edit.entities_after:
        return
    entities = EntityRepository(session)
    found = await entities.values_of(edit.entities_after)
    if found.keys() != edit.entities_after.keys():
        raise StepImpossibleError(edit.command_id, "an entity is gone")
    for key, values in found.items():
        before = edit.entities_before[key]
        if any(values[name] != before[name] for name in values if name != "deleted_at"):
            raise TextChangedError(next(iter(edit.ids), 0))
    await entities.apply(edit.entities_after)
    for key, after in edit.entities_after.items():
        announce_entities(
            session, edit.novel_id or 0, entity_action(after), [key], initiator=initiator
        )


async def apply_to_fields(session: AsyncSession, edit: Edit, initiator: str) -> None:
    """Write the fields of items. Raises as ``apply_to_entities`` does.

    Of a step that is about more than that, items that are gone for ever are left out.
    """
    if not edit.fields_after:
        return
    there = await OutlineRepository(session).existing(edit.fields_after)
    if edit.action == EditAction.WRITE_FIELDS and not there.issuperset(edit.fields_after):
        raise StepImpossibleError(edit.command_id, "an item is gone")
    after = {key: values["fields"] for key, values in edit.fields_after.items() if key in there}
    fields = ItemFieldRepository(session)
    found = await fields.of_items(after)
    for key in after:
        if found.get(key, ()) != edit.fields_before[key]["fields"]:
            raise TextChangedError(key)
    await fields.put(after)
    announce_items(session, edit.novel_id or 0, Action.UPDATED, after, initiator=initiator)
