# SPDX-License-Identifier: MIT
"""From the code that SQLite reports to an error of ours. Message texts are never read."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError

from novelist.db.integrity import broken_constraint
from novelist.db.lock_holder import lock_holder
from novelist.db.server.failures import server_failure
from novelist.errors import (
    EnvironmentFailure,
    SessionMisuseError,
    StorageBusyError,
    StorageCorruptError,
    StorageFullError,
    StorageGoneError,
    StorageIOError,
    StorageReadOnlyError,
    StorageReplacedError,
)

_PRIMARY: Final = 0xFF  # the low byte of an extended code is the primary code
_ALMOST_NOTHING: Final = 1 << 20  # with less than 1 MiB free, an I/O error means a full disk

_FAILURES: Final[dict[int, type[EnvironmentFailure]]] = {
    sqlite3.SQLITE_BUSY: StorageBusyError,
    sqlite3.SQLITE_LOCKED: StorageBusyError,
    sqlite3.SQLITE_PROTOCOL: StorageBusyError,
    sqlite3.SQLITE_FULL: StorageFullError,
    sqlite3.SQLITE_IOERR: StorageIOError,
    sqlite3.SQLITE_READONLY: StorageReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: StorageIOError,
    sqlite3.SQLITE_PERM: StorageReadOnlyError,
    sqlite3.SQLITE_CORRUPT: StorageCorruptError,
    sqlite3.SQLITE_NOTADB: StorageCorruptError,
}


def primary_code(error: BaseException) -> int | None:
    """The primary SQLite result code behind ``error``, or None."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY


def translate(error: Exception, path: Path | None = None) -> Exception:
    """The error of ours that ``error`` stands for, or ``error`` itself.

    An I/O error on a disk with no room left (``path`` is on it) counts as a full disk: that is
    what SQLite reports when it cannot even make its shared memory. So does one where writing was
    forbidden count as that: systems do it to a disk that fails.
    """
    lost = server_failure(error)
    if lost is not None:
        return lost
    code = primary_code(error)
    failure = _FAILURES.get(code) if code is not None else None
    if failure is StorageIOError and code == sqlite3.SQLITE_IOERR and _is_full(path):
        failure = StorageFullError
    elif failure is StorageIOError and _is_forbidden(path):
        failure = StorageReadOnlyError
    if failure is StorageBusyError:
        return StorageBusyError(_name(error), lock_holder(path) if path else None)
    if failure is not None:
        return failure(_name(error))
    if isinstance(error, IntegrityError | sqlite3.IntegrityError):
        return broken_constraint(error)
    return error


def _name(error: Exception) -> str:
    """What SQLite calls it, such as ``SQLITE_IOERR_WRITE``; never the statement or its values."""
    original = error.orig if isinstance(error, DBAPIError) else error
    name: str = getattr(original, "sqlite_errorname", "") or type(original).__name__
    return f"{name}: {original}"


def _is_full(path: Path | None) -> bool:
    if path is None:
        return False
    try:
        return shutil.disk_usage(path.parent).free < _ALMOST_NOTHING
    except OSError:
        return False


def _is_forbidden(path: Path | None) -> bool:
    """Whether the file, its log or its folder may not be written any more."""
    if path is None:
        return False
    beside = (path, path.with_name(f"{path.name}-wal"), path.parent)
    try:
        return any(each.exists() and not os.access(each, os.W_OK) for each in beside)
    except OSError:  # it cannot even be looked for
        return True


def missing_library(path: Path) -> StorageReplacedError:
    """The failure of a library that is not at its path any more."""
    kind = StorageReplacedError if path.parent.is_dir() else StorageGoneError
    return kind(str(path))


@contextmanager
def read_failure(path: Path) -> Iterator[None]:
    """Turn what goes wrong in a reading session into errors of ours."""
    try:
        yield
    except DBAPIError as error:
        if primary_code(error) == sqlite3.SQLITE_READONLY:
            raise SessionMisuseError(
                "a reading session cannot write: use `async with get_session()`"
            ) from error
        translated = translate(error, path)
        if translated is error:
            raise
        if type(translated) is StorageIOError and not path.exists():
            translated = missing_library(path)
        raise translated from error
