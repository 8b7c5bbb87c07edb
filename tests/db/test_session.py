# SPDX-License-Identifier: MIT
"""The promises of ``novelist.db.session``."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import NullPool, select, text

from novelist.db import session as database
from novelist.db.feed import after_commit, announce
from novelist.db.lock import lock_path
from novelist.db.models import Preference
from novelist.db.session import (
    AsyncSessionLocal,
    DatabaseSettings,
    close_async_db,
    create_session,
    engine_options,
    get_session,
    init_async_db,
    init_db,
    library_url,
    open_library_at,
    open_library_file,
    open_session_count,
    read_session,
    reset_async_db,
    session_dependency,
    subscribe_changes,
    writer,
)
from novelist.domain.changes import Action, Changes, Subject
from novelist.errors import (
    DatabaseAlreadyOpenError,
    DatabaseNotInitializedError,
    LibraryMissingError,
    SessionMisuseError,
    StorageCorruptError,
    StorageReplacedError,
    WriterReentryError,
)
from tests.database import url_of
from tests.db.rows import note, notes, renote, rows

CHANGES = Changes.of(Subject.PREFERENCE, Action.CREATED, [1])


async def keys(session):
    return set(await session.scalars(select(Preference.key)))


# engine_options


def test_sqlite_opens_a_connection_for_each_session():
    options = engine_options("sqlite+aiosqlite:///x.novelist", DatabaseSettings(debug=True))
    assert options["poolclass"] is NullPool
    assert options["connect_args"]["check_same_thread"] is False
    assert options["pool_pre_ping"] is False
    assert options["echo"] is True


@pytest.mark.parametrize("backend", ["mysql+asyncmy", "mariadb+asyncmy"])
def test_a_server_gets_a_pool_that_checks_its_connections(backend):
    settings = DatabaseSettings(pool_size=3, max_overflow=4)
    options = engine_options(f"{backend}://localhost/novels", settings)
    assert options["pool_pre_ping"] is True
    assert options["pool_recycle"] == 3600
    assert (options["pool_size"], options["max_overflow"]) == (3, 4)
    assert "poolclass" not in options


@pytest.mark.parametrize("url", ["sqlite+aiosqlite:///x", "mysql+asyncmy://localhost"])
def test_json_is_stored_readable_and_parameters_stay_out_of_logs(url):
    options = engine_options(url)
    assert options["json_serializer"]({"a": "雾"}) == '{"a": "雾"}'
    assert options["json_deserializer"]('{"a": "雾"}') == {"a": "雾"}
    assert options["hide_parameters"] is True


# Opening and closing


async def test_nothing_works_before_init_async_db():
    for use in (writer, database.identity_map):
        with pytest.raises(DatabaseNotInitializedError, match="init_async_db"):
            use()
    for scope in (read_session, get_session):
        with pytest.raises(DatabaseNotInitializedError, match="init_async_db"):
            async with scope():
                pytest.fail("a session without a library")
    with pytest.raises(DatabaseNotInitializedError):
        await create_session()
    with pytest.raises(DatabaseNotInitializedError):
        await init_db()
    async with AsyncSessionLocal() as session:
        with pytest.raises(DatabaseNotInitializedError):
            await session.execute(text("SELECT 1"))


async def test_a_library_can_be_worked_in_after_init_async_db(library):
    await init_async_db(url_of(library))
    await writer().submit(note("a"))
    assert notes(library).keys() == {"a"}


async def test_init_async_db_is_idempotent(library):
    await init_async_db(url_of(library))
    first = writer()
    await init_async_db(str(url_of(library)))
    assert writer() is first


async def test_another_library_is_refused_while_one_is_open(opened, tmp_path):
    with pytest.raises(DatabaseAlreadyOpenError):
        await init_async_db(library_url(tmp_path / "Other.novelist"))


async def test_without_a_url_the_default_library_is_meant(novelist_home):
    await init_async_db()
    await init_db()
    assert (novelist_home / "Novels.novelist").is_file()


async def test_init_async_db_makes_nothing(tmp_path):
    await init_async_db(library_url(tmp_path / "New.novelist"))
    with pytest.raises(DatabaseNotInitializedError, match="init_db"):
        async with read_session():
            pytest.fail("a session in a library that is not there")
    await close_async_db()
    assert list(tmp_path.iterdir()) == []


async def test_init_db_makes_a_library_and_is_idempotent(tmp_path):
    path = tmp_path / "雾港 100% #1.novelist"
    await init_async_db(library_url(path))
    await asyncio.gather(init_db(), init_db())
    await init_db()
    await writer().submit(note("a"))
    assert notes(path).keys() == {"a"}


async def test_a_missing_library_is_not_made_unless_asked_for(tmp_path):
    with pytest.raises(LibraryMissingError):
        await open_library_file(tmp_path / "New.novelist")
    assert list(tmp_path.iterdir()) == []
    await open_library_file(tmp_path / "New.novelist", create=True)


async def test_a_failed_opening_leaves_the_way_free_for_another(tmp_path, library):
    (tmp_path / "empty").touch()
    with pytest.raises(Exception, match="empty"):
        await open_library_file(tmp_path / "empty")
    await open_library_at(url_of(library))


async def test_close_is_idempotent_and_the_library_opens_again(opened):
    await writer().submit(note("a"))
    await close_async_db()
    await close_async_db()
    await init_async_db(url_of(opened))
    async with read_session() as session:
        assert await keys(session) == {"a"}


async def test_close_reports_and_closes_sessions_that_are_still_open(library, caplog):
    await open_library_at(url_of(library), settings=DatabaseSettings(debug=True))
    logging.getLogger("sqlalchemy.engine.Engine").setLevel(logging.WARNING)
    session = await create_session()
    await note("lost")(session)
    await close_async_db()
    assert "test_close_reports" in caplog.text
    assert notes(library) == {}


@pytest.mark.parametrize(
    "url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", "mysql+asyncmy://localhost"]
)
async def test_what_cannot_be_a_library_is_refused_with_a_reason(url):
    with pytest.raises(SessionMisuseError):
        await init_async_db(url)


def test_reset_forgets_a_library_whose_loop_is_dead(library):
    async def open_and_write(key):
        await open_library_at(url_of(library))
        await writer().submit(note(key))

    asyncio.run(open_and_write("a"))
    reset_async_db()
    reset_async_db()
    asyncio.run(open_and_write("b"))
    reset_async_db()
    gc.collect()
    assert notes(library).keys() == {"a", "b"}


def test_a_library_of_another_loop_is_refused_with_what_to_call(library):
    async def use():
        async with read_session():
            pytest.fail("a session in another loop")

    asyncio.run(open_library_at(url_of(library)))
    with pytest.raises(SessionMisuseError, match="reset_async_db"):
        asyncio.run(use())
    reset_async_db()


def test_a_forked_worker_opens_its_own_library_and_leaves_the_parents_alone(library, tmp_path):
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")

    async def parent():
        await open_library_at(url_of(library))
        await writer().submit(note("before"))
        child = os.fork()
        if child == 0:
            os._exit(_work_in_another_library(tmp_path / "Other.novelist"))
        _, status = await asyncio.to_thread(os.waitpid, child, 0)
        await writer().submit(note("after"))
        assert not isinstance(library, Path) or lock_path(library).exists()
        await close_async_db()
        return status

    assert asyncio.run(parent()) == 0
    assert notes(library).keys() == {"before", "after"}
    assert notes(tmp_path / "Other.novelist").keys() == {"child"}


def _work_in_another_library(path):
    """What a forked worker does; its exit status."""

    async def work():
        await open_library_file(path, create=True)
        await writer().submit(note("child"))
        await close_async_db()

    reset_async_db()
    asyncio.run(work())
    return 0


# Connections


async def test_every_connection_is_set_up(opened):
    expected = {
        "foreign_keys": 1, "synchronous": 2, "fullfsync": 1, "trusted_schema": 0,
        "cell_size_check": 1, "busy_timeout": 5000, "journal_mode": "wal",
    }  # fmt: skip

    async def found(session):
        return {name: await session.scalar(text(f"PRAGMA {name}")) for name in expected}

    async with read_session() as session:
        assert await found(session) == expected
    assert await writer().submit(found) == expected


async def test_no_connection_makes_an_empty_library(opened):
    opened.rename(opened.with_suffix(".moved"))
    with pytest.raises(StorageReplacedError):
        async with read_session() as session:
            await session.execute(text("SELECT 1"))
    assert not opened.exists()
    opened.with_suffix(".moved").rename(opened)


async def test_json_values_are_stored_as_people_wrote_them(opened):
    await writer().submit(note("a", {"title": "雾港"}))
    assert rows(opened, "SELECT value FROM preferences") == [('{"title": "雾港"}',)]
    assert json.loads(rows(opened, "SELECT value FROM preferences")[0][0]) == {"title": "雾港"}


# read_session


async def test_a_reading_session_sees_one_state_for_its_length(opened):
    async with read_session() as session:
        assert await keys(session) == set()
        await writer().submit(note("a"))
        assert await keys(session) == set()
    async with read_session() as session:
        assert await keys(session) == {"a"}


async def test_a_write_in_a_reading_session_fails_at_once_and_says_what_to_write(opened):
    with pytest.raises(SessionMisuseError, match="get_session"):
        async with read_session() as session:
            await note("a")(session)
    with pytest.raises(SessionMisuseError, match="get_session"):
        async with read_session() as session:
            announce(session, CHANGES)


async def test_reading_does_not_wait_for_the_writer(opened):
    async with get_session() as writing:
        await note("a")(writing)
        async with read_session() as session:
            assert await keys(session) == set()


async def test_reading_sessions_are_few_at_a_time(opened):
    deepest = 0

    async def read():
        nonlocal deepest
        async with read_session() as session:
            await session.execute(text("SELECT 1"))
            deepest = max(deepest, open_session_count())

    await asyncio.gather(*(read() for _ in range(60)))
    assert deepest == 6


async def test_reading_sessions_nest_without_waiting_for_each_other(opened):
    async def nested():
        async with read_session() as outer, read_session() as inner:
            assert inner is outer
            async with asyncio.TaskGroup() as group:
                group.create_task(alone(outer))

    async def alone(outer):
        async with read_session() as session:
            assert session is not outer

    await asyncio.gather(*(nested() for _ in range(20)))


async def test_a_damaged_page_is_our_error_in_a_reading_session(library):
    size = library.stat().st_size
    with library.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(StorageCorruptError):
        await open_library_at(url_of(library))


async def test_an_error_that_is_not_the_stores_passes_unchanged(opened):
    error = ValueError("on purpose")
    with pytest.raises(ValueError, match="on purpose") as caught:
        async with read_session():
            raise error
    assert caught.value is error


# get_session


async def test_a_writing_session_commits_at_a_clean_end(opened):
    async with get_session() as session:
        session.add(Preference(key="a", value=1))
    assert notes(opened) == {"a": 1}


async def test_a_writing_session_rolls_back_and_raises_the_same_error(opened):
    error = ValueError("on purpose")

    async def body():
        async with get_session() as session:
            await note("a")(session)
            raise error

    with pytest.raises(ValueError, match="on purpose") as caught:
        await body()
    assert caught.value is error
    assert notes(opened) == {}


async def test_objects_stay_readable_after_the_commit(opened):
    async with get_session() as session:
        preference = Preference(key="a", value=1)
        session.add(preference)
    assert preference.value == 1


async def test_autoflush_can_be_put_off(opened):
    async with get_session(autoflush=False) as session:
        session.add(Preference(key="a", value=1))
        assert await keys(session) == set()
    assert notes(opened).keys() == {"a"}
    async with get_session() as session:
        session.add(Preference(key="b", value=1))
        assert await keys(session) == {"a", "b"}


async def test_a_nested_writing_session_is_the_outer_one_with_a_savepoint(opened):
    async with get_session() as outer:
        await note("outer")(outer)
        with suppress(ValueError):
            async with get_session() as inner:
                assert inner.sync_session is outer.sync_session
                await note("inner")(inner)
                raise ValueError
        async with get_session() as inner:
            await note("second")(inner)
    assert notes(opened).keys() == {"outer", "second"}


async def test_a_writing_session_inside_a_command_joins_it(opened):
    async def command(session):
        async with get_session() as inner:
            assert inner.sync_session is session.sync_session
            await note("a")(inner)
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        await writer().submit(command)
    assert notes(opened) == {}


async def test_writing_from_a_child_task_of_a_writing_session_is_refused(opened):
    async def child():
        async with get_session():
            pytest.fail("a second writing session")

    async with get_session():
        with pytest.raises(WriterReentryError):
            await asyncio.create_task(child())
        with pytest.raises(WriterReentryError):
            await writer().submit(note("a"))


async def test_a_committed_scope_announces_and_a_rolled_back_part_does_not(opened):
    heard = []
    unsubscribe = subscribe_changes(heard.append)
    other = Changes.of(Subject.NOVEL, Action.DELETED, [2])
    async with get_session() as session:
        announce(session, CHANGES)
        with suppress(ValueError):
            async with get_session() as inner:
                announce(inner, other)
                raise ValueError
        assert heard == []
    await asyncio.sleep(0)
    unsubscribe()
    assert heard == [CHANGES]


async def test_a_rolled_back_scope_announces_nothing(opened):
    heard = []
    unsubscribe = subscribe_changes(heard.append)
    with suppress(ValueError):
        async with get_session() as session:
            after_commit(session, lambda: heard.append("callback"))
            announce(session, CHANGES)
            raise ValueError
    await asyncio.sleep(0)
    unsubscribe()
    assert heard == []


async def test_a_commit_in_the_middle_of_a_scope_is_a_commit(opened):
    done = []
    with suppress(ValueError):
        async with get_session() as session:
            await note("a")(session)
            after_commit(session, lambda: done.append("a"))
            await session.commit()
            await note("b")(session)
            after_commit(session, lambda: done.append("b"))
            raise ValueError
    assert notes(opened).keys() == {"a"}
    assert done == ["a"]


async def test_many_writing_sessions_at_once_all_succeed(opened):
    async def read_then_write(number):
        async with get_session() as session:
            before = len(await keys(session))
            await note(f"{number}", before)(session)

    await asyncio.gather(*(read_then_write(number) for number in range(300)))
    assert sorted(notes(opened).values()) == list(range(300))


async def test_an_injected_session_commits_or_rolls_back_like_get_session(opened):
    dependency = session_dependency()
    session = await anext(dependency)
    await note("a")(session)
    with suppress(StopAsyncIteration):
        await anext(dependency)
    failing = session_dependency()
    session = await anext(failing)
    await note("b")(session)
    with pytest.raises(ValueError, match=r"^$"):
        await failing.athrow(ValueError())
    assert notes(opened).keys() == {"a"}


# create_session


async def test_a_created_session_is_committed_and_closed_by_its_owner(opened):
    session = await create_session()
    assert open_session_count() == 1
    await note("a")(session)
    await session.commit()
    await note("b")(session)
    await session.rollback()
    assert open_session_count() == 1
    await session.close()
    assert open_session_count() == 0
    assert notes(opened).keys() == {"a"}


async def test_created_sessions_take_turns_with_everybody_else(opened):
    await writer().submit(note("sum", 0))

    async def add_one():
        session = await create_session()
        preference = await session.get(Preference, "sum")
        await session.execute(text("SELECT 1"))
        await renote("sum", preference.value + 1)(session)
        await session.commit()
        await session.close()

    async def command(session):
        preference = await session.get(Preference, "sum")
        await renote("sum", preference.value + 1)(session)

    own = [add_one() for _ in range(20)]
    await asyncio.gather(*own, *(writer().submit(command) for _ in range(20)))
    assert notes(opened) == {"sum": 40}


async def test_a_created_session_gives_its_turn_back_at_each_end(opened):
    for end in ("commit", "rollback", "close"):
        session = await create_session()
        await note(end)(session)
        await getattr(session, end)()
        await writer().submit(note(f"after {end}"))
        await session.close()
    session = await create_session()
    with pytest.raises(Exception, match=r"UNIQUE|Duplicate"):
        await note("commit")(session)
    await session.close()
    await writer().submit(note("last"))


async def test_a_task_that_would_wait_for_its_own_session_is_told_so(opened):
    session = await create_session()
    await note("a")(session)
    other = await create_session()
    with pytest.raises(WriterReentryError, match="close"):
        await note("b")(other)
    with pytest.raises(WriterReentryError, match="close"):
        async with get_session():
            pytest.fail("a turn while the task has one")
    await session.commit()
    await note("b")(other)
    await other.commit()
    for each in (session, other):
        await each.close()
    assert notes(opened).keys() == {"a", "b"}


async def test_a_created_session_announces_what_it_commits(opened):
    heard = []
    unsubscribe = subscribe_changes(heard.append)
    async with await create_session() as session:
        await note("a")(session)
        announce(session, CHANGES)
        await session.rollback()
        await note("a")(session)
        async with session.begin_nested():
            await note("b")(session)
        assert heard == []
        announce(session, CHANGES)
        await session.commit()
    await asyncio.sleep(0)
    unsubscribe()
    assert heard == [CHANGES]


async def test_a_session_factory_of_the_module_takes_turns_too(opened):
    async with AsyncSessionLocal() as session:
        await note("a")(session)
        posted = writer().post(note("b"))
        await session.commit()
    await posted
    assert notes(opened).keys() == {"a", "b"}


async def test_submitting_while_the_task_writes_with_its_own_session_is_refused(opened):
    session = await create_session()
    await note("a")(session)
    with pytest.raises(WriterReentryError, match="close"):
        await writer().submit(note("b"))
    with pytest.raises(WriterReentryError, match="close"):
        await writer().flush()
    await session.close()
