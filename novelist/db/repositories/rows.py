# SPDX-License-Identifier: MIT
"""The verbs that every repository of objects has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar, cast

from novelist.db.base import Base
from novelist.db.builders import CountBuilder, QueryBuilder
from novelist.db.identity import primary_key
from novelist.db.integrity import naming_constraints
from novelist.db.repositories.base import Repository
from novelist.errors import NotFoundError

Row = TypeVar("Row", bound=Base)


class RowRepository(Repository, Generic[Row]):
    """Objects of one table, by their key."""

    subject: ClassVar[str]  # what ``NotFoundError`` calls one

    @property
    def querier(self) -> QueryBuilder[Row]:
        """Finds rows by any condition."""
        return cast("QueryBuilder[Row]", super().querier)

    @property
    def counter(self) -> CountBuilder[Row]:
        """Counts rows by any condition."""
        return cast("CountBuilder[Row]", super().counter)

    async def get(self, key: int) -> Row:
        """The object of that key; raises ``NotFoundError``."""
        found = await self.find(key)
        if found is None:
            raise NotFoundError(self.subject, key)
        return found

    async def find(self, key: int) -> Row | None:
        """The object of that key, or None."""
        found = await self._session.get(self._row, key)
        return None if found is None else self._hand_out([found])[0]

    async def add(self, row: Row) -> Row:
        """Add an object, which then has its key. Raises the error of a broken constraint."""
        await self._insert([row])
        return self._hand_out([row])[0]

    async def add_all(self, rows: Iterable[Row]) -> list[Any]:
        """Add many objects, all or none; their keys. Raises the error of a broken constraint."""
        added = list(rows)
        await self._insert(added)
        return [primary_key(row) for row in self._hand_out(added)]

    async def count_all(self) -> int:
        """How many there are, those in the trash included."""
        return await self.counter.count()

    async def _insert(self, rows: list[Row]) -> None:
        async with naming_constraints(self._session):
            self._session.add_all(rows)
            await self._session.flush()

    @property
    def _row(self) -> type[Row]:
        return cast("type[Row]", self.model)
