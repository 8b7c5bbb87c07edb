# SPDX-License-Identifier: MIT
"""The rows of the session layer about ``monitor.py`` and ``retry.py``."""

from __future__ import annotations

import asyncio
import gc
import logging
import sqlite3
from contextlib import suppress

import pytest
from sqlalchemy import QueuePool, bindparam, create_engine, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from novelist.db.models import Preference
from novelist.db.monitor import (
    SLOW_SQL_THRESHOLD,
    get_session_stats,
    pool_status,
    reset_session_stats,
)
from novelist.db.open_sessions import OpenSessions
from novelist.db.pool_counts import PoolCounts
from novelist.db.retry import async_with_retry, retrying, with_retry
from novelist.db.session import (
    AsyncSessionLocal,
    DatabaseSettings,
    async_session_scope,
    close_async_db,
    create_session,
    get_session,
    open_library_file,
    read_session,
    writer,
)
from novelist.errors import StorageBusyError, StorageFullError, TransactionError
from tests.db.rows import fail, note

SECRET = "Call me Ishmael"


@pytest.fixture(autouse=True)
def _from_zero():
    reset_session_stats()


# get_session_stats, reset_session_stats


def test_get_session_stats_when_there_were_none():
    stats = get_session_stats()
    assert (stats.session_count, stats.active_sessions, stats.total_transactions) == (0, 0, 0)
    assert stats.success_rate == 100.0


async def test_get_session_stats(opened):
    async with get_session() as session:
        await note("a")(session)
        assert get_session_stats().active_sessions == 1
    async with read_session() as session:
        await session.execute(text("SELECT 1"))
    for _ in range(2):
        with suppress(ValueError):
            async with get_session() as session:
                await note("b")(session)
                raise ValueError
    async with await create_session() as session:
        await note("c")(session)
        await session.rollback()
    stats = get_session_stats()
    assert (stats.session_count, stats.active_sessions) == (5, 0)
    assert (stats.total_transactions, stats.failed_transactions) == (4, 2)
    assert (stats.commits, stats.rollbacks, stats.success_rate) == (1, 3, 50.0)
    assert stats.longest_statement > 0


async def test_get_session_stats_counts_commands(opened):
    reset_session_stats()
    first = writer().post(note("a"))
    await writer().submit(note("b"))
    with pytest.raises(RuntimeError):
        await writer().submit(fail)
    assert await first is None
    stats = get_session_stats()
    assert (stats.commits, stats.session_count) == (2, 0)


async def test_get_session_stats_tells_how_busy_the_writer_is(opened):
    async with get_session():
        for number in range(5):
            writer().post(note("same", number), key="same")
        writer().post(note("other"))
        stats = get_session_stats()
        assert stats.coalesced_commands == 4
        assert stats.writer_depth == 3  # two commands, and the turn that is taken
    await writer().flush()
    assert get_session_stats().writer_depth == 0


async def test_get_session_stats_leaves_out_what_is_not_monitored(opened):
    async with async_session_scope(enable_monitoring=False) as session:
        await note("a")(session)
    stats = get_session_stats()
    assert (stats.session_count, stats.total_transactions) == (0, 0)


async def test_reset_session_stats(opened):
    async with get_session() as session:
        await note("a")(session)
    reset_session_stats()
    stats = get_session_stats()
    assert (stats.session_count, stats.commits, stats.longest_statement) == (0, 0, 0.0)


# pool_status


async def test_pool_status(opened):
    status = pool_status()
    assert (status.kind, status.open, status.in_use) == ("NullPool", 1, 1)  # the writer's
    async with read_session() as session:
        await session.execute(text("SELECT 1"))
        assert pool_status().in_use == 2
    assert (pool_status().open, pool_status().in_use) == (1, 1)


def test_pool_status_of_another_pool(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'x'}", poolclass=QueuePool, pool_size=3)
    counts = PoolCounts(engine)
    with engine.connect():
        status = counts.status()
        assert (status.kind, status.open, status.in_use, status.size) == ("QueuePool", 1, 1, 3)
    assert (counts.status().open, counts.status().in_use) == (1, 0)
    engine.dispose()
    assert counts.status().open == 0


