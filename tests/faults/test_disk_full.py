# SPDX-License-Identifier: MIT
"""No room left: what was typed is kept, and written once there is room."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import func, select

from novelist.db.models import Preference
from novelist.db.repair.health import check_library
from novelist.db.session import close_async_db, get_session, open_library_file, read_session, writer
from novelist.errors import StorageFullError, StorageIOError
from tests.database import paused
from tests.db.rows import note, notes

LONG = "雾港的夜。" * 20_000  # 300 kB


@contextmanager
def files_no_larger_than(size):
    """A limit of the system that stands in for a full disk; needs no privilege."""
    resource = pytest.importorskip("resource", reason="this system has no such limit")
    _, highest = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (highest, highest))


@pytest.fixture
def small_disk(tmp_path, template):
    """A library on a disk of 1.5 MB; skips where none can be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs privileges")
    yield shutil.copy(template, folder / "Novels.novelist")
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder):
    """Leave no room; the file to be removed later."""
    ballast = folder / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4096):
            continue
    return ballast


async def test_a_write_that_fails_pauses_and_is_repeated_when_there_is_room(opened):
    await writer().submit(note("before"))
    with files_no_larger_than(200_000):
        posted = [writer().post(note(f"{number}", LONG)) for number in range(3)]
        assert isinstance(await paused(), StorageIOError)
        assert not any(each.done() for each in posted)
        async with read_session() as session:
            assert await session.scalar(select(func.count()).select_from(Preference)) == 1
    writer().retry()
    await asyncio.gather(*posted)
    assert len(notes(opened)) == 4
    assert check_library(opened) == []


async def test_a_scope_on_a_full_disk_reports_our_error_and_blocks_nobody(opened):
    async def too_long():
        async with get_session(autoflush=False) as session:
            session.add(Preference(key="long", value=LONG))

    with files_no_larger_than(200_000), pytest.raises(StorageIOError):
        await too_long()
    await writer().submit(note("after"))
    assert notes(opened).keys() == {"after"}


async def test_a_disk_that_fills_up_pauses_the_writer_and_goes_on_after_cleaning(small_disk):
    await open_library_file(small_disk)
    ballast = fill(small_disk.parent)
    posted = writer().post(note("long", LONG))
    assert isinstance(await paused(), StorageFullError)
    async with read_session() as session:
        assert await session.scalar(select(func.count()).select_from(Preference)) == 0
    ballast.unlink()
    writer().retry()
    await posted
    await close_async_db()
    assert notes(small_disk).keys() == {"long"}
    assert check_library(small_disk) == []


async def test_a_full_disk_is_recognised_when_the_library_is_opened(small_disk):
    ballast = fill(small_disk.parent)
    with pytest.raises(StorageFullError):
        await open_library_file(small_disk)
    ballast.unlink()
    await open_library_file(small_disk)
