# SPDX-License-Identifier: MIT
"""Telling libraries from other files, also while one of them is in use."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from novelist.db.schema_versions import APPLICATION_ID
from novelist.services.library.restoring import is_library, libraries_among

ASK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    connection.execute("BEGIN EXCLUSIVE")
except sqlite3.OperationalError as error:
    print(error)
else:
    print("free")
"""


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "Ferry.novelist"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executescript("CREATE TABLE a (b); INSERT INTO a VALUES (1);")
    return path


@pytest.mark.skipif(os.name == "nt", reason="locks of files belong to handles there")
def test_asking_takes_no_lock_from_a_library_in_use(database):
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM a").fetchall()  # holds a lock to the end of this
        assert is_library(database)
        asked = subprocess.run(
            [sys.executable, "-c", ASK, database], capture_output=True, text=True, check=True
        )
        assert asked.stdout.strip() == "database is locked"


def test_a_library_that_another_program_holds_is_one(database):
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("INSERT INTO a VALUES (2)")
        assert is_library(database)


def test_a_damaged_library_is_one(database):
    database.write_bytes(database.read_bytes()[:5000])
    assert is_library(database)


def test_what_is_none(tmp_path, database):
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")
    (tmp_path / "empty.novelist").touch()
    (tmp_path / "text.novelist").write_text("Once upon a time. " * 50)
    names = ("other.sqlite", "empty.novelist", "text.novelist", "none.novelist", ".")
    assert [name for name in names if is_library(tmp_path / name)] == []


def test_libraries_are_found_among_manuscripts(tmp_path, database):
    text = tmp_path / "Tide.txt"
    text.write_text("The tide came in.")
    assert asyncio.run(libraries_among([text, database])) == [database]
