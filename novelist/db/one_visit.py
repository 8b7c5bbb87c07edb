# SPDX-License-Identifier: MIT
"""A connection on which a statement is one visit to aiosqlite's thread instead of four.

aiosqlite makes a visit of each step: a cursor, the statement, its rows, closing the cursor. Each
visit waits for a turn of the event loop, which costs a window far more than SQLite does. Here the
four are made in one go. Opening is one visit as well, settings and all, and a connection without
a transaction makes none to roll back. Rows that are streamed are still fetched piece by piece.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util import await_only


def connect(
    dbapi: Any,  # noqa: ANN401 - SQLAlchemy's own types
    database: str,
    settings: str,
    **options: Any,  # noqa: ANN401 - the driver's own
) -> AsyncAdapt_aiosqlite_connection:
    """Open ``database`` for the dialect whose driver is ``dbapi``; to be called in its greenlet.

    ``settings`` are the statements that every connection begins with.
    """
    connection = aiosqlite.connect(database, **options)
    connection._thread.daemon = True
    connection._connector = opening = _Opening(connection._connector, settings)
    try:
        opened: Any = await_only(connection)
    except BaseException:
        opening.give_up()
        raise
    return _OneVisitConnection(dbapi, opened)


class _Opening:
    """Opens a file in aiosqlite's thread; when whoever waits is cancelled it would stay open."""

    def __init__(self, connector: Callable[[], sqlite3.Connection], settings: str) -> None:
        self._connector = connector
        self._settings = settings
        self._opened: sqlite3.Connection | None = None
        self._is_unwanted = False

    def __call__(self) -> sqlite3.Connection:
        opened = self._connector()
        try:
            opened.executescript(self._settings)
        except BaseException:
            opened.close()
            raise
        self._opened = opened
        if self._is_unwanted:
            opened.close()
        return opened

    def give_up(self) -> None:
        """Close it now, or as soon as it is open."""
        self._is_unwanted = True
        if self._opened is not None:
            self._opened.close()


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

    def create_function(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - the driver's
        """Done where it is asked for: the dialect does so before anybody uses the connection."""
        self._connection._conn.create_function(*args, **options)

    def rollback(self) -> None:
        """Nothing to do outside a transaction; the pool asks once more for good measure."""
        if self._connection._connection and self._connection.in_transaction:
            super().rollback()

    def _terminate_force_close(self) -> None:
        """Close without anybody waiting: the event loop may end before the connection does.

        aiosqlite would tell the loop of this thread; a thread without one has none to tell.
        """
        ending = threading.Thread(target=self._connection.stop)
        ending.start()
        ending.join()
