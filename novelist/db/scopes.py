# SPDX-License-Identifier: MIT
"""The ways into a session: for reading, for writing alone with the writer, for keeping.

Whatever may commit takes its turn with the one writer (``novelist/db/writer.py``). A scope inside
another one of the same task joins it, with a savepoint.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.database import AsyncSessionLocal, database
from novelist.db.feed import OUTBOX, Outbox
from novelist.db.identity import LIVE
from novelist.db.turns import READING, WRITING, inside, is_inside, joined_session


@asynccontextmanager
async def read_session() -> AsyncIterator[AsyncSession]:
    """A session for reading: what it sees does not change for its length, and it cannot write.

    Inside another one of the same task it is that one. Raises ``EnvironmentFailure`` for a failing
    disk, ``SessionMisuseError`` for a write.
    """
    outer = joined_session(READING)
    if outer is not None:
        yield outer
        return
    opened = database.require()
    async with nullcontext() if is_inside(READING) else opened.readers:
        info = {OUTBOX: None, LIVE: opened.live}
        session = AsyncSessionLocal(bind=opened.engine, info=info)
        opened.sessions.add(session)
        with inside(READING, session), opened.backend.read_failures():
            async with session:
                yield session


@asynccontextmanager
async def get_session(*, autoflush: bool = True) -> AsyncIterator[AsyncSession]:
    """A session for writing, alone with the writer: commits at a clean end, else rolls back.

    An error in the body is raised unchanged. Inside another one, or a command, of the same task it
    is that session with a savepoint. ``autoflush=False`` sends nothing before it must.
    """
    async with _writing_scope() as session:
        with nullcontext() if autoflush else session.no_autoflush:
            yield session


async def session_dependency() -> AsyncIterator[AsyncSession]:
    """``get_session`` as an async generator, for frameworks that inject dependencies."""
    async with get_session() as session:
        yield session


async def create_session() -> AsyncSession:
    """A session whose life is the caller's: commit, roll back and close it explicitly.

    Each of its transactions takes the writer's turn with its first statement and gives it back at
    its end, so keep them short. Counted until closed.
    """
    opened = database.require()
    session = AsyncSessionLocal()
    opened.sessions.add(session)
    return session


def _writing_scope() -> AbstractAsyncContextManager[AsyncSession]:
    outer = joined_session(WRITING)
    return database.require_writer().turn() if outer is None else _savepoint(outer)


@asynccontextmanager
async def _savepoint(session: AsyncSession) -> AsyncIterator[AsyncSession]:
    outbox: Outbox = session.info[OUTBOX]
    mark = outbox.mark()
    try:
        async with session.begin_nested():
            yield session
    except BaseException:
        outbox.rewind(mark)
        raise
