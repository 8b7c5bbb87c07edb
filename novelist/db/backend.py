# SPDX-License-Identifier: MIT
"""What differs between kinds of database, in one place a kind.

A library file has a lock, checks of the file, PRAGMAs and one connection that may write. Whatever
is not here or in ``connection.py`` knows nothing of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.ext.asyncio import AsyncEngine

from novelist.db.command_queue import Lease
from novelist.db.connection import listen, listen_in_threads
from novelist.db.engine import DatabaseSettings, engine_options, server_url
from novelist.db.failures import read_failure
from novelist.db.held_connection import HeldConnection
from novelist.db.lock import LibraryLock
from novelist.db.migrate import is_current, make_empty_file, prepare_library
from novelist.errors import SessionMisuseError

TakeTurn = Callable[[], Awaitable[Lease]]


class Backend(Protocol):
    """One open database, as far as its kind matters. Used in the order of the methods."""

    path: Path | None  # the library file; None on a server

    @property
    def name(self) -> str:
        """What messages call it; never with a password."""
        ...

    def acquire(self) -> None:
        """Keep other programs out, where only one may be in. Raises ``LibraryLockedError``."""
        ...

    def listen(self, engine: Engine, take_turn: TakeTurn) -> None:
        """Set up every connection of ``engine``; see ``connection.py`` for the modes."""
        ...

    async def is_ready(self, engine: AsyncEngine) -> bool:
        """Whether the structure is there and up to date; raises ``LibraryError``."""
        ...

    async def prepare(self, engine: AsyncEngine, *, create: bool) -> None:
        """Make the structure, or bring it up to date; raises ``LibraryError``."""
        ...

    def make_empty(self) -> None:
        """Make a place for the tables of a database that will be thrown away."""
        ...

    def hold(self, writing: AsyncEngine) -> HeldConnection:
        """The connection of the writer."""
        ...

    def engine_of_threads(self) -> Engine:
        """An engine without a loop for those who have the turn; see ``thread_scopes.py``."""
        ...

    def read_failures(self) -> AbstractContextManager[None]:
        """Turns what goes wrong in a reading session into errors of ours."""
        ...

    def abandon(self, engine: Engine) -> None:
        """Leave the connections alone: their event loop is dead, or another process's."""
        ...

    def release(self) -> None:
        """Let other programs in; idempotent."""
        ...


class SqliteBackend:
    """A library file."""

    def __init__(self, path: Path, settings: DatabaseSettings) -> None:
        self.path: Path | None = path
        self._file = path
        self._settings = settings
        self._lock = LibraryLock(path)

    @property
    def name(self) -> str:
        """The path."""
        return str(self._file)

    def acquire(self) -> None:
        """Take the lock beside the file."""
        self._lock.acquire()

    def listen(self, engine: Engine, take_turn: TakeTurn) -> None:
        """PRAGMAs, and how a transaction begins."""
        listen(engine, self._file, self._settings.busy_timeout, take_turn)

    async def is_ready(self, engine: AsyncEngine) -> bool:
        """Look at the file, changing nothing; in a thread: another program may keep it waiting."""
        return await asyncio.to_thread(is_current, self._file)

    async def prepare(self, engine: AsyncEngine, *, create: bool) -> None:
        """Make the file or migrate it, in a thread."""
        await asyncio.to_thread(prepare_library, self._file, create=create)

    def make_empty(self) -> None:
        """A file without tables; raises ``FileExistsError``."""
        make_empty_file(self._file)

    def hold(self, writing: AsyncEngine) -> HeldConnection:
        """It also looks whether the file is still the one that was opened."""
        return HeldConnection(writing, self._file)

    def engine_of_threads(self) -> Engine:
        """Python's own SQLite, set up the same way."""
        url = URL.create("sqlite", database=str(self._file))
        engine = create_engine(url, **engine_options(url, self._settings))
        listen_in_threads(engine, self._file, self._settings.busy_timeout)
        return engine

    def read_failures(self) -> AbstractContextManager[None]:
        """By SQLite's codes."""
        return read_failure(self._file)

    def abandon(self, engine: Engine) -> None:
        """Forget them."""
        engine.dispose(close=False)

    def release(self) -> None:
        """Give the lock up."""
        self._lock.release()


def backend_for(url: URL, settings: DatabaseSettings) -> Backend:
    """The backend of a URL that ``checked`` let through."""
    if url.get_backend_name() == "mysql":
        from novelist.db.server.backend import ServerBackend  # noqa: PLC0415 - slow; on a server

        return ServerBackend(url, settings)
    return SqliteBackend(Path(url.database or ""), settings)


def checked(url: URL) -> URL:
    """The URL in its one form; raises ``SessionMisuseError`` for what cannot be a library."""
    if url.get_backend_name() in ("mysql", "mariadb"):
        return server_url(url)
    if url.get_backend_name() != "sqlite":
        raise SessionMisuseError(f"this version does not open {url.get_backend_name()} libraries")
    if url.database in (None, "", ":memory:"):
        raise SessionMisuseError(
            "in memory every session would see an empty library of its own: use a temporary file"
        )
    return url.set(drivername="sqlite+aiosqlite", database=str(Path(url.database).absolute()))
