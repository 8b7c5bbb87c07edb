# SPDX-License-Identifier: MIT
"""Opening a library and working in it: the engine, the sessions, the way to the writer.

    await init_async_db(library_url(path))   # looks at the file, locks it, builds the engine
    await init_db()                          # makes the library or brings it up to date
    async with read_session() as session:    # cannot write, never waits for the writer
    async with get_session() as session:     # alone with the writer; commits at a clean end
    await writer().submit(command)           # what the program itself does

Whatever may commit takes its turn with the one writer (``novelist/db/writer.py``). Decorators,
sync scopes, statistics, retries and builders are not here yet.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlalchemy import URL, Connection, Engine, NullPool, event, make_url
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import Session, SessionTransaction

from novelist import paths
from novelist.db.command_queue import Lease
from novelist.db.connection import MODE, OWN_TURN, WRITE, listen
from novelist.db.failures import read_failure
from novelist.db.feed import OUTBOX, ChangeFeed, Listener, Outbox
from novelist.db.group_commit import Joining
from novelist.db.held_connection import HeldConnection
from novelist.db.identity import LIVE, IdentityMap
from novelist.db.lock import LibraryLock
from novelist.db.migrate import is_current, prepare_library
from novelist.db.open_sessions import OpenSessions
from novelist.db.turns import READING, WRITING, inside, is_inside, joined_session
from novelist.db.writer import Writer, WriterSettings
from novelist.errors import (
    DatabaseAlreadyOpenError,
    DatabaseNotInitializedError,
    SessionMisuseError,
)

log = logging.getLogger(__name__)

Options: TypeAlias = dict[str, Any]
_READERS: Final = 6  # each reading session has a thread; more of them are no faster


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """What may be chosen about a database; times are in seconds."""

    debug: bool = False
    busy_timeout: float = 5.0
    pool_size: int = 5
    max_overflow: int = 10
    writer: WriterSettings = field(default_factory=WriterSettings)


def engine_options(url: str | URL, settings: DatabaseSettings | None = None) -> Options:
    """What ``create_async_engine`` is given for ``url``: SQLite, or MySQL and MariaDB."""
    settings = settings or DatabaseSettings()
    options: Options = {
        "echo": settings.debug,
        "hide_parameters": True,  # they are people's manuscripts
        "json_serializer": partial(json.dumps, ensure_ascii=False),
        "json_deserializer": json.loads,
    }
    if make_url(url).get_backend_name() == "sqlite":
        connect_args = {"check_same_thread": False, "timeout": settings.busy_timeout}
        return options | {
            "poolclass": NullPool,
            "pool_pre_ping": False,
            "connect_args": connect_args,
        }
    return options | {
        "pool_pre_ping": True,
        "pool_recycle": 3600,
        "pool_size": settings.pool_size,
        "max_overflow": settings.max_overflow,
    }


def library_url(path: Path) -> URL:
    """The URL of a library file."""
    return URL.create("sqlite+aiosqlite", database=str(path.absolute()))


class _LibrarySession(Session):
    """A session that finds the open library by itself and carries an outbox if it may write."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        super().__init__(**options)
        self.info.setdefault(OUTBOX, Outbox(_database.feed))

    def get_bind(self, *arguments: Any, **named: Any) -> Engine | Connection:  # noqa: ANN401
        """The connection or engine it was made with, or the open library."""
        if self.bind is not None:
            return super().get_bind(*arguments, **named)
        return _database.require().owning.sync_engine


class _LibraryAsyncSession(AsyncSession):
    """Counted until it is closed."""

    async def close(self) -> None:
        """Roll back what is not committed and give the connection back."""
        try:
            await super().close()
        finally:
            if _database.opened is not None:
                _database.opened.sessions.discard(self)


AsyncSessionLocal = async_sessionmaker(
    class_=_LibraryAsyncSession,
    sync_session_class=_LibrarySession,
    expire_on_commit=False,
    autoflush=True,
)


@event.listens_for(_LibrarySession, "after_commit")
def _deliver(session: Session) -> None:
    outbox = session.info[OUTBOX]
    if outbox is not None and not outbox.grouped and session.get_nested_transaction() is None:
        outbox.deliver()


@event.listens_for(_LibrarySession, "after_transaction_end")
def _forget(session: Session, transaction: SessionTransaction) -> None:
    outbox = session.info[OUTBOX]
    if outbox is not None and not outbox.grouped and transaction.parent is None:
        outbox.rewind()


class _Opened:
    """One open library. The writer exists once the structure is known to be right."""

    def __init__(self, url: URL, settings: DatabaseSettings) -> None:
        self.url = url
        self.settings = settings
        self.path = Path(url.database or "").absolute()
        self.loop = asyncio.get_running_loop()
        self.lock = LibraryLock(self.path)
        self.engine: AsyncEngine = create_async_engine(url, **engine_options(url, settings))
        self.owning = self.engine.execution_options(**{MODE: OWN_TURN})
        self.live = IdentityMap()
        self.sessions = OpenSessions(debug=settings.debug)
        self.readers = asyncio.Semaphore(_READERS)
        self.preparing = asyncio.Lock()
        self.writer: Writer | None = None
        listen(self.engine.sync_engine, self.path, settings.busy_timeout, self._take_turn)

    async def start_writer(self) -> None:
        """Open the held connection."""
        engine = self.engine.execution_options(**{MODE: WRITE})
        held = HeldConnection(engine, self.path)
        self.writer = Writer(held, self._writing_session, self.settings.writer)
        await self.writer.start()

    async def close(self) -> None:
        """Drain the writer and let the file go."""
        for session, place in self.sessions.places().items():
            log.warning("a session is still open; it was made at:\n%s", place or "(not in debug)")
            await session.close()
        try:
            if self.writer is not None:
                await self.writer.close()
        finally:
            await self.engine.dispose()
            self.lock.release()

    def abandon(self) -> None:
        """Let everything go without the event loop."""
        if self.writer is not None:
            self.writer.abandon()
        self.engine.sync_engine.dispose(close=False)
        self.lock.release()

    def _writing_session(self, connection: AsyncConnection, joining: Joining) -> AsyncSession:
        grouped = joining is not Joining.OWN
        info = {OUTBOX: Outbox(_database.feed, grouped=grouped), LIVE: self.live}
        return AsyncSessionLocal(bind=connection, info=info, join_transaction_mode=joining.value)

    async def _take_turn(self) -> Lease:
        return await _database.require_writer().lease()


