# SPDX-License-Identifier: MIT
"""What a search reads: which items may match, and their words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from novelist.db.models import Novel, OutlineItem, SceneBody
from novelist.db.repositories.base import Repository, chunks
from novelist.db.search_index import index_of
from novelist.domain.search_text import Query


@dataclass(frozen=True, slots=True)
class ItemWords:
    """All the words of an item."""

    item_id: int
    kind: str
    title: str
    synopsis: str
    notes: str
    text: str


class SearchRepository(Repository):
    """Words by item; ``index_is_damaged`` is known after a search."""

    index_is_damaged = False

    async def candidates(self, query: Query) -> set[int] | None:
        """The items that may hold it, deleted ones included; None: any may."""
        index = await index_of(self._session)
        found = await index.candidates(self._session, query)
        self.index_is_damaged = index.is_damaged
        return found

    async def list_novels(self, novel_id: int | None = None) -> list[tuple[int, str]]:
        """Id and title of the novel, or of all on the shelf, the one opened last first."""
        statement = (
            select(Novel.id, Novel.title)
            .where(Novel.deleted_at.is_(None))
            .order_by(Novel.opened_at.is_(None), Novel.opened_at.desc(), Novel.id)
        )
        if novel_id is not None:
            statement = statement.where(Novel.id == novel_id)
        return [(row[0], row[1]) for row in await self._session.execute(statement)]

    async def words_of(self, ids: Collection[int]) -> list[ItemWords]:
        """The words of the items, in the order asked for; those that are gone are left out."""
        found: dict[int, ItemWords] = {}
        item = OutlineItem
        columns = (item.id, item.kind, item.title, item.synopsis, item.notes, SceneBody.plain_text)
        for part in chunks(ids):
            rows = await self._session.execute(
                select(*columns)
                .outerjoin(SceneBody, SceneBody.item_id == item.id)
                .where(item.id.in_(part))
            )
            found.update({row[0]: ItemWords(*row[:5], row[5] or "") for row in rows})
        return [found[each] for each in ids if each in found]
