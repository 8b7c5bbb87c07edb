# SPDX-License-Identifier: MIT
"""A connection on which a statement is one visit to aiosqlite's thread instead of four.

aiosqlite makes a visit of each step: a cursor, the statement, its rows, closing the cursor. Each
visit waits for a turn of the event loop, which costs a window far more than SQLite does. Here the
four are made in one go. Rows that are streamed are still fetched piece by piece.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util import await_only


def connect(dbapi: Any, database: str, **options: Any) -> AsyncAdapt_aiosqlite_connection:  # noqa: ANN401 - SQLAlchemy's own types
    """Open ``database`` for the dialect whose driver is ``dbapi``; to be called in its greenlet."""
    connection = aiosqlite.connect(database, **options)
    connection._thread.daemon = True
    opened: Any = await_only(connection)
    return _OneVisitConnection(dbapi, opened)


class _Cursor:
    """A cursor as aiosqlite has them; after ``execute`` it holds the rows and is closed."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: tuple[Any, ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run a statement and fetch all of its rows."""
        await self._visit(lambda cursor: cursor.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run a statement with each of many sets of parameters."""
        await self._visit(lambda cursor: cursor.executemany(sql, parameters))

    async def fetchall(self) -> list[Any]:
        """The rows of the last statement."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is left open after a statement."""

    async def _visit(self, run: Callable[[sqlite3.Cursor], object]) -> None:
        def visit() -> None:
            cursor = self._connection._conn.cursor()
            try:
                run(cursor)
                self.description = cursor.description
                self._rows = cursor.fetchall() if cursor.description else []
                self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
            finally:
                cursor.close()

        into_its_thread: Any = self._connection._execute  # aiosqlite has no types for it
        await into_its_thread(visit)


class _OneVisitCursor(AsyncAdapt_aiosqlite_cursor):
    __slots__ = ()

    def _make_new_cursor(self, connection: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own types
        return _Cursor(connection)


class _OneVisitConnection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    _cursor_cls = _OneVisitCursor
