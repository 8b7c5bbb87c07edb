# SPDX-License-Identifier: MIT
"""The first look shows what was open last, or nothing; it leaves no trace."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from novelist.db.first_look import Above, take_first_look
from novelist.db.lock import LibraryLock, lock_path
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines

NOVEL, CHAPTER, SCENE, LATER = 1, 3, 4, 5
TEXT = document_of("The tide went out.", "雾散了。")


@pytest.fixture
def book(library):
    """A closed library of one novel: a part, a chapter without title, two scenes."""
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(
            "INSERT INTO novels (id, title, subtitle, author, language, genre, series, logline,"
            " synopsis, target_unit, cover, created_at, updated_at, version)"
            " VALUES (1, 'Fog', '', '', 'en', '', '', '', '', 'words', '', '2026', '2026', 1)"
        )
        for item_id, parent, kind, title in (
            (2, None, "part", "Low water"),
            (CHAPTER, 2, "chapter", ""),
            (SCENE, CHAPTER, "scene", "Out"),
            (LATER, CHAPTER, "scene", "In"),
        ):
            connection.execute(
                "INSERT INTO outline_items (id, novel_id, parent_id, position, kind, title,"
                " synopsis, notes, in_manuscript, words, characters, characters_no_spaces,"
                " created_at, updated_at, version)"
                " VALUES (?, 1, ?, ?, ?, ?, '', '', 1, 0, 0, 0, '2026', '2026', 1)",
                (item_id, parent, item_id, kind, title),
            )
        content = to_json_lines(TEXT)
        for item_id in (SCENE, LATER):
            connection.execute(
                "INSERT INTO scene_bodies (item_id, content, plain_text, digest, updated_at,"
                " version) VALUES (?, ?, ?, ?, '2026', 1)",
                (item_id, content, TEXT.plain_text, digest(content)),
            )
        connection.commit()
    return Path(library)


def change(book, statement):
    with closing(sqlite3.connect(book)) as connection:
        connection.execute(statement)
        connection.commit()


def everything(folder):
    """Every file below a folder, with its bytes and the moment it was changed."""
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_shows_the_scene_that_was_open_last_and_where_it_stands(book):
    look = take_first_look(book, NOVEL, LATER)
    assert (look.novel_id, look.item_id, look.language) == (NOVEL, LATER, "en")
    assert (look.kind, look.title, look.document) == ("scene", "In", TEXT)
    assert look.above == (Above("part", "Low water", None), Above("chapter", "", 1))
    assert look.digest == digest(to_json_lines(TEXT))


@pytest.mark.parametrize("wanted", [None, 999, CHAPTER])
def test_without_such_a_text_it_shows_the_first_scene(book, wanted):
    assert take_first_look(book, NOVEL, wanted).item_id == SCENE


def test_it_leaves_no_trace(book):
    before = everything(book.parent)
    assert take_first_look(book, NOVEL, SCENE)
    assert everything(book.parent) == before


def test_a_scene_thrown_away_is_not_shown(book):
    change(book, f"UPDATE outline_items SET deleted_at = '2026' WHERE id = {SCENE}")
    assert take_first_look(book, NOVEL, SCENE).item_id == LATER


SPOILT = {
    "novel thrown away": "UPDATE novels SET deleted_at = '2026'",
    "novel gone": "DELETE FROM novels",
    "no text left": "UPDATE outline_items SET deleted_at = '2026'",
    "text without a row": "DELETE FROM scene_bodies",
    "digest of another text": "UPDATE scene_bodies SET digest = 'f00d'",
    "text that is no JSON": "UPDATE scene_bodies SET content = '[', digest = '" + digest("[") + "'",
    "text that is no UTF-8": "UPDATE scene_bodies SET content = CAST(x'ff' AS TEXT)",
    "item inside itself": f"UPDATE outline_items SET parent_id = {CHAPTER} WHERE id = 2",
    "another version": "UPDATE alembic_version SET version_num = '9999'",
    "no version": "DELETE FROM alembic_version",
    "another program's file": "PRAGMA application_id = 7",
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_it_shows_nothing_where_something_is_odd(spoil, book):
    change(book, spoil)
    before = everything(book.parent)
    assert take_first_look(book, NOVEL, SCENE) is None
    assert everything(book.parent) == before


def empty(book):
    book.write_bytes(b"")


def foreign(book):
    book.write_text("Call me Ishmael. " * 500)


def missing(book):
    book.unlink()


def torn(book):
    data = bytearray(book.read_bytes())
    data[2000:] = b"\xff" * (len(data) - 2000)
    book.write_bytes(data)


@pytest.mark.parametrize("spoil", [empty, foreign, missing, torn], ids=lambda f: f.__name__)
def test_it_shows_nothing_of_a_file_that_is_no_library_and_makes_none(spoil, book):
    spoil(book)
    before = everything(book.parent)
    assert take_first_look(book, NOVEL, SCENE) is None
    assert everything(book.parent) == before


def test_it_shows_nothing_of_a_library_that_is_open_elsewhere(book):
    lock = LibraryLock(book)
    lock.acquire()
    try:
        assert take_first_look(book, NOVEL, SCENE) is None
    finally:
        lock.release()
    assert take_first_look(book, NOVEL, SCENE)


def test_a_lock_file_that_nobody_holds_is_no_hindrance_and_stays(book):
    lock_path(book).write_text("{}")
    assert take_first_look(book, NOVEL, SCENE)
    assert lock_path(book).read_text() == "{}"


DYING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode=WAL")
connection.execute("UPDATE outline_items SET title = 'From the log' WHERE id = 4")
connection.commit()
os._exit(9)
"""


@pytest.fixture
def left_with_log(book):
    """The library as a program leaves it that is killed after saving."""
    subprocess.run([sys.executable, "-c", DYING, str(book)], check=False)
    assert book.with_name(f"{book.name}-wal").stat().st_size
    return book


def test_after_a_kill_it_reads_what_the_log_holds_and_leaves_the_log_alone(left_with_log):
    before = everything(left_with_log.parent)
    assert take_first_look(left_with_log, NOVEL, SCENE).title == "From the log"
    assert everything(left_with_log.parent) == before


def test_a_log_that_can_only_be_read_by_writing_is_left_to_the_opening(left_with_log):
    left_with_log.with_name(f"{left_with_log.name}-shm").unlink()
    before = everything(left_with_log.parent)
    assert take_first_look(left_with_log, NOVEL, SCENE) is None
    assert everything(left_with_log.parent) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_it_reads_where_nothing_may_be_written(book):
    book.parent.chmod(0o555)
    try:
        assert take_first_look(book, NOVEL, SCENE)
    finally:
        book.parent.chmod(0o755)


def test_a_name_with_signs_of_an_address_is_only_a_name(book):
    odd = Path(shutil.move(book, book.with_name("Fog? 100% #1.novelist")))
    assert take_first_look(odd, NOVEL, SCENE)


def test_it_needs_no_sqlalchemy():
    check = (
        "import sys, novelist.services.library.first_look;"
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'aiosqlite')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
