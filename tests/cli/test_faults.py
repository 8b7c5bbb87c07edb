# SPDX-License-Identifier: MIT
"""Every fault on the command line: one sentence, nothing changed, and it works once mended."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from novelist.db.library_file import log_files
from novelist.db.lock import LibraryLock, lock_path
from tests.faults.test_disk_full import files_no_larger_than, fill
from tests.journeys.conftest import mounted
from tests.journeys.faults import held_alone
from tests.journeys.test_opening_faults import damaged, empty, foreign, newer, truncated


def all_files(folder):
    """Every file, but what SQLite makes anew to read a log."""
    found = [path for path in folder.iterdir() if path.is_file() and not path.name.endswith("-shm")]
    return {path.name: path.read_bytes() for path in found}


def spoken_of(told, *argv):
    """The one sentence of a command that failed."""
    status, out, complaint = told(*argv)
    assert (status, out, complaint.count("\n")) == (1, "", 1)
    assert complaint.startswith("novelist: ")
    return complaint


def titles(told, library):
    status, out, complaint = told("list", "--library", library)
    assert (status, complaint) == (0, "")
    return out.count("The Ferry")


SPOILED = [
    (empty, "is an empty file. Restore a backup from"),
    (foreign, "is not a library of Novelist and was left as it is"),
    (newer, "A newer version of Novelist made"),
    (truncated, "The library is damaged; nothing more was written to it. Restore a backup."),
    (damaged, "The library is damaged; nothing more was written to it. Restore a backup."),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILED, ids=[row[0].__name__ for row in SPOILED])
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(spoil, said, told, library, source):
    whole = library.read_bytes()
    spoil(library)
    before = all_files(library.parent)
    for command in (["list"], ["search", "ferry"], ["import", source]):
        assert said in spoken_of(told, *command, "--library", library)
    assert all_files(library.parent) == before
    library.write_bytes(whole)
    assert titles(told, library) == 1


def test_the_log_of_another_library_is_named_and_left_as_it_is(told, library, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    other = shutil.copy(library, folder / "Other.novelist")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("UPDATE novels SET created_at = '2001-01-01', title = 'Stranger'")
        connection.commit()
        shutil.copy(log_files(other)[0], log_files(library)[0])
    before = all_files(library.parent)
    assert "does not belong to it. Nothing was changed" in spoken_of(
        told, "list", "--library", library
    )
    assert all_files(library.parent) == before
    log_files(library)[0].unlink()
    assert titles(told, library) == 1


def test_a_log_that_is_gone_is_told_where_the_window_would_have_told_it(told, library):
    lock_path(library).write_text('{"pid": 1, "host": "studio"}')
    status, out, complaint = told("list", "--library", library)
    assert (status, "The Ferry" in out) == (0, True)
    assert complaint.startswith("novelist: the last words of the last time may be missing")
    assert titles(told, library) == 1  # said once


def test_a_library_that_was_left_with_a_text_spoiled_is_told_of(told, library):
    lock_path(library).write_text('{"pid": 1, "host": "studio"}')
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET digest = 'x' WHERE item_id = 3")
    status, _, complaint = told("list", "--library", library)
    assert status == 0
    assert "something in this library is not as it was saved" in complaint


def test_a_window_that_has_the_library_is_named(told, library, source):
    lock = LibraryLock(library)
    lock.acquire()
    complaint = spoken_of(told, "import", source, "--library", library)
    assert "is open in another program. Close it there, then try again." in complaint
    assert f"process {os.getpid()}" in complaint
    lock.release()
    assert told("import", source, "--library", library)[0] == 0


def test_a_program_that_lets_nobody_read_is_named(told, library):
    with held_alone(library):
        complaint = spoken_of(told, "list", "--library", library)
        assert "Another program holds the library. Nothing was lost" in complaint
    assert titles(told, library) == 1


def test_a_program_that_writes_all_the_time_is_named_by_an_import(told, library, source):
    with held_alone(library, "BEGIN IMMEDIATE") as other:
        assert titles(told, library) == 1  # it can be read meanwhile
        complaint = spoken_of(told, "import", source, "--library", library)
        assert "Another program holds the library." in complaint
        assert f"process {other.pid}" in complaint or sys.platform != "linux"
    assert titles(told, library) == 1
    assert told("import", source, "--library", library)[0] == 0


def test_a_full_disk_is_told_and_the_import_works_when_there_is_room(
    told, library, source, tmp_path
):
    with mounted(tmp_path / "drive") as drive:
        there = shutil.copy(library, drive / library.name)
        source.write_text(source.read_text("utf-8") * 2000, "utf-8")
        ballast = fill(drive)
        assert "The disk is full. Nothing was lost" in spoken_of(
            told, "import", source, "--library", there
        )
        ballast.unlink()
        assert titles(told, there) == 1
        assert told("check", "--library", there)[0] == 0
        source.write_text("CHAPTER 1\n\nShort.\n")
        assert told("import", source, "--library", there)[0] == 0


def test_an_error_of_the_disk_is_told_and_leaves_the_library_as_it_was(told, library, source):
    source.write_text(source.read_text("utf-8") * 2000, "utf-8")
    with files_no_larger_than(library.stat().st_size):
        complaint = spoken_of(told, "import", source, "--library", library)
    assert "The disk cannot be read or written. Check the drive" in complaint
    assert titles(told, library) == 1
    assert told("check", "--library", library)[0] == 0


def test_a_disk_that_may_only_be_read_is_told(told, library, source, tmp_path):
    with mounted(tmp_path / "drive") as drive:
        there = shutil.copy(library, drive / library.name)
        subprocess.run(["mount", "-o", "remount,ro", str(drive)], check=True)
        complaint = spoken_of(told, "import", source, "--library", there)
        assert "may not be written. Allow writing there, or copy it elsewhere." in complaint
        subprocess.run(["mount", "-o", "remount,rw", str(drive)], check=True)
        assert titles(told, there) == 1