# Slow statements


async def test_a_slow_statement_is_logged_without_what_it_was_given(library, caplog):
    assert SLOW_SQL_THRESHOLD > 0
    await open_library_file(library, settings=DatabaseSettings(slow_statement=0.0))
    async with get_session() as session:
        await note("a", SECRET)(session)
        await session.execute(text(f"SELECT '{SECRET}'"))
        await session.execute(select(bindparam("x", SECRET)))
    await close_async_db()
    slow = [each for each in caplog.records if "slow" in each.message]
    assert len(slow) >= 3
    assert {each.levelno for each in slow} == {logging.WARNING}
    assert "INSERT INTO preferences" in caplog.text
    assert SECRET not in caplog.text
    assert get_session_stats().slow_statements >= 3


@pytest.mark.parametrize("debug", [True, False])
async def test_other_statements_are_logged_for_debugging_only(debug, library, caplog):
    settings = DatabaseSettings(debug=debug)
    await open_library_file(library, settings=settings)
    logging.getLogger("sqlalchemy.engine.Engine").setLevel(logging.WARNING)
    with caplog.at_level(logging.DEBUG, "novelist.db.statements"):
        await writer().submit(note("a", SECRET))
    ours = [each for each in caplog.records if each.name == "novelist.db.statements"]
    found = [each for each in ours if "INSERT INTO preferences" in each.message]
    assert [each.levelno for each in found] == ([logging.DEBUG] if debug else [])
    assert SECRET not in caplog.text


async def test_an_error_of_a_statement_says_nothing_of_what_it_was_given(opened):
    with pytest.raises(DBAPIError) as caught:
        async with get_session() as session:
            await session.execute(text("INSERT INTO nowhere VALUES (:x)"), {"x": SECRET})
    assert SECRET not in str(caught.value)


# Leaks


async def test_a_session_that_is_dropped_while_open_is_named_and_fails_a_test(opened, caplog):
    async def leak():
        session = await create_session()
        assert session.sync_session is not None

        session = None
        gc.collect()

    with pytest.warns(ResourceWarning, match="test_a_session_that_is_dropped") as caught:
        await leak()
    assert "leak" in caplog.text
    assert len(caught) == 1
    assert get_session_stats().active_sessions == 0


@pytest.mark.filterwarnings("ignore:.*garbage collector:sqlalchemy.exc.SAWarning")
async def test_a_session_that_is_dropped_gives_its_turn_back(library):
    async def leak():
        session = await create_session()
        await note("lost")(session)
        session = None
        gc.collect()

    await open_library_file(library)
    with pytest.warns(ResourceWarning, match="dropped without being closed"):
        await leak()
    await asyncio.wait_for(writer().submit(note("after")), 20)
    assert pool_status().in_use == 1  # the writer's


async def test_a_session_that_is_open_for_too_long_is_named_once(opened, caplog):
    sessions = OpenSessions()
    async with get_session() as session:
        sessions.add(session)
        with pytest.warns(ResourceWarning, match="test_a_session_that_is_open"):
            sessions.report_old(-1.0)
        sessions.report_old(-1.0)
        sessions.discard(session)
    assert caplog.text.count("a session is open") == 1


async def test_the_open_library_looks_for_old_sessions_by_itself(library, loop_failures):
    await open_library_file(library, settings=DatabaseSettings(session_limit=0.01))
    found = asyncio.Event()
    asyncio.get_running_loop().set_exception_handler(lambda *_: found.set())
    session = await create_session()
    await asyncio.wait_for(found.wait(), 20)  # the warning is an error in tests
    await session.close()


async def test_a_session_of_the_factory_is_watched_from_its_first_transaction(opened):
    session = AsyncSessionLocal()
    assert get_session_stats().active_sessions == 0
    await session.execute(text("SELECT 1"))
    assert get_session_stats().active_sessions == 1
    await session.close()
    assert get_session_stats().active_sessions == 0


# async_with_retry


def failure(code):
    """What SQLite reports with that code."""
    original = sqlite3.OperationalError("some words")
    original.sqlite_errorcode = code
    return OperationalError("SELECT 1", {}, original)


