# SPDX-License-Identifier: MIT
"""What SQLite reports becomes an error of ours, by its code."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from novelist.db.failures import primary_code, translate
from novelist.errors import (
    IntegrityBrokenError,
    StorageBusyError,
    StorageCorruptError,
    StorageFullError,
    StorageIOError,
    StorageReadOnlyError,
)


def reported(code, error=sqlite3.OperationalError):
    """An error as the driver raises it."""
    made = error("any text")
    made.sqlite_errorcode = code
    made.sqlite_errorname = f"SQLITE_{code}"
    return made


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, StorageBusyError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StorageBusyError),
        (sqlite3.SQLITE_LOCKED, StorageBusyError),
        (sqlite3.SQLITE_FULL, StorageFullError),
        (sqlite3.SQLITE_IOERR_WRITE, StorageIOError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, StorageReadOnlyError),
        (sqlite3.SQLITE_CANTOPEN, StorageIOError),
        (sqlite3.SQLITE_PERM, StorageReadOnlyError),
        (sqlite3.SQLITE_CORRUPT_INDEX, StorageCorruptError),
        (sqlite3.SQLITE_NOTADB, StorageCorruptError),
    ],
)
def test_each_code_has_its_error(code, expected, tmp_path):
    plain = reported(code)
    wrapped = OperationalError("UPDATE …", {"content": "a manuscript"}, plain)
    for error in (plain, wrapped):
        found = translate(error, tmp_path / "x")
        assert type(found) is expected
        assert "manuscript" not in str(found)


def test_a_constraint_is_named():
    plain = reported(sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.IntegrityError)
    for error in (plain, IntegrityError("INSERT …", {}, plain)):
        assert isinstance(translate(error), IntegrityBrokenError)


def test_any_other_error_stays_itself():
    for error in (ValueError("x"), reported(sqlite3.SQLITE_ERROR)):
        assert translate(error) is error
    assert primary_code(ValueError("x")) is None


def test_an_io_error_where_nothing_can_be_asked_stays_one(tmp_path):
    error = reported(sqlite3.SQLITE_IOERR_SHMSIZE)
    assert type(translate(error, tmp_path / "gone" / "x")) is StorageIOError
    assert type(translate(error)) is StorageIOError
