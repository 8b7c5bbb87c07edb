# SPDX-License-Identifier: MIT
"""Connections that nobody waits for any more leave nothing open."""

from __future__ import annotations

import asyncio
import sqlite3

from sqlalchemy import text

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
