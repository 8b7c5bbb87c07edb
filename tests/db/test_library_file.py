# SPDX-License-Identifier: MIT
"""The promises of looking at a file before it is opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from novelist.db.library_file import plain_connection, require_library, require_writable
from novelist.errors import (
    LibraryEmptyError,
    LibraryForeignError,
    LibraryMissingError,
    StorageIOError,
)


def test_a_library_is_a_library(library):
    require_library(library)
    require_writable(library)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", LibraryEmptyError),
        (b"PK\x03\x04 a zip file", LibraryForeignError),
        (b"\x00" * 4096, LibraryForeignError),
        (b"SQLite format 3\x00", LibraryForeignError),
    ],
)
def test_another_file_is_none(tmp_path, content, error):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(error):
        require_library(path)


def test_a_missing_file_and_a_folder_are_none(tmp_path):
    with pytest.raises(LibraryMissingError):
        require_library(tmp_path / "missing")
    with pytest.raises(LibraryForeignError, match="folder"):
        require_library(tmp_path)


def test_a_database_of_another_program_is_none(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(LibraryForeignError, match="another program"):
        require_library(path)


def test_errors_of_a_plain_connection_are_ours(tmp_path):
    with (
        pytest.raises(StorageIOError, match="CANTOPEN"),
        plain_connection(tmp_path / "missing") as connection,
    ):
        connection.execute("SELECT 1")
    with pytest.raises(sqlite3.OperationalError), plain_connection(tmp_path / "n", mode="rwc") as c:
        c.execute("SELECT * FROM nothing")
