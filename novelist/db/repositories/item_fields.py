# SPDX-License-Identifier: MIT
"""The fields that a writer gave to items of the outline."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import delete, insert, select

from novelist.db.models import ItemField, OutlineItem
from novelist.db.repositories.base import Repository, chunks
from novelist.domain.entities import EntityField

Fields = tuple[EntityField, ...]


class ItemFieldRepository(Repository):
    """All fields of an item at once."""

    model = ItemField

    async def list_for_novel(self, novel_id: int) -> dict[int, Fields]:
        """The fields of every item of a novel that has any, the Trash included."""
        return await self.list_for_novels([novel_id])

    async def list_for_novels(self, novel_ids: Collection[int]) -> dict[int, Fields]:
        """Those of several novels, in one statement."""
        rows = await self._session.execute(
            select(ItemField.item_id, ItemField.name, ItemField.value)
            .join(OutlineItem, OutlineItem.id == ItemField.item_id)
            .where(OutlineItem.novel_id.in_(list(novel_ids)))
            .order_by(ItemField.item_id, ItemField.position, ItemField.id)
        )
        return _by_item((key, name, value) for key, name, value in rows)

    async def of_items(self, ids: Collection[int]) -> dict[int, Fields]:
        """The fields of those of these items that have any."""
        found: dict[int, Fields] = {}
        for part in chunks(ids):
            rows = await self._session.execute(
                select(ItemField.item_id, ItemField.name, ItemField.value)
                .where(ItemField.item_id.in_(part))
                .order_by(ItemField.position, ItemField.id)
            )
            found |= _by_item((key, name, value) for key, name, value in rows)
        return found

    async def put(self, values: Mapping[int, Fields]) -> None:
        """Let these items have these fields and no others."""
        for part in chunks(values):
            gone = delete(ItemField).where(ItemField.item_id.in_(part))
            await self._session.execute(gone, execution_options={"synchronize_session": False})
        fresh = [
            {"item_id": key, "name": each.name, "value": each.value, "position": place}
            for key, fields in values.items()
            for place, each in enumerate(fields)
        ]
        if fresh:
            await self._session.execute(insert(ItemField), fresh)

    async def copy(self, items: Mapping[int, int]) -> None:
        """Let copies of items have copies of their fields; ``items`` are copies by original."""
        fields = await self.of_items(items)
        await self.put({items[key]: each for key, each in fields.items()})


def _by_item(rows: Iterable[tuple[int, str, str]]) -> dict[int, Fields]:
    found: dict[int, list[EntityField]] = {}
    for key, name, value in rows:
        found.setdefault(key, []).append(EntityField(name, value))
    return {key: tuple(fields) for key, fields in found.items()}
