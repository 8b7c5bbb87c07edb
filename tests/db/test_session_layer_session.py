# SPDX-License-Identifier: MIT
"""The rows of the session layer about ``session.py``, a test or more for each, named after it.

Opening, reading and writing sessions are tested in depth in ``test_session.py``.
"""

from __future__ import annotations

import inspect
import logging

import pytest
from sqlalchemy import NullPool, insert, select, text

from novelist.db.models import Preference
from novelist.db.monitor import reset_session_stats
from novelist.db.session import (
    AsyncSessionLocal,
    DatabaseSettings,
    async_session_scope,
    close_async_db,
    configure_session,
    create_session,
    engine,
    engine_options,
    get_session,
    init_async_db,
    init_db,
    library_url,
    open_session_count,
    read_session,
    reset_async_db,
    session_dependency,
    writer,
)
from novelist.errors import (
    DatabaseAlreadyOpenError,
    DatabaseNotInitializedError,
    LibraryForeignError,
    SessionMisuseError,
)
from tests.database import url_of
from tests.db.rows import note, notes, rows


@pytest.fixture
def settings():
    """The settings as they were, afterwards."""
    before = configure_session()
    yield before
    configure_session(**{name: getattr(before, name) for name in before.__slots__})


async def fail_in(scope, error=None, key="b"):
    """Write a row in the scope and raise."""
    async with scope as session:
        await note(key)(session)
        raise error or ValueError("on purpose")


async def keys(session):
    return set(await session.scalars(select(Preference.key)))


def test_engine_options():
    of_file = engine_options("sqlite+aiosqlite:///x.novelist", DatabaseSettings(debug=True))
    assert of_file["poolclass"] is NullPool
    assert of_file["connect_args"]["check_same_thread"] is False
    assert (of_file["pool_pre_ping"], of_file["echo"]) == (False, True)
    of_server = engine_options("mysql+asyncmy://host/x", DatabaseSettings(pool_size=2))
    assert (of_server["pool_pre_ping"], of_server["pool_recycle"]) == (True, 3600)
    assert (of_server["pool_size"], of_server["echo"]) == (2, False)
    for options in (of_file, of_server):
        assert options["json_serializer"]("雾") == '"雾"'


async def test_init_async_db(library, tmp_path):
    with pytest.raises(DatabaseNotInitializedError, match="init_async_db"):
        writer()
    await init_async_db(url_of(library))
    await init_async_db(url_of(library))
    with pytest.raises(DatabaseAlreadyOpenError):
        await init_async_db(library_url(tmp_path / "Other.novelist"))


async def test_close_async_db(library, caplog):
    await init_async_db(url_of(library))
    waiting = writer().post(note("a"))
    forgotten = await create_session()
    await forgotten.execute(text("SELECT 1"))
    await forgotten.rollback()
    await close_async_db()
    await close_async_db()
    assert await waiting is None
    assert "test_close_async_db" in caplog.text
    assert notes(library) == {"a": None}
    await init_async_db(url_of(library))


async def test_reset_async_db(opened):
    writer().post(note("lost"))
    reset_async_db()
    reset_async_db()
    with pytest.raises(DatabaseNotInitializedError):
        writer()
    await init_async_db(url_of(opened))
    await writer().submit(note("a"))
    assert "a" in notes(opened)


async def test_init_db(tmp_path):
    path = tmp_path / "New.novelist"
    await init_async_db(library_url(path))
    await init_db()
    await init_db()
    assert rows(path, "SELECT count(*) FROM alembic_version") == [(1,)]


async def test_init_db_of_a_database_to_be_thrown_away(tmp_path):
    path = tmp_path / "Scratch.novelist"
    await init_async_db(library_url(path))
    await init_db(throw_away=True)
    await writer().submit(note("a"))
    assert notes(path) == {"a": None}
    await close_async_db()
    with pytest.raises(LibraryForeignError):
        await init_async_db(library_url(path))


async def test_async_session_local(opened):
    async with AsyncSessionLocal() as session:
        assert session.sync_session.expire_on_commit is False
        assert session.sync_session.autoflush is True
        session.add(Preference(key="a", value=1))
        assert await keys(session) == {"a"}
        await session.commit()
    assert notes(opened) == {"a": 1}


