# SPDX-License-Identifier: MIT
"""What every repository does: hand objects out, and change columns with their version."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar, Final, TypeVar

from sqlalchemy import bindparam, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper

from novelist.db.base import Base, stamps
from novelist.db.builders import CountBuilder, QueryBuilder, UpdateBuilder
from novelist.db.feed import OUTBOX, after_commit
from novelist.db.identity import LIVE, VERSION, IdentityMap
from novelist.db.telling import tell
from novelist.errors import NotFoundError

Object = TypeVar("Object")
Key = TypeVar("Key")
Values = Mapping[str, Any]

CHUNK: Final = 500  # ids in one statement; SQLite's oldest limit for parameters is 999


def chunks(keys: Iterable[Key], size: int = CHUNK) -> Iterator[list[Key]]:
    """The keys in lists of at most ``size``."""
    remaining = iter(keys)
    while part := list(islice(remaining, size)):
        yield part


class Repository:
    """Statements over one session; the session's owner commits."""

    model: ClassVar[type[Base]]
    kept: ClassVar[Mapping[str, str]] = {}  # columns that only a verb may change: its name

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    @property
    def querier(self) -> QueryBuilder[Any]:
        """Finds rows by any condition."""
        return QueryBuilder(self._session, self.model, self._hand_out)

    @property
    def counter(self) -> CountBuilder[Any]:
        """Counts rows by any condition."""
        return CountBuilder(self._session, self.model)

    @property
    def updater(self) -> UpdateBuilder[Any]:
        """Changes many rows at once, versions and live objects included."""
        return UpdateBuilder(self._session, self.model, self.kept)

    @property
    def _live(self) -> IdentityMap | None:
        found = self._session.info.get(LIVE)
        return found if isinstance(found, IdentityMap) else None

    def _hand_out(self, loaded: Sequence[Object]) -> list[Object]:
        """Detached; in a reading session also bound to the one live object of their row."""
        live = self._live
        if live is None or self._session.info.get(OUTBOX) is not None:
            for each in loaded:
                self._session.expunge(each)
            return list(loaded)
        self._session.expunge_all()  # nothing waits in it to be written, and one by one is slow
        return [live.adopt(each) for each in loaded]

    async def _apply(self, cls: type[Any], values: Mapping[int, Values]) -> None:
        """Give rows new values and versions; their live objects hear of it after COMMIT.

        Raises ``NotFoundError`` for an id without a row.
        """
        for group in _by_columns(values):
            await self._update(cls, group)
        versions = await self._versions(cls, values)
        missing = [key for key in values if key not in versions]
        if missing:
            raise NotFoundError(cls.__name__, missing[0])
        self._tell(cls, values, versions)

    async def _update(self, cls: type[Any], values: Mapping[int, Values]) -> None:
        mapper: Mapper[Any] = inspect(cls)
        key = mapper.primary_key[0]
        names = next(iter(values.values())).keys()
        statement = (
            update(cls)
            .where(key == bindparam("key_"))
            .values(
                stamps(cls)
                | {name: bindparam(f"new_{name}") for name in names}
                | {VERSION: mapper.columns[VERSION] + 1}
            )
        )
        rows = [
            {"key_": row, **{f"new_{name}": value for name, value in new.items()}}
            for row, new in values.items()
        ]
        connection = await self._session.connection()
        await connection.execute(statement, rows)

    async def _versions(self, cls: type[Any], ids: Collection[int]) -> dict[int, int]:
        mapper: Mapper[Any] = inspect(cls)
        key, found = mapper.primary_key[0], {}
        for part in chunks(ids):
            rows = await self._session.execute(
                select(key, mapper.columns[VERSION]).where(key.in_(part))
            )
            found.update({row[0]: row[1] for row in rows})
        return found

    def _tell(
        self,
        cls: type[Any],
        values: Mapping[int, Values],
        versions: Mapping[int, int] | None = None,
    ) -> None:
        """Give live objects their rows' new values after COMMIT; None: the versions stay."""
        if versions is None:
            tell(self._session, cls, values)
        else:
            tell(self._session, cls, {k: {**v, VERSION: versions[k]} for k, v in values.items()})

    def _forget(self, cls: type[Any], keys: Iterable[int]) -> None:
        """The rows are gone for ever, once this is committed."""
        live, gone = self._live, list(keys)
        if live is None:
            return

        def forget() -> None:
            for key in gone:
                live.forget(cls, key)

        after_commit(self._session, forget)


def _by_columns(values: Mapping[int, Values]) -> Iterator[dict[int, Values]]:
    """Rows that change the same columns, together."""
    groups: dict[frozenset[str], dict[int, Values]] = {}
    for key, new in values.items():
        if new:
            groups.setdefault(frozenset(new), {})[key] = new
    yield from groups.values()
