# SPDX-License-Identifier: MIT
"""The rows of the session layer about sessions in threads and functions that are handed one."""

from __future__ import annotations

import asyncio
import inspect
import threading
from contextlib import suppress
from functools import partial

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError

from novelist.db.feed import after_commit, announce
from novelist.db.models import Preference
from novelist.db.session import (
    AsyncSessionLocal,
    async_session_scope,
    async_with_session,
    close_async_db,
    create_session,
    execute_transaction,
    get_session,
    init_async_db,
    open_session_count,
    reset_async_db,
    session_scope,
    subscribe_changes,
    with_session,
    writer,
)
from novelist.domain.changes import Action, Changes, Subject
from novelist.errors import (
    DatabaseNotInitializedError,
    SessionMisuseError,
    StorageBusyError,
    TransactionError,
    WriterReentryError,
)
from tests.database import url_of
from tests.db.rows import note, notes

CHANGES = Changes.of(Subject.PREFERENCE, Action.CREATED, [1])


def put(key, session, value=None):
    session.execute(insert(Preference), {"key": key, "value": value})


def write_in_thread(key, error=None, **overrides):
    with session_scope(**overrides) as session:
        put(key, session)
        if error is not None:
            raise error


# session_scope


async def test_session_scope(opened):
    await asyncio.to_thread(write_in_thread, "a")
    error = ValueError("on purpose")
    with pytest.raises(ValueError, match="on purpose") as caught:
        await asyncio.to_thread(write_in_thread, "b", error)
    assert caught.value is error
    assert notes(opened).keys() == {"a"}
    assert open_session_count() == 0


async def test_session_scope_waits_for_its_turn(opened):
    go = threading.Event()

    def work():
        go.wait()
        write_in_thread("thread")

    thread = asyncio.create_task(asyncio.to_thread(work))
    async with get_session() as session:
        go.set()
        while writer().pending < 2:  # noqa: ASYNC110 - a thread changes it
            await asyncio.sleep(0)
        await note("first")(session)
        assert not thread.done()
    await thread
    assert notes(opened).keys() == {"first", "thread"}


async def test_session_scope_in_a_thread_of_a_writing_scope_is_refused(opened):
    async with get_session():
        with pytest.raises(WriterReentryError):
            await asyncio.to_thread(write_in_thread, "a")


async def test_session_scope_takes_turns_with_everybody_else(opened):
    await writer().submit(note("sum", 0))

    def in_thread():
        with session_scope() as session:
            found = session.get(Preference, "sum")
            found.value += 1

    async def in_task():
        async with get_session() as session:
            found = await session.get(Preference, "sum")
            found.value += 1

    work = [asyncio.to_thread(in_thread) for _ in range(40)]
    await asyncio.gather(*work, *(in_task() for _ in range(40)))
    assert notes(opened) == {"sum": 80}


async def test_session_scope_on_the_thread_of_the_window_is_refused(opened):
    with pytest.raises(SessionMisuseError, match="to_thread"), session_scope():
        pytest.fail("the loop would stop")


def test_session_scope_without_a_running_loop(library):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(init_async_db(url_of(library)))
    write_in_thread("a")
    loop.run_until_complete(close_async_db())
    loop.close()
    assert notes(library).keys() == {"a"}


def test_session_scope_before_init_async_db():
    with pytest.raises(DatabaseNotInitializedError, match="init_async_db"):
        write_in_thread("a")


async def test_session_scope_without_auto_commit(opened):
    def work():
        with session_scope(auto_commit=False) as session:
            put("a", session)
            session.commit()
            put("b", session)

    await asyncio.to_thread(work)
    assert notes(opened).keys() == {"a"}


async def test_session_scope_nests_with_a_savepoint(opened):
    def work():
        with session_scope() as outer:
            put("outer", outer)
            for rollback in (True, False):
                with suppress(ValueError), session_scope(auto_rollback=rollback) as inner:
                    assert inner is outer
                    put(f"inner {rollback}", inner)
                    raise ValueError

    await asyncio.to_thread(work)
    assert notes(opened).keys() == {"outer", "inner False"}


async def test_session_scope_announces_on_the_loop(opened):
    heard, threads = [], []
    unsubscribe = subscribe_changes(heard.append)

    def work():
        with session_scope() as session:
            put("a", session)
            announce(session, CHANGES)
            after_commit(session, lambda: threads.append(threading.get_ident()))

    await asyncio.to_thread(work)
    await writer().flush()
    await asyncio.sleep(0)
    unsubscribe()
    assert heard == [CHANGES]
    assert threads == [threading.get_ident()]


async def test_session_scope_gives_its_turn_back_after_an_error(opened):
    with pytest.raises(ValueError, match="x"):
        await asyncio.to_thread(write_in_thread, "a", ValueError("x"))
    await writer().submit(note("b"))
    assert notes(opened).keys() == {"b"}


# async_with_session, with_session


@async_with_session()
async def add_first(session, key, *, value=None):
    """Adds one."""
    await note(key, value)(session)
    return key


@async_with_session()
async def add_keyword(key, *, session):
    await note(key)(session)


@with_session()
def put_first(session, key):
    """Puts one."""
    put(key, session)
    return key


