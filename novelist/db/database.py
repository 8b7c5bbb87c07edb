# SPDX-License-Identifier: MIT
"""The open library and its sessions: all the state there is, and what finds it.

``novelist/db/session.py`` opens and closes it, ``novelist/db/scopes.py`` hands its sessions out.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from functools import cached_property
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.util import greenlet_spawn

from novelist.db.audit import signature
from novelist.db.backend import backend_for
from novelist.db.base import Base
from novelist.db.command_queue import Lease
from novelist.db.connection import MODE, OWN_TURN, WRITE
from novelist.db.engine import DatabaseSettings, connection_url, engine_options
from novelist.db.feed import OUTBOX, ChangeFeed, Outbox
from novelist.db.group_commit import Joining
from novelist.db.guarded_session import FAILED, GuardedAsyncSession, GuardedSession
from novelist.db.identity import LIVE, IdentityMap
from novelist.db.open_sessions import OpenSessions
from novelist.db.pool_counts import PoolCounts
from novelist.db.revision_tips import TIPS, Tips
from novelist.db.scope_settings import ScopeConfiguration
from novelist.db.server.neighbours import SITTING, Neighbours, leave_announcements
from novelist.db.statements import watch_statements
from novelist.db.statistics import Statistics
from novelist.db.writer import Writer
from novelist.errors import DatabaseNotInitializedError, SessionMisuseError

log = logging.getLogger(__name__)

HELD: Final = "novelist.held"  # in ``session.info``: the writer's own, never left open
UNCOUNTED: Final = "novelist.uncounted"  # in ``session.info``: the statistics leave it out
_BEGAN: Final = "novelist.began"
_COMMITTED: Final = "novelist.committed"
_READERS: Final = 6  # each reading session has a thread; more of them are no faster


class LibrarySession(GuardedSession):
    """A session that finds the open library by itself and carries an outbox if it may write."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        super().__init__(**options)
        self.info.setdefault(OUTBOX, Outbox(database.feed))
        self.info[SITTING] = database.opened.sitting if database.opened else None

    def get_bind(self, *arguments: Any, **named: Any) -> Engine | Connection:  # noqa: ANN401
        """The connection or engine it was made with, or the open library."""
        if self.bind is not None:
            return super().get_bind(*arguments, **named)
        return database.require().owning.sync_engine

    def close(self) -> None:
        """Close for good; it is no longer counted as open."""
        try:
            super().close()
        finally:
            database.sessions.discard(self)


class LibraryAsyncSession(GuardedAsyncSession):
    """The same, awaited; made by ``AsyncSessionLocal``."""


AsyncSessionLocal = async_sessionmaker(
    class_=LibraryAsyncSession,
    sync_session_class=LibrarySession,
    expire_on_commit=False,
    autoflush=True,
    close_resets_only=False,
)


@event.listens_for(LibrarySession, "after_transaction_create")
def _begin(session: Session, transaction: SessionTransaction) -> None:
    """A session that nobody handed out is known to be open from its first transaction on."""
    known = HELD in session.info or session in database.sessions
    if transaction.parent is None and not known:
        database.hand_out(session)


event.listen(LibrarySession, "before_commit", leave_announcements)


@event.listens_for(LibrarySession, "after_begin")
def _join(session: Session, _transaction: SessionTransaction, _connection: Connection) -> None:
    session.info[_BEGAN] = True


@event.listens_for(LibrarySession, "after_commit")
def _deliver(session: Session) -> None:
    if session.get_nested_transaction() is not None:
        return
    session.info[_COMMITTED] = True
    outbox = session.info[OUTBOX]
    if outbox is not None and not outbox.grouped:
        outbox.deliver()