class _Database:
    """All the state of this module: what is open, and who listens."""

    def __init__(self) -> None:
        self.opened: _Opened | None = None
        self.feed = ChangeFeed()

    def require(self) -> _Opened:
        """The library that is open and ready to be worked in."""
        opened = self.require_engine()
        if opened.writer is None:
            raise DatabaseNotInitializedError("await init_db()")
        return opened

    def require_engine(self) -> _Opened:
        """The library whose engine is built, ready or not."""
        if self.opened is None:
            raise DatabaseNotInitializedError
        if self.opened.loop is not asyncio.get_running_loop():
            raise SessionMisuseError(
                "the library was opened in another event loop: call `reset_async_db()` first"
            )
        return self.opened

    def require_writer(self) -> Writer:
        """The writer of the library that is open."""
        found = self.require().writer
        assert found is not None
        return found


_database = _Database()


async def init_async_db(
    url: str | URL | None = None, *, settings: DatabaseSettings | None = None
) -> None:
    """Build engine, listeners and sessions for the library at ``url`` (or the default one).

    Takes the library's lock and looks at the file, changing nothing: raises the ``LibraryError``
    that says why it cannot be used. A library that is missing or older needs ``init_db()`` next;
    any other can be worked in at once. Idempotent; another URL while one is open raises
    ``DatabaseAlreadyOpenError``.
    """
    chosen = _checked(library_url(paths.default_library()) if url is None else make_url(url))
    if _database.opened is not None:
        if _database.opened.url != chosen:
            raise DatabaseAlreadyOpenError(f"{_database.opened.path} is open")
        _database.require_engine()
        return
    opened = _Opened(chosen, settings or DatabaseSettings())
    opened.lock.acquire()
    try:
        ready = is_current(opened.path)
        _database.opened = opened
        if ready:
            await init_db()
    except BaseException:
        _database.opened = None
        await opened.close()
        raise


async def init_db(*, create: bool = True) -> None:
    """Make the library, or bring an older one up to date by its migrations; then it is ready.

    With ``create=False`` a missing library raises ``LibraryMissingError``. See
    ``migrate.prepare_library`` for what else is raised.
    """
    opened = _database.require_engine()
    async with opened.preparing:
        if opened.writer is None:
            await asyncio.to_thread(prepare_library, opened.path, create=create)
            await opened.start_writer()


async def open_library_file(
    path: Path, *, create: bool = False, settings: DatabaseSettings | None = None
) -> None:
    """Both steps at once, leaving nothing open if one of them fails."""
    await init_async_db(library_url(path), settings=settings)
    try:
        await init_db(create=create)
    except BaseException:
        await close_async_db()
        raise


async def close_async_db() -> None:
    """Write what waits, report and close sessions that are still open, let the file go.

    Idempotent; ``init_async_db`` opens again. Raises the failure of a paused writer whose
    commands could not be written.
    """
    opened = _database.opened
    if opened is None:
        return
    try:
        await opened.close()
    finally:
        if _database.opened is opened:
            _database.opened = None


def reset_async_db() -> None:
    """Forget engine, sessions and writer without touching the event loop they belong to.

    For a new loop, a forked worker, a test. What waits in the writer is lost.
    """
    opened, _database.opened = _database.opened, None
    if opened is not None:
        opened.abandon()


def writer() -> Writer:
    """The writer of the open library."""
    return _database.require_writer()


def identity_map() -> IdentityMap:
    """The live objects of the open library."""
    return _database.require().live


def open_session_count() -> int:
    """How many sessions are open."""
    return len(_database.opened.sessions) if _database.opened else 0


def subscribe_changes(listener: Listener) -> Callable[[], None]:
    """Hear of every committed change, whichever library is open; the result unsubscribes."""
    return _database.feed.subscribe(listener)


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
    opened = _database.require()
    async with nullcontext() if is_inside(READING) else opened.readers:
        info = {OUTBOX: None, LIVE: opened.live}
        session = AsyncSessionLocal(bind=opened.engine, info=info)
        opened.sessions.add(session)
        with inside(READING, session), read_failure(opened.path):
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
    opened = _database.require()
    session = AsyncSessionLocal()
    opened.sessions.add(session)
    return session


def _writing_scope() -> AbstractAsyncContextManager[AsyncSession]:
    outer = joined_session(WRITING)
    return _database.require_writer().turn() if outer is None else _savepoint(outer)


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


def _checked(url: URL) -> URL:
    if url.get_backend_name() != "sqlite":
        raise SessionMisuseError(f"this version does not open {url.get_backend_name()} libraries")
    if url.database in (None, "", ":memory:"):
        raise SessionMisuseError(
            "in memory every session would see an empty library of its own: use a temporary file"
        )
    return url.set(drivername="sqlite+aiosqlite", database=str(Path(url.database).absolute()))
