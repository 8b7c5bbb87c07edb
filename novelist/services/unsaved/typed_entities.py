# SPDX-License-Identifier: MIT
"""Words of the story bible that could not be saved: compared with the library, and put there."""

from __future__ import annotations

from collections.abc import Mapping

from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.session import read_session
from novelist.domain.entities import EntityKind, tidy_fields
from novelist.domain.finding.entity_words import read_columns, read_fields
from novelist.errors import NotFoundError
from novelist.services.entities import create_entity, write_entity, write_item_fields


async def has_words(entity_id: int, novel_id: int, words: Mapping[str, str]) -> bool:
    """Whether an entity says all of this. Raises ``NotFoundError`` where the novel has no such."""
    wanted = read_columns(words)
    async with read_session() as session:
        entities = EntityRepository(session)
        found = await entities.values_of({entity_id: {"novel_id": None, **wanted}})
    if found.get(entity_id, {}).get("novel_id") != novel_id:
        raise NotFoundError("entity", entity_id)
    return {name: found[entity_id][name] for name in wanted} == wanted


async def put_words(entity_id: int, words: Mapping[str, str]) -> None:
    """Let an entity say this, deleted or not; one step of undo. Raises ``NotFoundError``."""
    await write_entity(entity_id, read_columns(words))


async def keep_as_entity(novel_id: int, name: str, words: Mapping[str, str]) -> int:
    """Put words of an entity that is gone into a new one; its id. Raises ``NotFoundError``."""
    values = read_columns(words)
    kind = EntityKind(values.pop("kind", EntityKind.OTHER))
    made = await create_entity(novel_id, kind=kind, name=values.pop("name", name))
    (key,) = made.entities_after
    if values:
        await write_entity(key, values)
    return key


async def has_fields(item_id: int, words: str) -> bool:
    """Whether an item has these custom fields, and no others."""
    async with read_session() as session:
        found = await ItemFieldRepository(session).of_items([item_id])
    return found.get(item_id, ()) == tidy_fields(read_fields(words))


async def put_fields(item_id: int, words: str) -> None:
    """Let an item have these custom fields; one step of undo. Raises ``NotFoundError``."""
    await write_item_fields(item_id, read_fields(words))