@event.listens_for(LibrarySession, "after_transaction_end")
def _end(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is not None:
        return
    info, outbox = session.info, session.info[OUTBOX]
    began, committed = info.pop(_BEGAN, False), info.pop(_COMMITTED, False)
    failed = info.pop(FAILED, False)
    if outbox is None:
        return
    if outbox.grouped:
        failed = not committed  # a command does not change its mind
    else:
        outbox.rewind()
    if began and UNCOUNTED not in info:
        database.statistics.count_transaction(committed=committed, failed=failed)


class OpenLibrary:
    """One open library. The writer exists once the structure is known to be right."""

    def __init__(self, url: URL, settings: DatabaseSettings) -> None:
        self.url = url
        self.settings = settings
        self.backend = backend_for(url, settings)
        self.path = self.backend.path
        self.loop = asyncio.get_running_loop()
        self.thread = threading.get_ident()
        self.signature = signature()
        self.engine: AsyncEngine = create_async_engine(
            connection_url(url), **engine_options(url, settings)
        )
        self.owning = self.engine.execution_options(**{MODE: OWN_TURN})
        self.live = IdentityMap()
        self.tips = Tips(alone=self.path is not None)
        self.readers = asyncio.Semaphore(_READERS)
        self.preparing = asyncio.Lock()
        self.writer: Writer | None = None
        self.neighbours = self._on_a_server()
        self._leak_watch: asyncio.TimerHandle | None = None
        self.backend.listen(self.engine.sync_engine, self._take_turn)
        self._watch_statements(self.engine.sync_engine)
        self.pool = PoolCounts(self.engine.sync_engine)

    @property
    def sitting(self) -> str | None:
        """What this program is called among those that share the library; None for a file."""
        return self.neighbours.sitting if self.neighbours else None

    async def is_ready(self) -> bool:
        """Whether the structure is right; changes nothing."""
        return await self.backend.is_ready(self.engine)

    async def prepare(self, *, create: bool) -> None:
        """Make the structure right, then open the held connection."""
        if self.settings.read_only:
            return
        async with self.preparing:
            if self.writer is None:
                await self.backend.prepare(self.engine, create=create)
                await self._start_writer()

    async def prepare_to_be_thrown_away(self) -> None:
        """Make the tables from the models, without a version."""
        async with self.preparing:
            if self.writer is None:
                await asyncio.to_thread(self.backend.make_empty)
                async with self.engine.execution_options(**{MODE: WRITE}).begin() as connection:
                    await connection.run_sync(Base.metadata.create_all)
                await self._start_writer()

    async def close(self) -> None:
        """Drain the writer and let the library go."""
        if self._leak_watch is not None:
            self._leak_watch.cancel()
        if self.neighbours is not None:
            await self.neighbours.stop()
        for session, place in database.sessions.places().items():
            log.warning("a session is still open; it was made at:\n%s", place)
            await greenlet_spawn(session.close)
        try:
            if self.writer is not None:
                await self.writer.close()
        finally:
            await self.engine.dispose()
            if "engine_of_threads" in vars(self):  # else nobody asked for one
                self.engine_of_threads.dispose()
            self.backend.release()

    def abandon(self) -> None:
        """Let everything go without the event loop."""
        if self.writer is not None:
            self.writer.abandon()
        self.backend.abandon(self.engine.sync_engine)
        database.sessions = OpenSessions()
        self.backend.release()

    @cached_property
    def engine_of_threads(self) -> Engine:
        """For sessions in threads, whose turn with the writer is theirs."""
        engine = self.backend.engine_of_threads()
        self._watch_statements(engine)
        return engine

    def _watch_statements(self, engine: Engine) -> None:
        watch_statements(
            engine,
            database.statistics,
            threshold=self.settings.slow_statement,
            debug=self.settings.debug,
        )

    def _watch_for_leaks(self) -> None:
        """Look at the open sessions now, and again when those of now are too old."""
        limit = self.settings.session_limit
        self._leak_watch = self.loop.call_later(limit, self._watch_for_leaks)
        database.sessions.report_old(limit)

    def _on_a_server(self) -> Neighbours | None:
        return None if self.path is not None else Neighbours(self.engine, self.live, database.feed)

    async def _start_writer(self) -> None:
        held = self.backend.hold(self.engine.execution_options(**{MODE: WRITE}))
        settings = self.settings.writer
        self.writer = Writer(held, self._writing_session, settings, database.statistics)
        await self.writer.start()
        if self.neighbours is not None:
            await self.neighbours.start()
        self._watch_for_leaks()

    def _writing_session(self, connection: AsyncConnection, joining: Joining) -> AsyncSession:
        grouped = joining is not Joining.OWN
        outbox = Outbox(database.feed, grouped=grouped)
        info = {OUTBOX: outbox, LIVE: self.live, TIPS: self.tips, HELD: True}
        return AsyncSessionLocal(bind=connection, info=info, join_transaction_mode=joining.value)

    async def _take_turn(self) -> Lease:
        return await database.require_writer().lease()


class Database:
    """What is open, and who listens."""

    def __init__(self) -> None:
        self.opened: OpenLibrary | None = None
        self.feed = ChangeFeed()
        self.statistics = Statistics()
        self.sessions: OpenSessions[Session] = OpenSessions()
        self.configuration = ScopeConfiguration()

    def hand_out(self, session: Session, *, counted: bool = True) -> None:
        """The session is somebody's from now on, until it is closed."""
        self.sessions.add(session)
        if counted:
            self.statistics.count_session()
        else:
            session.info[UNCOUNTED] = True

    def require(self) -> OpenLibrary:
        """The library that is open and ready to be worked in."""
        opened = self.require_engine()
        if opened.writer is None and not opened.settings.read_only:
            raise DatabaseNotInitializedError("await init_db()")
        return opened

    def require_in_thread(self) -> OpenLibrary:
        """The same, for a thread without an event loop."""
        if self.opened is None:
            raise DatabaseNotInitializedError
        if self.opened.writer is None:
            raise DatabaseNotInitializedError("await init_db()")
        return self.opened

    def require_engine(self) -> OpenLibrary:
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
        if found is None:
            raise SessionMisuseError("the library was opened to be read only")
        return found


database = Database()