async def test_read_session(opened):
    async with read_session() as session:
        assert await keys(session) == set()
        await writer().submit(note("a"))
        assert await keys(session) == set()
    with pytest.raises(SessionMisuseError, match="get_session"):
        async with read_session() as session:
            await session.execute(insert(Preference), {"key": "b", "value": 1})


async def test_get_session(opened):
    async with get_session() as session:
        session.add(Preference(key="a", value=1))
    error = ValueError("on purpose")
    with pytest.raises(ValueError, match="on purpose") as caught:
        await fail_in(get_session(), error)
    assert caught.value is error
    assert notes(opened) == {"a": 1}


async def test_get_session_without_autoflush(opened):
    async with get_session(autoflush=False) as session:
        session.add(Preference(key="a", value=1))
        assert await keys(session) == set()
    assert notes(opened) == {"a": 1}


async def test_session_dependency(opened):
    assert inspect.isasyncgenfunction(session_dependency)
    async for session in session_dependency():
        await note("a")(session)
    assert notes(opened).keys() == {"a"}


async def test_create_session(opened):
    session = await create_session()
    assert open_session_count() == 1
    await note("a")(session)
    await session.commit()
    await note("b")(session)
    await session.rollback()
    await session.close()
    assert open_session_count() == 0
    assert notes(opened).keys() == {"a"}


async def test_async_session_scope(opened):
    async with async_session_scope() as session:
        await note("a")(session)
    with pytest.raises(ValueError, match="on purpose"):
        await fail_in(async_session_scope())
    assert notes(opened).keys() == {"a"}


async def test_async_session_scope_without_auto_commit(opened):
    async with async_session_scope(auto_commit=False) as session:
        await note("a")(session)
        await session.commit()
        await note("b")(session)
    assert notes(opened).keys() == {"a"}


async def test_async_session_scope_without_auto_rollback(opened):
    async with get_session():
        with pytest.raises(ValueError, match="on purpose"):
            await fail_in(async_session_scope(auto_rollback=False), key="kept")
    with pytest.raises(ValueError, match="on purpose"):
        await fail_in(async_session_scope(auto_rollback=False), key="lost")
    assert notes(opened).keys() == {"kept"}


async def test_configure_session(opened, settings):
    found = configure_session(auto_commit=False, retry_attempts=5, retry_delay=0)
    assert (found.auto_commit, found.retry_attempts, found.retry_delay) == (False, 5, 0)
    assert configure_session() == found
    async with async_session_scope() as session:
        await note("a")(session)
    async with async_session_scope(auto_commit=True) as session:
        await note("b")(session)
    assert notes(opened).keys() == {"b"}


def test_configure_session_sets_the_level_of_its_log(settings):
    assert configure_session(log_level="ERROR").log_level == logging.ERROR
    assert logging.getLogger("novelist.db").level == logging.ERROR


@pytest.mark.parametrize(
    "wrong",
    [
        {"auto_commit": 1},
        {"enable_monitoring": "yes"},
        {"log_level": "LOUD"},
        {"retry_attempts": -1},
        {"retry_attempts": 1.5},
        {"retry_delay": "soon"},
    ],
)
def test_configure_session_refuses_what_makes_no_sense(wrong, settings):
    with pytest.raises(SessionMisuseError, match=next(iter(wrong))):
        configure_session(**wrong)
    assert configure_session() == settings


def test_configure_session_knows_its_settings(settings):
    with pytest.raises(SessionMisuseError, match="auto_commit"):
        async_session_scope(autocommit=True)


async def test_the_structure_through_the_engine(opened):
    async with engine().begin() as connection:
        await connection.execute(insert(Preference), {"key": "a", "value": 1})
    assert notes(opened) == {"a": 1}


async def test_the_statistics_are_noted_at_the_end(library, caplog):
    reset_session_stats()
    with caplog.at_level(logging.INFO):
        await init_async_db(url_of(library))
        await writer().submit(note("a"))
        await close_async_db()
    assert "success_rate=100.0" in caplog.text
