# SPDX-License-Identifier: MIT
"""A library on MariaDB or MySQL, which several programs may have open at once.

One transaction at a time writes, as in a file: it begins by locking the row that names the
structure's version, so what it reads holds until its COMMIT, whoever else writes. Readers see one
moment and wait for nobody.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.util import await_only

from novelist.db.command_queue import Lease
from novelist.db.connection import MODE, OWN_TURN
from novelist.db.engine import UPGRADE, DatabaseSettings, connection_url, engine_options
from novelist.db.failures import translate
from novelist.db.held_connection import HeldConnection
from novelist.db.server.commit_marks import leave_commit_marks
from novelist.db.server.failures import server_code
from novelist.db.server.long_parameters import send_long_texts_quickly
from novelist.db.server.structure import is_current, prepare_structure
from novelist.errors import (
    EnvironmentFailure,
    LibraryMissingError,
    ServerDriverError,
    ServerRefusedError,
    ServerUnreachableError,
    SessionMisuseError,
    StorageUnreachableError,
)

log = logging.getLogger(__name__)

_LEASE: Final = "novelist.lease"
_READ_ONLY: Final = 1792  # a write in a transaction that began as READ ONLY
_REFUSED: Final = frozenset({1044, 1045, 1142, 1698})
_NO_DATABASE: Final = 1049
_IDLE: Final = 30.0  # seconds after which the held connection is tried before it is used
_BEGIN_READING: Final = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"
_BEGIN_WRITING: Final = (
    "START TRANSACTION",
    "SELECT version_num FROM alembic_version FOR UPDATE",  # one writer at a time
)


class ServerBackend:
    """A database of a server."""

    _kept_for_ever: ClassVar[list[object]] = []

    def __init__(self, url: URL, settings: DatabaseSettings) -> None:
        self.path: Path | None = None
        self._url = url
        self._settings = settings
        self._held: HeldServerConnection | None = None
        if find_spec("asyncmy") is None:
            raise ServerDriverError(Path(self.name))

    @property
    def name(self) -> str:
        """Who, where and what, without the password."""
        url = self._url
        return f"{url.username or ''}@{url.host}:{url.port}/{url.database}"

    def acquire(self) -> None:
        """Nothing: others may be in."""

    def listen(self, engine: Engine, take_turn: Callable[[], Awaitable[Lease]]) -> None:
        """Set up every connection, and how a transaction begins."""

        def on_begin(connection: Connection) -> None:
            mode = connection.get_execution_options().get(MODE)
            if mode == OWN_TURN:
                connection.info[_LEASE] = await_only(take_turn())
            _begin(connection, writing=mode is not None)

        def on_return(_connection: Any, record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own types
            lease = record.info.pop(_LEASE, None)
            if lease is not None:
                lease.released.set()

        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", on_begin)
        event.listen(engine, "checkin", on_return)
        event.listen(engine, "detach", on_return)  # its session was dropped without being closed
        leave_commit_marks(engine)
        send_long_texts_quickly(engine)

    async def is_ready(self, engine: AsyncEngine) -> bool:
        """Whether the newest structure is there. Raises ``LibraryError``."""
        async with self._reached(engine) as connection:
            return await connection.run_sync(is_current, Path(self.name))

    async def prepare(self, engine: AsyncEngine, *, create: bool) -> None:
        """Make the tables in an empty database, or migrate them where the URL allows it."""
        allowed = UPGRADE in self._url.query
        async with self._reached(engine) as connection:
            await prepare_structure(connection, Path(self.name), create=create, upgrade=allowed)

    def make_empty(self) -> None:
        """The database that the URL names is the place."""

    def hold(self, writing: AsyncEngine) -> HeldConnection:
        """It is opened again when the server has closed it."""
        self._held = HeldServerConnection(writing)
        return self._held

    def engine_of_threads(self) -> Engine:
        """PyMySQL, set up the same way."""
        options = engine_options(self._url, self._settings)
        engine = create_engine(connection_url(self._url).set(drivername="mysql+pymysql"), **options)
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", lambda connection: _begin(connection, writing=True))
        leave_commit_marks(engine, always=True)
        return engine

    @contextmanager
    def read_failures(self) -> Iterator[None]:
        """By the server's codes."""
        try:
            yield
        except DBAPIError as error:
            if server_code(error) == _READ_ONLY:
                raise SessionMisuseError(
                    "a reading session cannot write: use `async with get_session()`"
                ) from error
            translated = translate(error)
            if translated is error:
                raise
            raise translated from error

    def abandon(self, engine: Engine) -> None:
        """Keep them: a connection that is collected takes its socket out of the loop's selector.

        A forked worker shares the selector with its parent, which would never hear of it again.
        """
        self._kept_for_ever.extend((engine, self._held))

    def release(self) -> None:
        """Nothing was taken."""

    def _on_connect(self, connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own type
        cursor = connection.cursor()
        cursor.execute(
            f"SET SESSION innodb_lock_wait_timeout = {max(1, int(self._settings.busy_timeout))},"
            " sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')"
        )
        cursor.close()

    def _reached(self, engine: AsyncEngine) -> _Reached:
        return _Reached(engine, Path(self.name))


class _Reached:
    """A plain connection for looking at the structure; its errors say what to do."""

    def __init__(self, engine: AsyncEngine, name: Path) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._name = name

    async def __aenter__(self) -> AsyncConnection:
        try:
            self._connection = await self._engine.connect()
        except DBAPIError as error:
            raise self._named(error) from error
        except OSError as error:
            raise ServerUnreachableError(self._name) from error
        return self._connection

    async def __aexit__(self, _kind: object, error: object, _trace: object) -> None:
        await self._connection.close()
        if isinstance(error, DBAPIError):
            raise self._named(error) from error

    def _named(self, error: DBAPIError) -> Exception:
        code = server_code(error)
        if code in _REFUSED:
            return ServerRefusedError(self._name)
        if code == _NO_DATABASE:
            return LibraryMissingError(self._name)
        translated = translate(error)
        if isinstance(translated, StorageUnreachableError):
            return ServerUnreachableError(self._name)
        return translated


class HeldServerConnection(HeldConnection):
    """The writer's connection to a server."""

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(engine, None)
        self._used = 0.0

    async def ready(self) -> AsyncConnection:
        """The connection, outside any transaction; a new one where the server closed the old."""
        if self._connection is not None and time.monotonic() - self._used > _IDLE:
            await self._try()
        connection = await super().ready()
        self._used = time.monotonic()
        return connection

    async def tidy(self) -> None:
        """Leave no transaction behind; drop a connection that a failure left unusable."""
        connection = self._connection
        if connection is None:
            return
        try:
            if not connection.invalidated:
                await connection.rollback()
                return
        except (SQLAlchemyError, OSError) as error:
            log.warning("the writer's connection is dropped: %s", type(error).__name__)
        await self._drop(connection)

    async def close(self, *, checkpoint: bool) -> None:
        """Close it; idempotent."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    def abandon(self) -> None:
        """Leave it as it is; see ``ServerBackend.abandon``."""

    def renew_after(self, failure: EnvironmentFailure) -> None:
        """Open a fresh connection next time where the old one is lost."""
        self._renew = isinstance(failure, StorageUnreachableError)

    async def _try(self) -> None:
        connection = self._connection
        assert connection is not None
        driver: Any = (await connection.get_raw_connection()).driver_connection
        try:
            await asyncio.wait_for(driver.ping(reconnect=False), _IDLE)
        except Exception as error:  # noqa: BLE001 - the driver raises many kinds for one cause
            log.info("the writer's connection was closed meanwhile: %s", type(error).__name__)
            await self._drop(connection)

    async def _drop(self, connection: AsyncConnection) -> None:
        self._connection = None
        await connection.invalidate()
        await connection.close()


def _begin(connection: Connection, *, writing: bool) -> None:
    if connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT":
        return
    for statement in _BEGIN_WRITING if writing else (_BEGIN_READING,):
        connection.exec_driver_sql(statement)
