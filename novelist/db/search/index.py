# SPDX-License-Identifier: MIT
"""Where the words of a library are looked up: an index where there is one, else every text.

An index proposes items; whether they hold what is looked for, ``Query`` decides. So all kinds find
the same, and differ in time alone:

* a library file: FTS5 (``search_fts5.py``), with the items it has yet to take in;
* MySQL: its full text with the ngram parser, for Chinese of two characters and more;
* MariaDB, which has no such parser, and MySQL for all else: the server leaves out what cannot
  match;
* an SQLite without FTS5: everything.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from typing import Final, Protocol

from sqlalchemy import ColumnElement, TextClause, and_, collate, or_, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from novelist.db.failures import primary_code
from novelist.db.models import OutlineItem, SceneBody
from novelist.db.search.fts5 import DROP, TABLE, match_expression
from novelist.db.server.failures import server_code
from novelist.domain.finding.search_text import Query

log = logging.getLogger(__name__)

_BROAD: Final = "utf8mb4_unicode_ci"  # case and accents do not matter
_SEVERAL: Final = re.compile("ss|ff|fi|fl|st")  # may be written as one character
_RUN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_NGRAM_TABLES: Final = {
    "outline_items": "title, synopsis, notes",
    "scene_bodies": "plain_text",
}


class SearchIndex(Protocol):
    """Proposes items."""

    is_damaged: bool

    async def candidates(self, session: AsyncSession, query: Query) -> set[int] | None:
        """The items that may hold it and none that does left out; None: any may."""
        ...


class Fts5Index:
    """What the writer keeps up to date in a library file."""

    is_damaged = False

    async def candidates(self, session: AsyncSession, query: Query) -> set[int] | None:
        """What the index finds, and what it has yet to take in."""
        if not query.words:
            return None
        try:
            if await session.scalar(_IS_THERE) is None:
                return None
            found = await session.scalars(_MATCHING, {"phrase": match_expression(query)})
            return set(found)
        except DBAPIError as error:  # damaged, or this SQLite cannot read it
            log.warning("searching without the index: %s", error.orig)
            self.is_damaged = primary_code(error) == sqlite3.SQLITE_CORRUPT
            return None


_IS_THERE: Final = text("SELECT 1 FROM sqlite_master WHERE name = :table").bindparams(table=TABLE)
_MATCHING: Final = text(
    f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :phrase"
    " UNION SELECT item_id FROM search_pending"
)


class ServerScan:
    """The server compares, and sends what may match."""

    is_damaged = False

    async def candidates(self, session: AsyncSession, query: Query) -> set[int] | None:
        """The items in one of whose texts all the words stand, in any order."""
        if not query.words:
            return None
        statements = [
            select(column).where(or_(*(_holds(each, query) for each in texts)))
            for column, texts in _TEXTS.items()
        ]
        found: set[int] = set()
        for statement in statements:
            found.update(await session.scalars(statement))
        return found


class NgramIndex(ServerScan):
    """MySQL's full text, for what it splits as we do: into ``size`` characters each."""

    def __init__(self, size: int) -> None:
        self._size = size

    async def candidates(self, session: AsyncSession, query: Query) -> set[int] | None:
        """Chinese by the index; it leaves common words out, so for all else the texts are read."""
        phrase = self.phrase(query)
        if not phrase:
            return await super().candidates(session, query)
        found: set[int] = set()
        for statement in _NGRAM_MATCHING:
            found.update(await session.scalars(statement, {"phrase": phrase}))
        return found

    def phrase(self, query: Query) -> str:
        """What MATCH … AGAINST is asked in boolean mode: each long enough run of Han, as it is.

        Nothing else of what is looked for gets in, so no sign in it can be an operator. "" where
        there is no such run.
        """
        runs = [run for run in _RUN.findall(query.text) if len(run) >= self._size]
        return " ".join(f'+"{run}"' for run in runs)


_TEXTS: Final[dict[InstrumentedAttribute[int], tuple[InstrumentedAttribute[str], ...]]] = {
    OutlineItem.id: (OutlineItem.title, OutlineItem.synopsis, OutlineItem.notes),
    SceneBody.item_id: (SceneBody.plain_text,),
}
MAKE_NGRAM: Final = tuple(
    f"CREATE FULLTEXT INDEX ft_{table} ON {table} ({columns}) WITH PARSER ngram"
    for table, columns in _NGRAM_TABLES.items()
)
_NGRAM_MATCHING: Final[tuple[TextClause, ...]] = tuple(
    text(f"SELECT {key} FROM {table} WHERE MATCH ({columns}) AGAINST (:phrase IN BOOLEAN MODE)")
    for key, (table, columns) in zip(("id", "item_id"), _NGRAM_TABLES.items(), strict=True)
)
_HAS_NGRAM: Final = text(
    "SELECT 1 FROM information_schema.plugins"
    " WHERE plugin_name = 'ngram' AND plugin_status = 'ACTIVE'"
)
_SIZE: Final = text("SHOW VARIABLES LIKE 'ngram_token_size'")  # none on MariaDB
_INDEXED: Final = text(
    "SELECT count(DISTINCT table_name) FROM information_schema.statistics"
    " WHERE table_schema = database() AND index_type = 'FULLTEXT'"
)


def _holds(column: InstrumentedAttribute[str], query: Query) -> ColumnElement[bool]:
    broad = collate(column, _BROAD)
    return and_(*(broad.like(f"%{_SEVERAL.sub('%', word)}%") for word in _spelled(query)))


def _spelled(query: Query) -> list[str]:
    """Its words as a server has them; rare characters are left to ``Query``."""
    return [word for word in query.words if not re.fullmatch("x[0-9a-f]{5}", word)]


async def index_of(session: AsyncSession) -> SearchIndex:
    """The index of the library that the session belongs to."""
    if session.get_bind().dialect.name == "sqlite":
        return Fts5Index()
    if await session.scalar(_INDEXED) != len(_NGRAM_TABLES):
        return ServerScan()
    size = (await session.execute(_SIZE)).one_or_none()
    return ServerScan() if size is None else NgramIndex(int(size[1]))


async def drop_index(session: AsyncSession) -> None:
    """Let the writer make the index of a library file anew."""
    await session.execute(text(DROP))


async def make_server_index(connection: AsyncConnection) -> None:
    """Give a library on MySQL its index, where the server has the parser; else change nothing.

    Where it cannot be made the texts are read, which takes longer and finds the same.
    """
    if await connection.scalar(_HAS_NGRAM) is None:
        return
    if await connection.scalar(_INDEXED) == len(_NGRAM_TABLES):
        return
    try:
        for statement in MAKE_NGRAM:
            await connection.exec_driver_sql(statement)
    except DBAPIError as error:
        log.warning("searching without the index of the server: %s", server_code(error))
