# SPDX-License-Identifier: MIT
"""A file that is not a usable library is refused by name, and not a byte of it changes."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from novelist.db.session import close_async_db, open_library_file
from novelist.errors import (
    LibraryEmptyError,
    LibraryForeignError,
    LibraryMissingError,
    LibraryReadOnlyError,
    LibraryTooNewError,
    StorageCorruptError,
)


def remove(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def a_text(path):
    path.write_text("It was early.\n" * 100)


def a_folder(path):
    path.unlink()
    path.mkdir()


def zeroed_header(path):
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def of_another_program(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")


def of_a_newer_version(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2099'")
        connection.commit()


def half(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def nonsense(path):
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\x5a" * (len(content) - 100))


BAD = [
    (remove, LibraryMissingError),
    (empty, LibraryEmptyError),
    (a_text, LibraryForeignError),
    (a_folder, LibraryForeignError),
    (zeroed_header, LibraryForeignError),
    (of_another_program, LibraryForeignError),
    (of_a_newer_version, LibraryTooNewError),
    (half, StorageCorruptError),
    (nonsense, StorageCorruptError),
]


@pytest.mark.parametrize(("spoil", "error"), BAD, ids=[spoil.__name__ for spoil, _ in BAD])
async def test_a_bad_file_is_refused_and_left_as_it_is(spoil, error, library):
    spoil(library)
    before = _everything(library.parent)
    with pytest.raises(error):
        await open_library_file(library)
    assert _everything(library.parent) == before


@pytest.mark.parametrize("spoil", [empty, a_text, of_another_program])
async def test_asking_for_a_new_library_replaces_no_file(spoil, library):
    spoil(library)
    before = _everything(library.parent)
    with pytest.raises((LibraryEmptyError, LibraryForeignError)):
        await open_library_file(library, create=True)
    assert _everything(library.parent) == before


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_refused(what, template):
    folder = Path(tempfile.mkdtemp())
    try:
        library = shutil.copy(template, folder / "Novels.novelist")
        library.chmod(0o444 if what == "file" else 0o666)
        folder.chmod(0o777 if what == "file" else 0o555)
        before = _everything(folder)
        assert _unprivileged(library) == LibraryReadOnlyError.__name__
        assert _everything(folder) == before
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


def _everything(folder):
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def _unprivileged(library):
    """What opening the library raises for somebody who is not the administrator."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    receive, send = os.pipe()
    if os.fork() == 0:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        os.write(send, asyncio.run(_error_of_opening(library)).encode())
        os._exit(0)
    os.wait()
    os.close(send)
    with os.fdopen(receive) as answer:
        return answer.read()


async def _error_of_opening(library):
    try:
        await open_library_file(library)
    except Exception as error:  # noqa: BLE001 - its name is the answer
        return type(error).__name__
    await close_async_db()
    return "nothing"
