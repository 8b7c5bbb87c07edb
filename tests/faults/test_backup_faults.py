# SPDX-License-Identifier: MIT
"""Backups on disks that fail, and in a program that is killed while it makes one."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta

import pytest

from novelist.db.backups.files import find_backups
from novelist.db.backups.making import SecondTrouble, copy_to_second, make_backup
from novelist.db.repair.health import check_library
from novelist.db.session import get_session, writer
from novelist.domain.enums import BackupReason
from novelist.errors import StorageFullError, StorageIOError
from tests.db.rows import note
from tests.faults.test_disk_full import LONG, files_no_larger_than, fill, small_disk

__all__ = ["small_disk"]

SHORT, FULL = 15, 150


def go_on():
    return False


def make(library):
    return make_backup(library, BackupReason.TIMER, datetime.now(UTC), go_on)


async def test_a_backup_for_which_there_is_no_room_leaves_the_older_ones(opened):
    first = make(opened).backup
    await writer().submit(note("long", LONG))
    with files_no_larger_than(200_000), pytest.raises((StorageIOError, StorageFullError)):
        make(opened)
    assert find_backups(first.path.parent, opened) == [first]
    assert len(list(first.path.parent.iterdir())) == 2
    assert make(opened).is_new


async def test_a_second_folder_without_room_is_named_and_keeps_what_it_has(opened, small_disk):
    drive = small_disk.parent
    small_disk.unlink()
    first = make(opened).backup
    assert copy_to_second(first, opened, drive, datetime.now(UTC), go_on) is None
    ballast = fill(drive)
    async with get_session():
        pass
    await writer().submit(note("long", LONG))
    second = make(opened).backup
    assert copy_to_second(second, opened, drive, datetime.now(UTC), go_on) is SecondTrouble.FULL
    (folder,) = [each for each in drive.iterdir() if each.is_dir()]
    assert [each.name for each in folder.glob("[!.]*")] == [first.path.name]
    assert not list(folder.glob(".*.new*"))
    ballast.unlink()
    assert copy_to_second(second, opened, drive, datetime.now(UTC), go_on) is None


async def test_writing_goes_on_while_the_second_folder_fails(opened, tmp_path):
    made = make(opened).backup
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    trouble = copy_to_second(made, opened, blocked, datetime.now(UTC), go_on)
    assert trouble is SecondTrouble.MISSING
    await writer().submit(note("after"))


@pytest.mark.parametrize("kills", [SHORT, pytest.param(FULL, marks=pytest.mark.full)])
def test_killed_during_a_backup_no_half_file_counts(kills, library, victim):
    chance = random.Random(kills)
    victim.start("backup", library)
    assert [victim.hear(), victim.hear()] == [["backing", "up"], ["backed", "up"]]
    victim.kill()
    for _ in range(kills):
        victim.start("backup", library)
        victim.hear()
        ends = time.perf_counter() + chance.uniform(0, 0.4)
        while time.perf_counter() < ends:
            continue
        victim.kill()
    folder = library.parent / "backups"
    found = find_backups(folder, library)
    assert found
    for each in found:
        assert check_library(each.path) == []
    assert check_library(library) == []
    long_after = datetime.now(UTC) + timedelta(hours=2)
    make_backup(library, BackupReason.TIMER, long_after, go_on)
    assert all(each.record for each in find_backups(folder, library))
    kept = {each.path.name for each in find_backups(folder, library)}
    assert {each.name for each in folder.glob("[!.]*")} == kept
    assert len(list(folder.iterdir())) == 2 * len(kept), "something was left lying about"
