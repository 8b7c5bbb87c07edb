# SPDX-License-Identifier: MIT
"""A connection visits its thread seldom, and leaves nothing open when nobody waits for it."""

from __future__ import annotations

import asyncio
import sqlite3

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from novelist.db import session as database


def test_a_loop_may_end_before_a_connection_that_was_given_up(library):
    async def leave():
        await database.open_library_file(library)
        database.reset_async_db()

    for _ in range(30):
        asyncio.run(leave())  # what a thread cannot tell its loop would fail this test


async def read():
    async with database.read_session() as session:
        await session.execute(text("SELECT 1"))


async def test_whenever_a_reader_is_cancelled_its_connection_is_closed(opened, monkeypatch):
    still_open = set()

    class Counted(sqlite3.Connection):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            still_open.add(self)

        def close(self):
            super().close()
            still_open.discard(self)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Counted, **k))
    for turns in range(20):
        reader = asyncio.create_task(read())
        for _ in range(turns):
            await asyncio.sleep(0)
        reader.cancel()
        await asyncio.wait([reader])
    while still_open:  # noqa: ASYNC110 - threads end when they do
        await asyncio.sleep(0)


async def test_reading_once_visits_the_thread_to_begin_to_read_to_end_and_to_close(
    opened, monkeypatch
):
    visits = []
    execute = aiosqlite.Connection._execute

    async def counted(connection, function, *arguments, **options):
        visits.append(function.__qualname__.rsplit(".")[-1])
        return await execute(connection, function, *arguments, **options)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    await read()
    assert visits == ["executescript", "visit", "rollback", "close"]


async def test_a_connection_whose_settings_fail_is_closed(opened, monkeypatch):
    closed = []

    class Unready(sqlite3.Connection):
        def executescript(self, _script):
            raise sqlite3.OperationalError("disk I/O error")

        def close(self):
            closed.append(self)
            super().close()

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Unready, **k))
    with pytest.raises(OperationalError, match="disk I/O"):
        await read()
    assert len(closed) == 1
