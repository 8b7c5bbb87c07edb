# SPDX-License-Identifier: MIT
"""Copies of a library: made by SQLite itself, checked before they count, swapped in whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from novelist.db.library_file import (
    log_files,
    plain_connection,
    require_library,
    sync_file,
    sync_folder,
)
from novelist.errors import StorageCorruptError


def backup_library(source: Path, target: Path) -> Path:
    """Copy the library, open or not, to ``target``; the copy is complete and was checked.

    An older file at ``target`` stays until the new copy has been found sound. Copying the file
    itself would miss what is still in the write-ahead log. Returns ``target``. Raises
    ``LibraryError``, or ``StorageCorruptError`` when the copy (and so the source) is damaged.
    """
    require_library(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    discard(beside)
    try:
        _copy(source, beside)
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
        with suppress(FileNotFoundError):
            file.unlink()


def require_sound(connection: sqlite3.Connection) -> None:
    """Raise ``StorageCorruptError`` when SQLite finds damage or a broken reference."""
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
    if problems != ["ok"]:
        raise StorageCorruptError(problems[0])
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise StorageCorruptError(f"{broken[0]} {broken[1]} refers to a missing row of {broken[2]}")


def _copy(source: Path, target: Path) -> None:
    # Not as "ro": that would trust that nobody opens the library meanwhile.
    mode = "rw" if os.access(source, os.W_OK) and os.access(source.parent, os.W_OK) else "ro"
    with (
        plain_connection(source, mode=mode) as original,
        plain_connection(target, mode="rwc") as copy,
    ):
        original.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # so that a copy can be read from anywhere
        require_sound(copy)
