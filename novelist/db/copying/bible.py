# SPDX-License-Identifier: MIT
"""The story bible of a novel, and the fields of its items, out of another library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.base import Base
from novelist.db.models import Alias, Entity, EntityField, ItemField, OutlineItem
from novelist.db.repositories.base import chunks
from novelist.db.repositories.entities import EntityRepository

Columns = dict[str, Any]


@dataclass(frozen=True)
class BibleRows:
    """Rows of entities, of what they have, and of fields of items.

    Deleted entities are among them: a named moment may hold them.
    """

    entities: list[Columns]
    aliases: list[Columns]
    fields: list[Columns]
    item_fields: list[Columns]


def read_bible(connection: Connection, novel_id: int) -> BibleRows:
    """All of a novel."""
    own = Entity.novel_id == novel_id
    ids = select(Entity.id).where(own)
    items = select(OutlineItem.id).where(OutlineItem.novel_id == novel_id)
    return BibleRows(
        _rows(connection, select(Entity.__table__).where(own).order_by(Entity.id)),
        _rows(connection, select(Alias.__table__).where(Alias.entity_id.in_(ids))),
        _rows(connection, select(EntityField.__table__).where(EntityField.entity_id.in_(ids))),
        _rows(connection, select(ItemField.__table__).where(ItemField.item_id.in_(items))),
    )


async def write_bible(
    session: AsyncSession, rows: BibleRows, novel_id: int, items: Mapping[int, int]
) -> dict[int, int]:
    """Add copies of them to the copy of their novel; ``items`` are copies by original.

    The copies of entities, by original.
    """
    fresh = [
        {name: value for name, value in row.items() if name not in ("id", "version")}
        | {"novel_id": novel_id, "version": 1}
        for row in rows.entities
    ]
    made = await EntityRepository(session).add_rows(fresh)
    entities = dict(zip((row["id"] for row in rows.entities), made, strict=True))
    await _add(session, Alias, rows.aliases, "entity_id", entities)
    await _add(session, EntityField, rows.fields, "entity_id", entities)
    await _add(session, ItemField, rows.item_fields, "item_id", items)
    return entities


async def _add(
    session: AsyncSession,
    model: type[Base],
    rows: list[Columns],
    owner: str,
    owners: Mapping[int, int],
) -> None:
    for part in chunks(row for row in rows if row[owner] in owners):
        fresh = [
            {name: value for name, value in row.items() if name != "id"}
            | {owner: owners[row[owner]]}
            for row in part
        ]
        await session.execute(insert(model), fresh)


def _rows(connection: Connection, statement: Select[Any]) -> list[Columns]:
    return [dict(row) for row in connection.execute(statement).mappings()]
