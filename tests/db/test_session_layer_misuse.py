# SPDX-License-Identifier: MIT
"""Misuse gets a sentence, not a puzzle: each row of the session layer about it."""

from __future__ import annotations

import asyncio
import gc

import pytest
from sqlalchemy import insert, select, text

from novelist.db.models import Preference
from novelist.db.session import (
    async_session_scope,
    create_session,
    engine,
    execute_transaction,
    get_session,
    read_session,
    session_scope,
    writer,
)
from novelist.errors import (
    DatabaseNotInitializedError,
    SessionMisuseError,
    StorageReplacedError,
    TransactionError,
)
from tests.db.rows import note, notes


@pytest.mark.parametrize("name", ["execute", "scalar", "scalars", "stream"])
async def test_executing_on_the_engine(name, opened):
    with pytest.raises(SessionMisuseError, match=rf"await session.{name}\(") as caught:
        getattr(engine(), name)(text("SELECT 1"))
    assert "async with get_session()" in str(caught.value)


@pytest.mark.parametrize("scope", [get_session, read_session, async_session_scope])
async def test_awaiting_a_scope_instead_of_async_with(scope, opened):
    with pytest.raises(SessionMisuseError, match=rf"async with {scope.__name__}\(\) as session"):
        await scope()
    with pytest.raises(SessionMisuseError, match="async with"), scope():
        pytest.fail("a scope without async")
    with pytest.raises(SessionMisuseError, match="async with"):
        aiter(scope())
    with pytest.raises(SessionMisuseError, match="async with"):
        await scope().execute(text("SELECT 1"))


async def test_entering_a_scope_twice(opened):
    scope = get_session()
    async with scope as session:
        await note("a")(session)
    with pytest.raises(SessionMisuseError, match="once"):
        async with scope:
            pytest.fail("a scope is entered once")


async def test_forgetting_await_on_create_session(opened):
    def forget():
        create_session()
        gc.collect()

    with pytest.warns(RuntimeWarning, match="test_forgetting_await") as caught:
        forget()
    assert "never awaited" in str(caught[0].message)


async def test_using_what_create_session_gave_without_await(opened):
    with pytest.raises(SessionMisuseError, match="await create_session"):
        await create_session().execute(text("SELECT 1"))
    with pytest.raises(SessionMisuseError, match="async with await create_session"):
        async with create_session():
            pytest.fail("not a session yet")


@pytest.mark.parametrize("scope", [get_session, read_session, async_session_scope])
async def test_using_a_session_after_its_scope(scope, opened):
    async with scope() as session:
        await session.execute(text("SELECT 1"))
    for use in (
        lambda: session.execute(text("SELECT 1")),
        lambda: session.scalars(select(Preference)),
        lambda: session.get(Preference, "a"),
        session.flush,
        session.commit,
        session.rollback,
    ):
        with pytest.raises(SessionMisuseError, match="closed: do this inside"):
            await use()
    with pytest.raises(SessionMisuseError, match="closed"):
        session.add(Preference(key="a", value=1))
    with pytest.raises(SessionMisuseError, match="closed"):
        session.begin()


async def test_using_a_created_session_after_it_was_closed(opened):
    session = await create_session()
    await session.close()
    await session.close()
    with pytest.raises(SessionMisuseError, match="closed"):
        await session.execute(text("SELECT 1"))


@pytest.mark.parametrize("scope", [get_session, read_session])
async def test_two_tasks_in_one_session(scope, opened):
    async with scope() as session:
        both = (session.execute(text("SELECT 1")), session.execute(text("SELECT 2")))
        results = await asyncio.gather(*both, return_exceptions=True)
        for result in results:
            with pytest.raises(SessionMisuseError, match="another task"):
                raise result
        assert await session.scalar(text("SELECT 3")) == 3


async def test_two_tasks_in_one_created_session(opened):
    session = await create_session()
    for name in ("commit", "rollback", "flush"):
        with pytest.raises(SessionMisuseError, match="open one in each task"):
            await asyncio.create_task(getattr(session, name)())

    async def add():
        session.add(Preference(key="a", value=1))

    with pytest.raises(SessionMisuseError, match="another task"):
        await asyncio.create_task(add())
    await session.close()


async def test_writing_in_a_reading_session(opened):
    with pytest.raises(SessionMisuseError, match="get_session"):
        async with read_session() as session:
            await session.execute(insert(Preference), {"key": "a", "value": 1})
    with pytest.raises(SessionMisuseError, match="get_session"):
        async with read_session() as session:
            session.add(Preference(key="a", value=1))


async def test_changing_an_object_in_a_reading_session(opened):
    await writer().submit(note("a", 1))
    with pytest.raises(SessionMisuseError, match="get_session"):
        async with read_session() as session:
            (await session.get(Preference, "a")).value = 2
    assert notes(opened) == {"a": 1}


async def test_calling_anything_before_init_async_db():
    async def enter(scope):
        async with scope():
            pytest.fail("a session without a library")

    for scope in (get_session, read_session, async_session_scope):
        with pytest.raises(DatabaseNotInitializedError, match=r"await init_async_db\(url\)"):
            await enter(scope)
    for use in (writer, engine):
        with pytest.raises(DatabaseNotInitializedError, match="first"):
            use()
    with pytest.raises(DatabaseNotInitializedError, match="first"):
        await create_session()
    with pytest.raises(DatabaseNotInitializedError, match="first"):
        await asyncio.to_thread(lambda: session_scope().__enter__())


async def test_a_rollback_in_finally_when_creation_failed_masks_nothing():
    with pytest.raises(DatabaseNotInitializedError):
        await _create_and_roll_back()
    with pytest.raises(TransactionError) as caught:
        await execute_transaction(create_session, note("a"))
    assert isinstance(caught.value.__cause__, DatabaseNotInitializedError)


async def test_a_turn_that_fails_to_come_masks_nothing(opened):
    opened.rename(opened.with_suffix(".moved"))
    try:
        with pytest.raises(StorageReplacedError):
            async with get_session():
                pytest.fail("the library is gone")
        with pytest.raises(StorageReplacedError):
            await asyncio.to_thread(lambda: session_scope().__enter__())
    finally:
        opened.with_suffix(".moved").rename(opened)


async def test_a_rollback_that_fails_masks_nothing(opened):
    with pytest.raises(ValueError, match="on purpose"):
        await _break_off()
    await writer().submit(note("after"))


async def _create_and_roll_back():
    created = None
    try:
        created = await create_session()
    finally:
        if created is not None:
            await created.rollback()


async def _break_off():
    async with get_session() as session:
        await note("a")(session)
        await (await session.connection()).invalidate()
        raise ValueError("on purpose")
