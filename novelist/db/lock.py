# SPDX-License-Identifier: MIT
"""One program a library: a lock of the operating system on a file beside it.

The system drops the lock when the program ends, however it ends, so it never goes stale. The file
says who holds it; only for the message.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from novelist.errors import (
    Holder,
    LibraryLockedError,
    LibraryMissingError,
    LibraryReadOnlyError,
    StorageFullError,
)

if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 20  # the locked byte lies behind the text, which others may then read

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def lock_path(library: Path) -> Path:
    """The file that is locked: beside the library, whatever link leads to it."""
    library = library.resolve()
    return library.with_name(f"{library.name}.lock")


def is_held(library: Path) -> bool:
    """Whether a running program has the library open. Changes nothing, not even the lock file."""
    try:
        descriptor = os.open(lock_path(library), os.O_RDWR)
    except FileNotFoundError:
        return False  # whoever holds the lock made the file
    except OSError:
        return True  # nobody can tell
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def was_left(library: Path) -> bool:
    """Whether the library was not closed well the last time. Only true before it is opened."""
    try:
        return lock_path(library).stat().st_size > 0
    except OSError:
        return False


class LibraryLock:
    """Held from ``acquire`` to ``release``, or to the end of the program."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._path = lock_path(library)
        self._descriptor: int | None = None
        self._owner = 0

    def acquire(self) -> None:
        """Take the lock; raises ``LibraryLockedError`` naming the program that holds it."""
        while self._descriptor is None:
            descriptor = self._open()
            if not _try_lock(descriptor):
                os.close(descriptor)
                raise LibraryLockedError(self._library, _holder(self._path))
            if _is_at(descriptor, self._path):
                self._descriptor = descriptor
            else:  # its holder removed the file between our opening and locking it
                os.close(descriptor)
        self._owner = os.getpid()
        self._write_holder(self._descriptor)

    def release(self) -> None:
        """Give the lock up and remove the file; idempotent. In a fork it stays the parent's."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if self._owner == os.getpid():
            os.ftruncate(descriptor, 0)
            if sys.platform != "win32":  # which removes no file that is open
                self._path.unlink(missing_ok=True)
        os.close(descriptor)  # never LOCK_UN: that would unlock the parent of a forked child too

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except FileNotFoundError as error:
            raise LibraryMissingError(self._library, "the folder does not exist") from error
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise StorageFullError(str(self._library)) from error
            raise LibraryReadOnlyError(self._library, error.strerror or "") from error

    @staticmethod
    def _write_holder(descriptor: int) -> None:
        holder = {"pid": os.getpid(), "host": socket.gethostname()}
        with suppress(OSError):  # a full disk: the lock counts, not what it says
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps(holder).encode())


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _holder(path: Path) -> Holder | None:
    """Who wrote the lock file, or None when it cannot be read."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(found["pid"]), str(found["host"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
