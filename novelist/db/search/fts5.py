# SPDX-License-Identifier: MIT
"""The index of a library file: SQLite's FTS5, kept up by the writer while nobody waits for it.

Triggers note each item whose words change, whoever changes them (``search_pending``); in a quiet
moment the writer takes those items in. What is noted is looked at by the search itself, so that
nothing is ever missed and no save waits for the index. The table is derived and may be dropped at
any time: it is made anew where it is missing, damaged, or of another way of splitting words. It
holds a copy of the words: deleting from an index without one needs exactly the old words, and a
wrong guess harms it in silence.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from novelist.domain.finding.search_text import SPLITTING, Query, divided

log = logging.getLogger(__name__)
T = TypeVar("T")

TABLE: Final = f"search_index_{SPLITTING}"
_SLICE: Final = 0.03  # seconds that taking in may add to one transaction
_PIECE: Final = 20_000  # characters split at once; other threads wait meanwhile
_MAKE: Final = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(title, synopsis, notes, body,"
    " tokenize='unicode61 remove_diacritics 2')"
)
DROP: Final = f"DROP TABLE IF EXISTS {TABLE}"  # the next transaction makes a new one
_NOTE: Final = "INSERT OR IGNORE INTO search_pending (item_id)"
_ALL: Final = f"{_NOTE} SELECT id FROM outline_items"


def _trigger(table: str, event: str, item: str) -> str:
    kind = event.split(maxsplit=1)[0].lower()
    return (
        f"CREATE TRIGGER search_{table}_{kind} AFTER {event} ON {table} "
        f"BEGIN {_NOTE} VALUES ({item}); END"
    )


_TRIGGERS: Final = (
    _trigger("outline_items", "INSERT", "new.id"),
    _trigger("outline_items", "UPDATE OF title, synopsis, notes", "new.id"),
    _trigger("outline_items", "DELETE", "old.id"),
    _trigger("scene_bodies", "INSERT", "new.item_id"),
    _trigger("scene_bodies", "UPDATE OF plain_text", "new.item_id"),
    _trigger("scene_bodies", "DELETE", "old.item_id"),
)
_OBJECTS: Final = {statement.split()[2]: statement for statement in _TRIGGERS} | {TABLE: _MAKE}

_COMPLETE: Final = "SELECT count(*) FROM sqlite_master WHERE name IN ({})".format(
    ", ".join(f"'{name}'" for name in _OBJECTS)
)
_WORDS: Final = (
    "SELECT i.title, i.synopsis, i.notes, b.plain_text FROM outline_items AS i"
    " LEFT JOIN scene_bodies AS b ON b.item_id = i.id WHERE i.id = ?"
)
_DELETE: Final = f"DELETE FROM {TABLE} WHERE rowid = ?"
_INSERT: Final = f"INSERT INTO {TABLE} (rowid, title, synopsis, notes, body) VALUES (?, ?, ?, ?, ?)"


def match_expression(query: Query) -> str:
    """The phrase in the language of FTS5; the words hold nothing that it would read."""
    return f'"{" ".join(query.words)}"{" *" if query.ends_open else ""}'


class Fts5Writer:
    """Takes in what changed; belongs to the writer, and lives as long."""

    def __init__(self) -> None:
        self.is_behind = True  # whoever wrote last may have ended before it was done
        self._is_possible = True

    def expect_changes(self) -> None:
        """Something was written: there may be items to take in."""
        self.is_behind = self._is_possible

    async def catch_up(self, connection: AsyncConnection) -> None:
        """Take in what is noted, for a short while; ``is_behind`` says whether some is left.

        Raises nothing of its own: an index that is broken is made anew, and what is written stands.
        """
        await self._run(connection, partial(_safely, work=_take_in))

    async def prepare(self, connection: AsyncConnection) -> None:
        """Make what is missing, in a transaction of its own: from now on every change is noted."""
        await self._run(connection, _make_complete)

    async def _run(
        self, connection: AsyncConnection, work: Callable[[sqlite3.Connection], bool]
    ) -> None:
        if connection.dialect.name != "sqlite":
            self._is_possible = False  # a server keeps its own
        if not self._is_possible:
            self.is_behind = False
            return
        driver: Any = (await connection.get_raw_connection()).driver_connection
        try:
            self.is_behind = await driver._execute(work, driver._conn)
        except BrokenIndexError as error:
            self.is_behind = True
            log.warning("the index for searching is made anew: %s", error)
        except sqlite3.DatabaseError as error:  # a failing disk will fail the COMMIT too
            self._is_possible = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            self.is_behind = self._is_possible
            log.warning("there is no index for searching: %s", error)


class BrokenIndexError(sqlite3.DatabaseError):
    """The index was damaged and has been dropped; the next transaction makes a new one."""


def _safely(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    """Do the work, or leave the transaction as it was before it."""
    connection.execute("SAVEPOINT taking_in")
    try:
        result = work(connection)
    except sqlite3.DatabaseError as error:
        if not connection.in_transaction:
            raise  # the failure ended the transaction: its COMMIT will say so
        connection.execute("ROLLBACK TO taking_in")
        connection.execute("RELEASE taking_in")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
            connection.execute(DROP)
            raise BrokenIndexError(str(error)) from error
        raise
    connection.execute("RELEASE taking_in")
    return result


def _is_complete(connection: sqlite3.Connection) -> bool:
    found: tuple[int] = connection.execute(_COMPLETE).fetchone()
    return found == (len(_OBJECTS),)


def _make_complete(connection: sqlite3.Connection) -> bool:
    """Make what is missing, outside any transaction; there may be something to take in."""
    if _is_complete(connection):
        return True
    connection.execute("BEGIN IMMEDIATE")
    try:
        _make_what_is_missing(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return True


def _take_in(connection: sqlite3.Connection) -> bool:
    """Take in what is noted, until the time is over; whether some is left."""
    if not _is_complete(connection):
        _make_what_is_missing(connection)
    end = time.monotonic() + _SLICE
    while time.monotonic() < end:
        noted = connection.execute("SELECT item_id FROM search_pending LIMIT 16").fetchall()
        if not noted:
            return False
        for (item_id,) in noted:
            _take_in_item(connection, item_id)
            if time.monotonic() >= end:
                break
    return True


def _make_what_is_missing(connection: sqlite3.Connection) -> None:
    """Whatever is missing, the index may not know of some change: take everything in again."""
    found = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql NOT NULL")
    }
    missing = [statement for name, statement in _OBJECTS.items() if name not in found]
    if not missing:
        return
    for name in found:
        if name.removeprefix("search_index_").isdecimal() and name != TABLE:
            connection.execute(f"DROP TABLE {name}")
    for statement in missing:
        connection.execute(statement)
    connection.execute(_ALL)


def _take_in_item(connection: sqlite3.Connection, item_id: int) -> None:
    row = connection.execute(_WORDS, (item_id,)).fetchone()
    connection.execute(_DELETE, (item_id,))
    if row is not None:
        connection.execute(_INSERT, (item_id, *(_split(text or "") for text in row)))
    connection.execute("DELETE FROM search_pending WHERE item_id = ?", (item_id,))


def _split(text: str) -> str:
    """The words of a text of any length, with a rest for other threads between its pieces."""
    if len(text) <= _PIECE:
        return divided(text)
    pieces, start = [], 0
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        end = len(text) if end < 0 else end + 1
        pieces.append(divided(text[start:end]))
        time.sleep(0)
        start = end
    return " ".join(pieces)