async def test_async_with_session(opened):
    assert await add_first("a", value=1) == "a"
    await add_keyword("b")
    assert notes(opened) == {"a": 1, "b": None}


async def test_async_with_session_rolls_back(opened):
    @async_with_session()
    async def fail(session):
        await note("a")(session)
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        await fail()
    assert notes(opened) == {}


async def test_async_with_session_uses_the_callers_session_who_then_commits(opened):
    async with async_session_scope(auto_commit=False) as session:
        await add_first(session=session, key="a")
        await add_first(session, "b")
        await session.rollback()
        await add_keyword("c", session=session)
        await session.commit()
    assert notes(opened).keys() == {"c"}


def test_async_with_session_keeps_signature_name_and_docstring():
    assert (add_first.__name__, add_first.__doc__) == ("add_first", "Adds one.")
    assert list(inspect.signature(add_first).parameters) == ["session", "key", "value"]
    assert inspect.iscoroutinefunction(add_first)
    assert (put_first.__name__, put_first.__doc__) == ("put_first", "Puts one.")


async def test_async_with_session_of_a_method(opened):
    class Shelf:
        @async_with_session()
        async def add(self, session, key):
            await note(key)(session)
            return self

    shelf = Shelf()
    assert await shelf.add("a") is shelf
    assert notes(opened).keys() == {"a"}


async def test_async_with_session_takes_overrides(opened):
    @async_with_session(auto_commit=False)
    async def add(session):
        await note("a")(session)

    await add()
    assert notes(opened) == {}


async def test_async_with_session_runs_again_after_a_transient_failure(opened):
    attempts = []

    @async_with_session(retry_attempts=2, retry_delay=0)
    async def add(session):
        await note("a")(session)
        attempts.append(1)
        if len(attempts) < 3:
            raise StorageBusyError("on purpose")

    await add()
    assert len(attempts) == 3
    assert notes(opened).keys() == {"a"}


async def test_with_session(opened):
    assert await asyncio.to_thread(put_first, "a") == "a"
    assert await asyncio.to_thread(put_first, key="b") == "b"

    def both():
        with session_scope() as session:
            put_first(session, "c")
            put_first(session=session, key="d")
            session.rollback()

    await asyncio.to_thread(both)
    assert notes(opened).keys() == {"a", "b"}


def test_a_decorator_says_what_is_missing():
    with pytest.raises(SessionMisuseError, match="parameter `session`"):
        async_with_session()(keys_without_session)
    with pytest.raises(SessionMisuseError, match="@with_session"):
        async_with_session()(put)
    with pytest.raises(SessionMisuseError, match="@async_with_session"):
        with_session()(keys_without_session)


async def keys_without_session():
    """Takes none."""


# execute_transaction


@pytest.mark.parametrize(
    "provider", [get_session, create_session, AsyncSessionLocal, async_session_scope]
)
async def test_execute_transaction(provider, opened):
    async def callback(session):
        await note("a")(session)
        return 42

    assert await execute_transaction(provider, callback) == 42
    assert notes(opened).keys() == {"a"}
    assert open_session_count() == 0


@pytest.mark.parametrize("provider", [get_session, create_session])
async def test_execute_transaction_keeps_the_cause(provider, opened):
    error = ValueError("on purpose")

    async def callback(session):
        await note("a")(session)
        raise error

    with pytest.raises(TransactionError, match="on purpose") as caught:
        await execute_transaction(provider, callback)
    assert isinstance(caught.value, RuntimeError)
    assert caught.value.__cause__ is error
    assert notes(opened) == {}


async def test_execute_transaction_without_autoflush(opened):
    async def callback(session):
        session.add(Preference(key="a", value=1))
        return list(await session.scalars(select(Preference.key)))

    assert await execute_transaction(get_session, callback, autoflush=False) == []
    assert notes(opened) == {"a": 1}


async def test_execute_transaction_is_part_of_the_one_around_it(opened):
    async with get_session() as outer:
        await note("a")(outer)
        with pytest.raises(TransactionError):
            await execute_transaction(get_session, partial(broken, key="b"))
        await execute_transaction(get_session, note("c"))
    assert notes(opened).keys() == {"a", "c"}


async def broken(session, key):
    await note(key)(session)
    raise ValueError


async def test_execute_transaction_lets_a_cancellation_through(opened):
    async def callback(_session):
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await execute_transaction(get_session, callback)


def test_execute_transaction_before_init_async_db():
    reset_async_db()
    with pytest.raises(TransactionError) as caught:
        asyncio.run(execute_transaction(get_session, note("a")))
    assert isinstance(caught.value.__cause__, DatabaseNotInitializedError)


async def test_a_failing_commit_in_a_thread_is_our_error(opened):
    """The foreign key is checked at the end only."""
    from sqlalchemy import text

    from novelist.errors import MissingReferenceError

    def work():
        with session_scope() as session:
            session.execute(text("PRAGMA defer_foreign_keys=ON"))
            session.execute(
                text("INSERT INTO scene_bodies (item_id, content, plain_text, digest, updated_at,"
                     " version) VALUES (7, '', '', '', '2026-01-01', 1)")
            )  # fmt: skip

    with pytest.raises((MissingReferenceError, OperationalError)):
        await asyncio.to_thread(work)
    await writer().submit(note("after"))
    assert notes(opened).keys() == {"after"}
