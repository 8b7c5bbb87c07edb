# SPDX-License-Identifier: MIT
"""The ways into a session: for reading, for writing alone with the writer, for keeping.

Whatever may commit takes its turn with the one writer (``novelist/db/writer.py``). A scope inside
another one of the same task joins it, with a savepoint. Threads have ``thread_scopes.py``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.database import AsyncSessionLocal, database
from novelist.db.feed import OUTBOX, Outbox
from novelist.db.guarded_session import FAILED
from novelist.db.identity import LIVE
from novelist.db.scope_settings import ScopeSettings
from novelist.db.session_creation import SessionCreation, SessionScope
from novelist.db.turns import READING, WRITING, inside, is_inside, joined_session


def read_session() -> SessionScope:
    """A session for reading: what it sees does not change for its length, and it cannot write.

    Inside another one of the same task it is that one. Raises ``EnvironmentFailure`` for a failing
    disk, ``SessionMisuseError`` for a write.
    """
    return SessionScope("read_session()", _reading)


def get_session(*, autoflush: bool = True) -> SessionScope:
    """A session for writing, alone with the writer: commits at a clean end, else rolls back.

    An error in the body is raised unchanged. Inside another one, or a command, of the same task it
    is that session with a savepoint. ``autoflush=False`` sends nothing before it must.
    """
    return SessionScope("get_session()", partial(_writing, ScopeSettings(), autoflush=autoflush))


async def session_dependency() -> AsyncIterator[AsyncSession]:
    """``get_session`` as an async generator, for frameworks that inject dependencies."""
    async with get_session() as session:
        yield session


def async_session_scope(**overrides: Any) -> SessionScope:  # noqa: ANN401 - of several types
    """``get_session`` with ``auto_commit``, ``auto_rollback`` and ``enable_monitoring`` to choose.

    What is not chosen here is as ``configure_session`` set it. Without ``auto_commit`` the body
    commits; what it did not commit is rolled back at the end. See ``ScopeSettings``.
    """
    settings = database.configuration.settings.overridden(overrides)
    return SessionScope("async_session_scope()", partial(_writing, settings))


def create_session() -> SessionCreation:
    """Awaited: a session whose life is the caller's: commit, roll back and close it explicitly.

    Each of its transactions takes the writer's turn with its first statement and gives it back at
    its end, so keep them short. Counted until closed.
    """
    return SessionCreation(_create)


def _create() -> AsyncSession:
    database.require()
    session = AsyncSessionLocal()
    database.hand_out(session.sync_session)
    return session


@asynccontextmanager
async def _reading() -> AsyncIterator[AsyncSession]:
    outer = joined_session(READING)
    if outer is not None:
        yield outer
        return
    opened = database.require()
    async with nullcontext() if is_inside(READING) else opened.readers:
        info = {OUTBOX: None, LIVE: opened.live}
        session = AsyncSessionLocal(bind=opened.engine, info=info)
        database.hand_out(session.sync_session)
        with inside(READING, session), opened.backend.read_failures():
            async with session:
                yield session
                session.guard.require_unchanged()


@asynccontextmanager
async def _writing(
    settings: ScopeSettings, *, autoflush: bool = True
) -> AsyncIterator[AsyncSession]:
    outer = joined_session(WRITING)
    scope = _turn(settings) if outer is None else _savepoint(outer, settings)
    async with scope as session:
        with nullcontext() if autoflush else session.no_autoflush:
            yield session


@asynccontextmanager
async def _turn(settings: ScopeSettings) -> AsyncIterator[AsyncSession]:
    async with database.require_writer().turn() as session:
        counted = settings.enable_monitoring
        database.hand_out(session.sync_session, counted=counted)
        try:
            yield session
        except BaseException:
            session.info[FAILED] = True
            raise
        if not settings.auto_commit:
            await session.rollback()


def _savepoint(
    session: AsyncSession, settings: ScopeSettings
) -> AbstractAsyncContextManager[AsyncSession]:
    return _undone_on_error(session) if settings.auto_rollback else _kept_on_error(session)


@asynccontextmanager
async def _undone_on_error(session: AsyncSession) -> AsyncIterator[AsyncSession]:
    outbox: Outbox = session.info[OUTBOX]
    mark = outbox.mark()
    try:
        async with session.begin_nested():
            yield session
    except BaseException:
        outbox.rewind(mark)
        raise


@asynccontextmanager
async def _kept_on_error(session: AsyncSession) -> AsyncIterator[AsyncSession]:
    savepoint = await session.begin_nested()
    try:
        yield session
    finally:
        if savepoint.is_active:
            await savepoint.commit()
