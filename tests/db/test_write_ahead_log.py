# SPDX-License-Identifier: MIT
"""A log that does not belong to the library is found before anything is written."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from novelist.db.library_file import log_files
from novelist.db.session import close_async_db, get_session, open_library_file, reset_async_db
from novelist.db.write_ahead_log import LogState, log_state, require_own_log, set_log_aside
from novelist.errors import LibraryLogError, StorageCorruptError
from tests.db.rows import a_novel, rows


async def written(library, title):
    """The library with a novel in it, closed; and a copy of its log as it was while open."""
    await open_library_file(library)
    async with get_session() as session:
        await a_novel(session, title=title)
    log = shutil.copy(log_files(library)[0], library.with_suffix(".log"))
    await close_async_db()
    return log


async def test_the_usual_is_told_from_the_odd(library):
    log = await written(library, "Emma")
    assert log_state(library, was_left=False) is LogState.USUAL
    assert log_state(library, was_left=True) is LogState.MISSING
    shutil.copy(log, log_files(library)[0])
    assert log_state(library, was_left=True) is LogState.USUAL
    assert log_state(library, was_left=False) is LogState.ODD


async def test_a_log_that_was_copied_along_is_its_own(library, tmp_path):
    await open_library_file(library)
    async with get_session() as session:
        await a_novel(session, title="Emma")
    for file in (library, log_files(library)[0]):
        shutil.copy(file, tmp_path / file.name.replace("Novels", "Copy"))
    await close_async_db()
    copy = tmp_path / "Copy.novelist"
    require_own_log(copy)
    assert rows(copy, "SELECT title FROM novels") == [("Emma",)]


def test_a_file_that_is_whole_only_with_its_log_is_not_called_damaged(library, tmp_path):
    copy = tmp_path / "Copy.novelist"
    with closing(sqlite3.connect(library)) as writer:
        writer.execute("VACUUM")  # every page is in the log now
        shutil.copy(log_files(library)[0], log_files(copy)[0])
        copy.write_bytes(library.read_bytes()[:100] + b"\x5a" * 20_000)  # half taken in
    require_own_log(copy)
    assert rows(copy, "SELECT count(*) FROM novels") == [(0,)]


async def test_the_log_of_another_library_is_refused_and_set_aside(library, tmp_path, template):
    await written(library, "Emma")
    other = shutil.copy(template, tmp_path / "Other.novelist")
    log = await written(other, "Fog")
    shutil.copy(log, log_files(library)[0])
    before = library.read_bytes()
    with pytest.raises(LibraryLogError):
        require_own_log(library)
    aside = set_log_aside(library)
    assert aside.read_bytes() == log.read_bytes()
    assert library.read_bytes() == before
    assert rows(library, "SELECT title FROM novels") == [("Emma",)]


async def test_a_damaged_library_is_not_blamed_on_its_log(library):
    log = await written(library, "Emma")
    library.write_bytes(library.read_bytes()[:100] + b"\x5a" * 20_000)
    shutil.copy(log, log_files(library)[0])
    with pytest.raises(StorageCorruptError):
        require_own_log(library)
    reset_async_db()


def test_without_a_library_nothing_is_missing(tmp_path):
    assert log_state(tmp_path / "None.novelist", was_left=True) is LogState.USUAL


def test_looking_writes_nothing(library):
    with closing(sqlite3.connect(library)) as writer:
        writer.execute("INSERT INTO preferences VALUES ('a', '1')")
        writer.commit()
        log = log_files(library)[0]
        before = library.read_bytes(), log.read_bytes()
        require_own_log(library)
        assert (library.read_bytes(), log.read_bytes()) == before
