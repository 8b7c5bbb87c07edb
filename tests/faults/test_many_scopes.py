# SPDX-License-Identifier: MIT
"""However many scopes of whatever kind commit at once, none fails and no update is lost."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import text

from novelist.db.models import Preference
from novelist.db.session import (
    DatabaseSettings,
    async_session_scope,
    async_with_session,
    create_session,
    execute_transaction,
    get_session,
    open_library_file,
    session_scope,
    with_session,
    writer,
)
from tests.db.rows import note, notes

FULL = 10_000
THREADS = 16
PATIENT = DatabaseSettings(session_limit=3600)  # thousands of open sessions wait for their turn

# Another program that writes to the same file, until its input ends; it says how often.
OTHER_PROGRAM = """
import sqlite3, sys, threading
stop = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
connection = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
done = 0
while not stop.is_set():
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE preferences SET value = value + 1 WHERE key = 'other'")
    connection.execute("COMMIT")
    done += 1
    stop.wait(0.001)
connection.close()
print(done)
"""


async def add_one(session):
    """Read, then write: another writer in between would be overwritten."""
    found = await session.get(Preference, "sum", populate_existing=True)
    await session.execute(text("SELECT 1"))
    found.value = found.value + 1


def add_one_in_thread(session):
    found = session.get(Preference, "sum", populate_existing=True)
    found.value = found.value + 1


async def by_scope():
    async with get_session() as session:
        await add_one(session)


async def by_configured_scope():
    async with async_session_scope() as outer:
        async with get_session() as session:
            await add_one(session)
        assert outer.is_active


async def by_own_session():
    async with await create_session() as session:
        await add_one(session)
        await session.commit()


@async_with_session()
async def by_decorated(session):
    await add_one(session)


@with_session()
def by_decorated_in_thread(session):
    add_one_in_thread(session)


def by_scope_in_thread():
    with session_scope() as session:
        add_one_in_thread(session)


def everything(count, pool):
    """Awaitables of all kinds in turn, ``count`` in all."""
    loop = asyncio.get_running_loop()
    kinds = (
        by_scope,
        lambda: loop.run_in_executor(pool, by_scope_in_thread),
        by_decorated,
        lambda: loop.run_in_executor(pool, by_decorated_in_thread),
        by_configured_scope,
        by_own_session,
        lambda: execute_transaction(get_session, add_one),
        lambda: writer().submit(add_one),
    )
    return [kinds[number % len(kinds)]() for number in range(count)]


COUNTS = [400, pytest.param(FULL, marks=[pytest.mark.full, pytest.mark.timeout(1200)])]


@pytest.mark.parametrize("count", COUNTS)
async def test_none_of_many_scopes_of_all_kinds_fails_or_is_lost(count, library):
    await open_library_file(library, settings=PATIENT)
    await writer().submit(note("sum", 0))
    with ThreadPoolExecutor(THREADS) as pool:
        await asyncio.gather(*everything(count, pool))
    assert notes(library) == {"sum": count}


@pytest.mark.parametrize("count", COUNTS)
async def test_nor_while_another_program_writes(count, library):
    await open_library_file(library, settings=PATIENT)
    await writer().submit(note("sum", 0))
    await writer().submit(note("other", 0))
    piped = {"stdin": asyncio.subprocess.PIPE, "stdout": asyncio.subprocess.PIPE}
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER_PROGRAM, str(library), **piped
    )
    with ThreadPoolExecutor(THREADS) as pool:
        await asyncio.gather(*everything(count, pool))
    done = int((await other.communicate(b""))[0])
    assert other.returncode == 0
    assert done > 0
    assert notes(library) == {"sum": count, "other": done}
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
