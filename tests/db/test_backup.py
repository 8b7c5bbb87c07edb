# SPDX-License-Identifier: MIT
"""The promises of copies."""

from __future__ import annotations

import pytest

from novelist.db.backups.copies import backup_library, restore_library
from novelist.db.repair.health import check_library
from novelist.db.session import close_async_db, open_library_file, writer
from novelist.errors import (
    LibraryForeignError,
    LibraryMissingError,
    StorageCorruptError,
)
from tests.db.rows import note, notes


async def test_a_copy_of_an_open_library_holds_what_is_still_in_its_log(opened, tmp_path):
    await writer().submit(note("a"))
    copy = backup_library(opened, tmp_path / "backups" / "copy.novelist")
    await writer().submit(note("b"))
    assert notes(copy).keys() == {"a"}
    assert check_library(copy) == []
    assert [path.name for path in copy.parent.iterdir()] == ["copy.novelist"]


async def test_a_copy_is_a_library_that_opens(library, tmp_path):
    copy = backup_library(library, tmp_path / "copy.novelist")
    await open_library_file(copy)
    await writer().submit(note("a"))
    await close_async_db()
    assert notes(copy).keys() == {"a"}


def test_a_damaged_library_never_replaces_a_good_copy(library, tmp_path):
    copy = backup_library(library, tmp_path / "copy.novelist")
    before = copy.read_bytes()
    damage(library)
    with pytest.raises(StorageCorruptError):
        backup_library(library, copy)
    assert copy.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {library.name, copy.name}


def test_a_file_that_is_no_library_is_not_copied(tmp_path):
    with pytest.raises(LibraryMissingError):
        backup_library(tmp_path / "missing", tmp_path / "copy")
    (tmp_path / "other").write_bytes(b"x" * 200)
    with pytest.raises(LibraryForeignError):
        backup_library(tmp_path / "other", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


async def test_a_copy_is_put_back_whole(opened, tmp_path):
    await writer().submit(note("a"))
    copy = backup_library(opened, tmp_path / "copy.novelist")
    await writer().submit(note("b"))
    await close_async_db()
    restore_library(copy, opened)
    assert notes(opened).keys() == {"a"}
    await open_library_file(opened)


def test_a_damaged_copy_is_not_put_back(library, tmp_path):
    copy = backup_library(library, tmp_path / "copy.novelist")
    damage(copy)
    before = library.read_bytes()
    with pytest.raises(StorageCorruptError):
        restore_library(copy, library)
    assert library.read_bytes() == before


def damage(path):
    """Overwrite two pages in the middle."""
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\x5a" * 8192)
