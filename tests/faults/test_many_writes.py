# SPDX-License-Identifier: MIT
"""However many write at once, nobody is told that the database is locked."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import func, select

from novelist.db.models import Preference
from novelist.db.session import create_session, get_session, read_session, writer
from tests.db.rows import note, notes

FULL = 10_000


@pytest.mark.parametrize("writes", [2_000, pytest.param(FULL, marks=pytest.mark.full)])
async def test_none_of_many_concurrent_commands_fails(writes, opened):
    await asyncio.gather(*(writer().submit(note(f"{number}", number)) for number in range(writes)))
    assert sorted(notes(opened).values()) == list(range(writes))


@pytest.mark.parametrize("writes", [500, pytest.param(FULL, marks=pytest.mark.full)])
async def test_none_of_many_concurrent_scopes_fails(writes, opened):
    async def read_then_write(number):
        async with get_session() as session:
            before = await session.scalar(select(func.count()).select_from(Preference))
            await note(f"{number}", before)(session)

    await asyncio.gather(*(read_then_write(number) for number in range(writes)))
    assert sorted(notes(opened).values()) == list(range(writes))


async def test_all_ways_to_write_and_read_at_once(opened):
    async def by_scope(number):
        async with get_session() as session:
            await note(f"scope {number}")(session)

    async def by_own_session(number):
        async with await create_session() as session:
            await note(f"own {number}")(session)
            await session.commit()

    async def read():
        async with read_session() as session:
            await session.scalar(select(func.count()).select_from(Preference))

    ways = [
        way
        for number in range(100)
        for way in (
            writer().submit(note(f"command {number}")),
            by_scope(number),
            by_own_session(number),
            read(),
        )
    ]
    await asyncio.gather(*ways)
    assert len(notes(opened)) == 300


async def test_another_program_that_writes_too_disturbs_nobody(opened):
    def by_another_program():
        with closing(sqlite3.connect(opened, timeout=60, isolation_level=None)) as connection:
            for number in range(100):
                connection.execute("INSERT INTO preferences VALUES (?, 'true')", (f"o {number}",))

    other = asyncio.to_thread(by_another_program)
    await asyncio.gather(other, *(writer().submit(note(f"{number}")) for number in range(500)))
    assert len(notes(opened)) == 600
