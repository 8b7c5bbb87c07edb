# SPDX-License-Identifier: MIT
"""The library as a file: is it there, is it ours, may we write it. Nothing is changed here."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from novelist.db.failures import translate
from novelist.db.schema_versions import APPLICATION_ID
from novelist.errors import (
    LibraryEmptyError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryReadOnlyError,
)


def require_library(path: Path) -> None:
    """Raise the ``LibraryError`` that says why the file at ``path`` is not a library.

    Only SQLite opens the file: were we to open and close it ourselves, the system would take from
    this process every lock it has on it, and another program could pull the log from under us.
    """
    if _size(path) == 0:
        raise LibraryEmptyError(path)
    if _application_of(path) != APPLICATION_ID:
        raise LibraryForeignError(path, "an SQLite file of another program")


def require_writable(path: Path) -> None:
    """Raise ``LibraryReadOnlyError`` unless the file, if any, and its folder may be written."""
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        raise LibraryReadOnlyError(path, "the file may not be written")
    if not os.access(path.parent, os.R_OK | os.W_OK | os.X_OK):
        raise LibraryReadOnlyError(path, "the folder may not be written")


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise LibraryMissingError(path) from error
    except OSError as error:
        raise LibraryReadOnlyError(path, error.strerror or "") from error
    if stat.S_ISDIR(found.st_mode):
        raise LibraryForeignError(path, "a folder")
    if not os.access(path, os.R_OK):
        raise LibraryReadOnlyError(path, "the file may not be read")
    return found.st_size


def _application_of(path: Path) -> int:
    """The number in the header that says whose file it is."""
    with plain_connection(path) as connection:
        try:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            raise LibraryForeignError(path, "not an SQLite file") from error


@contextmanager
def plain_connection(path: Path, *, mode: str = "ro") -> Iterator[sqlite3.Connection]:
    """A connection of the standard library, closed at the end; its errors become ours.

    ``mode`` is SQLite's: "ro", "rw" or "rwc". Reading a library that nobody has open makes no
    files beside it, and works in a folder that may not be written.
    """
    connection: sqlite3.Connection | None = None
    immutable = mode == "ro" and not log_files(path)[0].exists()
    options = f"mode={mode}{'&immutable=1' if immutable else ''}"
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)
        connection.isolation_level = None
        yield connection
    except sqlite3.Error as error:
        translated = translate(error, path)
        if translated is error:
            raise
        raise translated from error
    finally:
        if connection is not None:
            connection.close()


def log_files(database: Path) -> tuple[Path, Path]:
    """The write-ahead log and the shared memory that belong to a database file."""
    return (
        database.with_name(f"{database.name}-wal"),
        database.with_name(f"{database.name}-shm"),
    )


def sync_file(path: Path) -> None:
    """Make sure that the file and its name are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in ``folder`` are on the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