def server_failure(code):
    """What the driver of a server reports."""
    return OperationalError("SELECT 1", {}, Exception(code, "some words"))


class Failing:
    """Fails with each of the errors in turn, then succeeds."""

    def __init__(self, *errors):
        self.errors, self.calls = list(errors), 0

    async def __call__(self, result="done"):
        return self.now(result)

    def now(self, result="done"):
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return result


@pytest.mark.parametrize(
    "error",
    [
        failure(sqlite3.SQLITE_BUSY),
        failure(sqlite3.SQLITE_BUSY_SNAPSHOT),
        failure(sqlite3.SQLITE_LOCKED),
        *(server_failure(code) for code in (1205, 1213, 2006, 2013)),
        OperationalError("SELECT 1", {}, Exception("gone"), connection_invalidated=True),
        ConnectionResetError(),
        StorageBusyError("another program"),
    ],
    ids=repr,
)
async def test_async_with_retry(error):
    failing = Failing(error, error)
    assert await async_with_retry(failing, "result", retry_delay=0) == "result"
    assert failing.calls == 3


async def test_async_with_retry_raises_the_last_error_unchanged():
    errors = [failure(sqlite3.SQLITE_BUSY) for _ in range(3)]
    failing = Failing(*errors)
    with pytest.raises(OperationalError) as caught:
        await async_with_retry(failing, max_retries=2, retry_delay=0)
    assert caught.value is errors[2]
    assert failing.calls == 3


@pytest.mark.parametrize(
    "error",
    [
        failure(sqlite3.SQLITE_FULL),
        server_failure(1064),
        OperationalError("SELECT 1", {}, sqlite3.OperationalError("database is locked")),
        ValueError("database is locked"),
        StorageFullError("full"),
    ],
    ids=repr,
)
async def test_async_with_retry_goes_by_code_and_never_by_words(error):
    failing = Failing(error)
    with pytest.raises(type(error)):
        await async_with_retry(failing, retry_delay=0)
    assert failing.calls == 1


async def test_async_with_retry_lets_a_cancellation_through():
    failing = Failing(asyncio.CancelledError())
    with pytest.raises(asyncio.CancelledError):
        await async_with_retry(failing, retry_delay=0)
    assert failing.calls == 1


async def test_async_with_retry_looks_at_the_cause_of_a_transaction_error():
    error = TransactionError("rolled back")
    error.__cause__ = failure(sqlite3.SQLITE_BUSY)
    assert await async_with_retry(Failing(error), retry_delay=0) == "done"


async def test_async_with_retry_waits_longer_each_time(monkeypatch):
    waits = []

    async def no_wait(seconds):
        waits.append(seconds)

    monkeypatch.setattr("novelist.db.retry.asyncio.sleep", no_wait)
    await async_with_retry(Failing(*[StorageBusyError("x")] * 3), retry_delay=1.0)
    for wait, plain in zip(waits, (1.0, 2.0, 4.0), strict=True):
        assert plain * 0.5 <= wait <= plain * 1.5


async def test_async_with_retry_as_a_decorator():
    failing = Failing(StorageBusyError("x"))

    @retrying(max_retries=1, retry_delay=0)
    async def work(result, *, max_retries):
        """Works."""
        return await failing(result), max_retries

    assert await work("done", max_retries="its own") == ("done", "its own")
    assert work.__doc__ == "Works."


def test_with_retry_of_a_plain_function():
    failing = Failing(StorageBusyError("x"))
    assert with_retry(failing.now, "done", retry_delay=0) == "done"
    again = Failing(StorageBusyError("x"))
    assert retrying(retry_delay=0)(again.now)("done") == "done"


async def test_async_with_retry_runs_the_whole_transaction_again(opened):
    attempts = []

    async def work():
        async with get_session() as session:
            await note("a")(session)
            attempts.append(await session.scalar(select(Preference.key)))
            if len(attempts) == 1:
                raise StorageBusyError("on purpose")

    await async_with_retry(work, retry_delay=0)
    assert attempts == ["a", "a"]
