# SPDX-License-Identifier: MIT
"""The writer's connection: held open, so that the log is not folded in after every save.

Before each use the file at the library's path is compared with the one that was opened: what is
written to a file that was deleted or replaced would be lost in silence.
"""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from novelist.db.failures import missing_library, translate
from novelist.db.library_file import log_files, sync_file
from novelist.errors import (
    EnvironmentFailure,
    StorageBusyError,
    StorageFullError,
    StorageReplacedError,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which file it is, whatever its name."""

    device: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> FileIdentity | None:
        """The identity of the file at ``path``, or None when there is none."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_dev, found.st_ino)


class HeldConnection:
    """One connection, opened when it is first needed and kept until ``close``."""

    def __init__(self, engine: AsyncEngine, path: Path | None) -> None:
        self.path = path
        self._engine = engine
        self._identity = FileIdentity.of(path) if path else None
        self._connection: AsyncConnection | None = None
        self._renew = False

    async def ready(self) -> AsyncConnection:
        """The connection, outside any transaction. Raises ``StorageReplacedError``."""
        self._check_identity()
        if self._connection is None or self._renew:
            older, self._connection = self._connection, await self._engine.connect()
            self._renew = False
            if older is not None:  # only now: it kept the shared memory alive for the readers
                await older.close()
        return self._connection

    def renew_after(self, failure: EnvironmentFailure) -> None:
        """Open a fresh connection next time, unless the old one is still good.

        Above all after the file was replaced the old one is kept: it may be all that is left.
        """
        kept = (StorageReplacedError, StorageFullError, StorageBusyError)
        self._renew = not isinstance(failure, kept)

    async def tidy(self) -> None:
        """Leave no transaction behind; drop a connection that a failure left unusable."""
        connection = self._connection
        if connection is None:
            return
        try:
            if not connection.invalidated:
                await connection.rollback()
                driver = await _driver(connection)
                if driver.in_transaction:  # a failed COMMIT leaves it open
                    await driver.rollback()
                return
        except (sqlite3.Error, SQLAlchemyError, ValueError) as error:  # ValueError: it is closed
            log.warning("the writer's connection is dropped: %s", error)
        self._connection = None
        await connection.invalidate()
        await connection.close()

    async def write_back(self) -> None:
        """Write the library, which lives on in this connection only, to its path again.

        Raises ``FileExistsError`` rather than replace a file, or what kept it from being written.
        """
        path = self.path
        if path is None or path.exists():
            raise FileExistsError(path)
        beside = path.with_name(f".{path.name}.back")
        beside.unlink(missing_ok=True)
        await self.copy_to(beside)
        await self.close(checkpoint=False)  # before the new file is there: its log goes with it
        for log_file in log_files(path):
            log_file.unlink(missing_ok=True)
        beside.rename(path)
        self._identity = FileIdentity.of(path)

    async def copy_to(self, target: Path) -> None:
        """Write what this connection is open to, whatever became of its file, to a new one.

        Raises ``FileExistsError`` rather than replace a file, or what kept it from being written.
        """
        _require_free(target)
        assert self._connection is not None
        copy = sqlite3.connect(target, check_same_thread=False)
        try:
            await (await _driver(self._connection)).backup(copy)
            copy.execute("PRAGMA journal_mode=WAL")
        except Exception as error:
            raise translate(error, target) from error
        finally:
            copy.close()
        sync_file(target)

    async def close(self, *, checkpoint: bool) -> None:
        """Fold the log into the file, so that it is complete by itself, and close; idempotent."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if checkpoint and self.path is not None:
                await (await _driver(connection)).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception as error:
            translated = translate(error, self.path)
            raise translated from error
        finally:
            await connection.close()

    def abandon(self) -> None:
        """Close without the event loop, which is dead or another process's."""
        connection, self._connection = self._connection, None
        if connection is not None and connection.sync_connection is not None:
            connection.sync_connection.invalidate()

    def _check_identity(self) -> None:
        if self.path is None or FileIdentity.of(self.path) == self._identity:
            return
        raise missing_library(self.path)


def _require_free(target: Path) -> None:
    if target.exists():
        raise FileExistsError(target)


async def _driver(connection: AsyncConnection) -> Any:  # noqa: ANN401 - aiosqlite's connection
    return (await connection.get_raw_connection()).driver_connection
