# SPDX-License-Identifier: MIT
"""Copies of a library: made by SQLite itself, checked before they count, swapped in whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias

from novelist.db.backups.check import require_sound, require_whole
from novelist.db.library_file import (
    log_files,
    plain_connection,
    require_library,
    sync_file,
    sync_folder,
)
from novelist.errors import BackupStoppedError

__all__ = ["Stop", "backup_library", "discard", "require_sound", "restore_library"]

Stop: TypeAlias = Callable[[], bool]
"""Asked between two steps, from the thread that copies: True gives the copy up."""

_PAGES: Final = 256  # of 4 KiB, copied between two looks at ``stop``
_OPERATIONS: Final = 20_000  # of SQLite's machine between two looks while it checks


def never() -> bool:
    """Copy to the end."""
    return False


def backup_library(source: Path, target: Path, *, stop: Stop = never) -> Path:
    """Copy the library, open or not, to ``target``; the copy is complete and was checked.

    An older file at ``target`` stays until the new copy has been found sound. Copying the file
    itself would miss what is still in the write-ahead log. Whoever writes to the library meanwhile
    is not held up, and the copy shows none of it. Returns ``target``. Raises ``LibraryError``,
    ``BackupStoppedError``, or ``StorageCorruptError`` when the copy (and so the source) is damaged.
    """
    require_library(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    discard(beside)
    try:
        _copy(source, beside, stop)
        sync_file(beside)
        beside.replace(target)
    finally:
        discard(beside)
    sync_folder(target.parent)
    return target


def restore_library(backup: Path, library: Path) -> None:
    """Put a copy of ``backup`` in the place of ``library``, which nobody may have open.

    The backup is checked first; the library is replaced whole, or left alone.
    """
    beside = library.with_name(f".{library.name}.restored")
    try:
        backup_library(backup, beside)
        for log in log_files(library):
            log.unlink(missing_ok=True)
        beside.replace(library)
    finally:
        discard(beside)
    sync_folder(library.parent)


def discard(database: Path) -> None:
    """Remove a temporary database with what belongs to it."""
    for file in (database, *log_files(database)):
        file.unlink(missing_ok=True)


@contextmanager
def reading_connection(library: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of a library, whoever has it open, and cannot write.

    Where there is a log, it cannot fold that in, not even when it is the last to close: only the
    writer does (two that do it at once can damage the file). Where there is none, nobody has the
    library open; then nothing is left lying beside it.
    """
    writable = os.access(library, os.W_OK) and os.access(library.parent, os.W_OK)
    has_log = log_files(library)[0].exists()
    with plain_connection(library, mode="rw" if writable and not has_log else "ro") as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # this state it sees
        yield connection


def _copy(source: Path, target: Path, stop: Stop) -> None:
    def on_step(_status: int, _remaining: int, _total: int) -> None:
        if stop():
            raise BackupStoppedError(str(source))

    with plain_connection(target, mode="rwc") as copy:
        copy.execute("PRAGMA synchronous=OFF")  # the whole file is synced before it counts
        with reading_connection(source) as original:
            original.backup(copy, pages=_PAGES, progress=on_step, sleep=0)
        copy.execute("PRAGMA journal_mode=DELETE")  # so that a copy can be read from anywhere
        copy.set_progress_handler(lambda: int(stop()), _OPERATIONS)
        try:
            require_whole(copy, stop)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise BackupStoppedError(str(source)) from error
            raise
