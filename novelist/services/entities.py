# SPDX-License-Identifier: MIT
"""The story bible, and the fields of items: every change is one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action
from novelist.domain.edit import Edit, EditAction
from novelist.domain.entities import (
    Entity,
    EntityField,
    EntityKind,
    tidy_fields,
    tidy_name,
    tidy_values,
)
from novelist.errors import NotFoundError
from novelist.services.journal.announcing import announce_entities, announce_items
from novelist.services.journal.journal import goes_on, record

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

__all__ = [
    "Edit", "Entity", "EntityField", "EntityKind", "create_entity", "list_entities",
    "list_item_fields", "remove_entity", "write_entity", "write_item_fields",
]  # fmt: skip


async def list_entities(novel_id: int) -> list[Entity]:
    """The story bible of a novel: by kind, and in their order within it."""
    async with read_session() as session:
        return await EntityRepository(session).list_for_novel(novel_id)


async def create_entity(
    novel_id: int, *, kind: EntityKind, name: str = "", initiator: str = ""
) -> Edit:
    """Add an entity after the others; its id is the key of ``entities_after``.

    Undo puts it out of sight, so that redo finds all that was written of it. Raises
    ``NotFoundError`` where there is no such novel.
    """

    async def command(session: AsyncSession) -> Edit:
        if await NovelRepository(session).find(novel_id) is None:
            raise NotFoundError("novel", novel_id)
        values = tidy_values({"kind": kind, "name": name})
        key = await EntityRepository(session).create(novel_id, values)
        announce_entities(session, novel_id, Action.CREATED, [key], initiator=initiator)
        edit = Edit(
            EditAction.CREATE_ENTITY,
            novel_id,
            (),
            entities_before={key: {"deleted_at": utc_now()}},
            entities_after={key: {"deleted_at": None}},
            subject=values["name"],
        )
        return await record(session, edit)

    return await writer().submit(command)


async def write_entity(
    entity_id: int, values: Mapping[str, Any], *, typed: bool = False, initiator: str = ""
) -> Edit:
    """Write any of kind, name, aliases, summary, notes and fields.

    What is ``typed`` into one field joins until there is a pause. One that was deleted meanwhile
    is there again: nothing is written where nobody sees it. A name is one line of at most
    ``LONGEST_NAME`` characters; what is longer is cut. Raises ``NotFoundError``.
    """
    wanted = tidy_values(values)

    async def command(session: AsyncSession) -> Edit:
        entities = EntityRepository(session)
        row = await entities.get(entity_id)
        found = (await entities.values_of({entity_id: wanted}))[entity_id]
        name = wanted.get("name", row.name)
        edit = _edit(EditAction.WRITE_ENTITY, row.novel_id, entity_id, found, wanted, name)
        edit = replace(edit, typed=typed)
        if not edit.changes_something:
            return edit
        if row.deleted_at is not None:
            hidden, seen = {"deleted_at": row.deleted_at}, {"deleted_at": None}
            edit = _edit(edit.action, row.novel_id, entity_id, found | hidden, wanted | seen, name)
        await _put(session, edit, Action.UPDATED, initiator)
        return edit if await goes_on(session, edit) else await record(session, edit)

    return await writer().submit(command)


async def remove_entity(entity_id: int, *, initiator: str = "") -> Edit:
    """Delete an entity; undo brings it back with all that it had. Raises ``NotFoundError``."""

    async def command(session: AsyncSession) -> Edit:
        row = await EntityRepository(session).get(entity_id)
        before = {"deleted_at": row.deleted_at}
        after = {"deleted_at": row.deleted_at or utc_now()}
        edit = _edit(EditAction.REMOVE_ENTITY, row.novel_id, entity_id, before, after, row.name)
        if edit.changes_something:
            await _put(session, edit, Action.DELETED, initiator)
        return await record(session, edit)

    return await writer().submit(command)


async def list_item_fields(novel_id: int) -> dict[int, tuple[EntityField, ...]]:
    """The custom fields of the items of a novel, by item; those without any are left out."""
    async with read_session() as session:
        return await ItemFieldRepository(session).list_for_novel(novel_id)


async def write_item_fields(
    item_id: int, fields: Iterable[EntityField], *, initiator: str = ""
) -> Edit:
    """Let an item have these custom fields and no others. Raises ``NotFoundError``."""
    wanted = tidy_fields(fields)

    async def command(session: AsyncSession) -> Edit:
        item = await OutlineRepository(session).get(item_id)
        repository = ItemFieldRepository(session)
        found = (await repository.of_items([item_id])).get(item_id, ())
        edit = Edit(
            EditAction.WRITE_FIELDS,
            item.novel_id,
            (item_id,),
            fields_before={item_id: {"fields": found}},
            fields_after={item_id: {"fields": wanted}},
        )
        if edit.changes_something:
            await repository.put({item_id: wanted})
            announce_items(session, item.novel_id, Action.UPDATED, [item_id], initiator=initiator)
        return await record(session, edit)

    return await writer().submit(command)


def _edit(
    action: EditAction | str,
    novel_id: int | None,
    key: int,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    name: str,
) -> Edit:
    return Edit(
        action,
        novel_id,
        (),
        entities_before={key: before},
        entities_after={key: after},
        subject=tidy_name(name),
    )


async def _put(session: AsyncSession, edit: Edit, action: Action, initiator: str) -> None:
    await EntityRepository(session).apply(edit.entities_after)
    announce_entities(session, edit.novel_id or 0, action, edit.entities_after, initiator=initiator)
