# SPDX-License-Identifier: MIT
"""Opening a library and working in it: every name that the rest of the program needs.

    await init_async_db(library_url(path))   # looks at the file, locks it, builds the engine
    await init_db()                          # makes the library or brings it up to date
    async with read_session() as session:    # cannot write, never waits for the writer
    async with get_session() as session:     # alone with the writer; commits at a clean end
    await writer().submit(command)           # what the program itself does

Opening and closing are here. The engine is built in ``engine.py``, what is open is kept in
``database.py``, what a kind of database needs is in ``backend.py``, the scopes in ``scopes.py``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from novelist import paths
from novelist.db.backend import checked
from novelist.db.database import AsyncSessionLocal, OpenLibrary, database
from novelist.db.engine import DatabaseSettings, engine_options, library_url
from novelist.db.feed import Listener
from novelist.db.guarded_engine import LibraryEngine
from novelist.db.identity import IdentityMap
from novelist.db.migrate import is_current
from novelist.db.monitor import get_session_stats
from novelist.db.scope_settings import ScopeSettings
from novelist.db.scopes import (
    async_session_scope,
    create_session,
    get_session,
    read_session,
    session_dependency,
)
from novelist.db.thread_scopes import session_scope
from novelist.db.transactions import async_with_session, execute_transaction, with_session
from novelist.db.writer import Writer
from novelist.errors import DatabaseAlreadyOpenError

__all__ = [
    "AsyncSessionLocal",
    "DatabaseSettings",
    "ScopeSettings",
    "async_session_scope",
    "async_with_session",
    "can_write",
    "close_async_db",
    "configure_session",
    "create_session",
    "engine",
    "engine_options",
    "execute_transaction",
    "get_session",
    "identity_map",
    "init_async_db",
    "init_db",
    "library_url",
    "open_beside",
    "open_library_at",
    "open_library_file",
    "open_session_count",
    "read_session",
    "reset_async_db",
    "session_dependency",
    "session_scope",
    "subscribe_changes",
    "with_session",
    "writer",
]

log = logging.getLogger(__name__)


async def init_async_db(
    url: str | URL | None = None, *, settings: DatabaseSettings | None = None
) -> None:
    """Build engine, listeners and sessions for the library at ``url`` (or the default one).

    Takes the library's lock and looks at the file, changing nothing: raises the ``LibraryError``
    that says why it cannot be used. A library that is missing or older needs ``init_db()`` next;
    any other can be worked in at once. Idempotent; another URL while one is open raises
    ``DatabaseAlreadyOpenError``.
    """
    chosen = checked(library_url(paths.default_library()) if url is None else make_url(url))
    if database.opened is not None:
        if database.opened.url != chosen:
            raise DatabaseAlreadyOpenError(f"{database.opened.backend.name} is open")
        database.require_engine()
        return
    opened = OpenLibrary(chosen, settings or DatabaseSettings())
    if not opened.settings.read_only:
        opened.backend.acquire()
    try:
        ready = await opened.is_ready()
        database.opened = opened
        if ready:
            await init_db()
    except BaseException:
        database.opened = None
        await opened.close()
        raise


async def init_db(*, create: bool = True, throw_away: bool = False) -> None:
    """Make the library, or bring an older one up to date by its migrations; then it is ready.

    With ``create=False`` a missing library raises ``LibraryMissingError``. See
    ``migrate.prepare_library`` for what else is raised. With ``throw_away`` the tables are made
    from the models in an empty place: it has no version, so nothing ever opens it again.
    """
    opened = database.require_engine()
    if throw_away:
        await opened.prepare_to_be_thrown_away()
    else:
        await opened.prepare(create=create)


def engine() -> AsyncEngine:
    """The engine of the open library, for scripts that work without a session."""
    return LibraryEngine(database.require().owning.sync_engine)


async def open_library_file(
    path: Path, *, create: bool = False, settings: DatabaseSettings | None = None
) -> None:
    """``open_library_at`` for a file."""
    await open_library_at(library_url(path), create=create, settings=settings)


async def open_library_at(
    url: str | URL, *, create: bool = False, settings: DatabaseSettings | None = None
) -> None:
    """Both steps at once, leaving nothing open if one of them fails."""
    await init_async_db(url, settings=settings)
    try:
        await init_db(create=create)
    except BaseException:
        await close_async_db()
        raise


async def open_beside(path: Path) -> bool:
    """Open a file that another program has open, to be read only; False where it is not ready."""
    if not is_current(path):
        return False
    await init_async_db(library_url(path), settings=DatabaseSettings(read_only=True))
    return True


def can_write() -> bool:
    """Whether the open library has a writer."""
    return database.require().writer is not None


async def close_async_db() -> None:
    """Write what waits, report and close sessions that are still open, let the file go.

    Idempotent; ``init_async_db`` opens again. Raises the failure of a paused writer whose
    commands could not be written.
    """
    opened = database.opened
    if opened is None:
        return
    try:
        await opened.close()
    finally:
        log.info("sessions: %s", get_session_stats())
        if database.opened is opened:
            database.opened = None


def reset_async_db() -> None:
    """Forget engine, sessions and writer without touching the event loop they belong to.

    For a new loop, a forked worker, a test. What waits in the writer is lost.
    """
    opened, database.opened = database.opened, None
    if opened is not None:
        opened.abandon()


def configure_session(
    auto_commit: bool | None = None,
    auto_rollback: bool | None = None,
    enable_monitoring: bool | None = None,
    log_level: int | str | None = None,
    retry_attempts: int | None = None,
    retry_delay: float | None = None,
) -> ScopeSettings:
    """Choose how scopes behave where a call says nothing; the settings in force.

    None leaves a setting as it is. Raises ``SessionMisuseError`` for a value that makes no sense,
    changing nothing.
    """
    return database.configuration.change(
        {
            "auto_commit": auto_commit,
            "auto_rollback": auto_rollback,
            "enable_monitoring": enable_monitoring,
            "log_level": log_level,
            "retry_attempts": retry_attempts,
            "retry_delay": retry_delay,
        }
    )


def writer() -> Writer:
    """The writer of the open library."""
    return database.require_writer()


def identity_map() -> IdentityMap:
    """The live objects of the open library."""
    return database.require().live


def open_session_count() -> int:
    """How many sessions are open."""
    return len(database.sessions)


def subscribe_changes(listener: Listener) -> Callable[[], None]:
    """Hear of every committed change, whichever library is open; the result unsubscribes."""
    return database.feed.subscribe(listener)
