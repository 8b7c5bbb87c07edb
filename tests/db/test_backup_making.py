# SPDX-License-Identifier: MIT
"""The promises of making a backup: needed, checked, noted, copied, older ones in their places."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from novelist.db.backups.check import Totals
from novelist.db.backups.files import describe, find_backups, record_path, second_folder
from novelist.db.backups.making import SecondTrouble, copy_to_second, make_backup
from novelist.db.backups.rotation import prune
from novelist.db.models import OutlineItem, Revision, SceneBody
from novelist.db.repair.health import check_library
from novelist.db.session import get_session, writer
from novelist.domain.document_text import digest
from novelist.domain.enums import BackupReason, RevisionReason
from novelist.domain.revision_codec import encode
from novelist.errors import BackupStoppedError, StorageCorruptError
from tests.db.rows import a_novel, a_text, an_item, note, renote
from tests.db.test_backup import damage

NOW = datetime(2026, 6, 15, 12, 30, tzinfo=UTC)


def make(library, minutes=0, stop=lambda: False):
    """Back it up so many minutes after ``NOW``."""
    return make_backup(library, BackupReason.TIMER, NOW + timedelta(minutes=minutes), stop)


async def a_scene(words=3):
    """Add a novel of one scene; the item's id."""
    async with get_session() as session:
        item = await an_item(session, await a_novel(session), words=words)
        await a_text(session, item, "one two three")
        return item


async def test_a_backup_tells_words_from_characters_also_when_it_is_read_again(opened):
    await a_scene(words=3)
    async with get_session() as session:
        novel = await a_novel(session, language="zh-Hans")
        await an_item(session, novel, words=40)
    made = make(opened).backup
    assert (made.record.totals.words, made.record.totals.characters) == (43, 40)
    assert describe(made.path).record.totals == made.record.totals


async def test_a_backup_whose_characters_were_not_counted_is_still_known_as_checked(opened):
    await a_scene()
    made = make(opened).backup
    kept = json.loads(record_path(made.path).read_text("utf-8"))
    del kept["totals"]["characters"]
    record_path(made.path).write_text(json.dumps(kept), "utf-8")
    totals = describe(made.path).record.totals
    assert (totals.words, totals.characters) == (3, None)


async def test_a_backup_says_what_it_holds_and_leaves_no_other_file(opened):
    await a_scene()
    made = make(opened)
    assert made.is_new
    assert made.backup.record.totals == Totals(1, 3, 1, 1, 3)
    assert made.backup.reason is BackupReason.TIMER
    assert made.backup.made_at == NOW
    names = {path.name for path in made.backup.path.parent.iterdir()}
    assert names == {made.backup.path.name, record_path(made.backup.path).name}
    assert check_library(made.backup.path) == []


async def test_nothing_is_copied_when_nothing_changed(opened):
    await a_scene()
    first = make(opened)
    again = make(opened, minutes=70)
    assert not again.is_new
    assert again.backup == first.backup
    await writer().submit(note("a", 1))
    assert make(opened, minutes=80).is_new
    await writer().submit(renote("a", 2))
    assert make(opened, minutes=90).is_new


async def test_what_a_killed_program_left_is_removed_though_nothing_changed(opened):
    first = make(opened).backup
    half = first.path.with_name(f".{first.path.name}.new")
    half.write_bytes(b"half")
    assert not make(opened).is_new
    assert half.exists(), "somebody may be at work on it"
    os.utime(half, (0, 0))
    assert not make(opened).is_new
    assert not half.exists()


async def test_a_backup_that_nobody_looked_over_is_though_nothing_changed(opened):
    first = make(opened).backup
    unknown = first.path.with_name(first.path.name.replace("timer", "asked"))
    shutil.copy(first.path, unknown)
    assert not make(opened).is_new
    assert describe(unknown).record.digest == first.record.digest


async def test_a_newer_backup_takes_the_place_of_the_older_of_the_hour(opened):
    await a_scene()
    make(opened)
    await a_scene()
    newer = make(opened, minutes=10).backup
    assert find_backups(newer.path.parent, opened) == [newer]
    await a_scene()
    make(opened, minutes=70)
    assert len(find_backups(newer.path.parent, opened)) == 2


async def test_a_smaller_backup_is_kept_beside_the_larger_one(opened):
    item = await a_scene(words=30)
    larger = make(opened).backup
    async with get_session() as session:
        (await session.get(OutlineItem, item)).words = 20
    smaller = make(opened, minutes=10)
    assert smaller.before == larger.record.totals
    assert find_backups(larger.path.parent, opened) == [smaller.backup, larger]


async def test_a_damaged_library_adds_no_backup_and_takes_none_away(library):
    first = make(library).backup
    damage(library)
    with pytest.raises(StorageCorruptError):
        make(library, minutes=10)
    assert find_backups(first.path.parent, library) == [first]
    assert len(list(first.path.parent.iterdir())) == 2


@pytest.mark.parametrize("column", ["content", "digest"])
async def test_a_text_that_does_not_fit_its_digest_fails_the_backup(opened, column):
    item = await a_scene()
    first = make(opened).backup
    async with get_session() as session:
        setattr(await session.get(SceneBody, item), column, "changed")
    await writer().submit(note("a"))
    with pytest.raises(StorageCorruptError, match=f"item {item}"):
        make(opened, minutes=10)
    assert find_backups(first.path.parent, opened) == [first]


async def add_versions(item, number, spoil=None):
    """Add versions of a text in chains; ``spoil`` names one whose bytes are wrong."""
    async with get_session() as session:
        base, above = None, None
        for count in range(number):
            text = f"{count} words\n" * 50
            packed = encode(text, base)
            base = packed.base
            data = packed.data[:-1] + b"\x00" if count == spoil else packed.data
            above = await session.scalar(
                insert(Revision)
                .values(
                    novel_id=1,
                    item_id=item,
                    reason=RevisionReason.SAVE,
                    base_id=above if packed.is_delta else None,
                    size=len(text),
                    digest=digest(text),
                    data=data,
                )
                .returning(Revision.id)
            )


async def test_every_version_is_read_when_there_are_few(opened):
    item = await a_scene()
    await add_versions(item, 45)
    assert make(opened).is_new
    await add_versions(item, 45, spoil=7)
    with pytest.raises(StorageCorruptError, match="version"):
        make(opened, minutes=10)


async def test_the_newest_version_of_each_text_is_read_when_there_are_many(opened, monkeypatch):
    monkeypatch.setattr("novelist.db.backups.check.ALL_REVISIONS", 10)
    monkeypatch.setattr("novelist.db.backups.check.SAMPLE", 2)
    for spoil in (None, 29):
        await add_versions(await a_scene(), 30, spoil)
        if spoil is None:
            assert make(opened).is_new
    with pytest.raises(StorageCorruptError, match="version"):
        make(opened, minutes=10)


async def test_a_backup_that_is_stopped_leaves_nothing(opened):
    await a_scene()
    first = make(opened).backup
    await writer().submit(note("a"))
    asked = iter([False] * 3)
    with pytest.raises(BackupStoppedError):
        make(opened, stop=lambda: next(asked, True))
    assert find_backups(first.path.parent, opened) == [first]
    assert len(list(first.path.parent.iterdir())) == 2


async def test_a_backup_damaged_later_lets_no_other_one_go(opened):
    await a_scene()
    first = make(opened).backup
    await a_scene()
    second = shutil.copy(first.path, first.path.with_name(first.path.name + "kept"))
    newer = make(opened, minutes=10).backup
    shutil.move(second, first.path)
    shutil.copy(record_path(newer.path), record_path(first.path))  # first is as good as newer
    shutil.copy(newer.path, first.path)
    damage(newer.path)
    prune(newer.path.parent, opened, NOW, lambda: False)
    assert first.path.exists()
    assert describe(newer.path).record is None


async def test_the_second_folder_gets_a_copy_and_a_rotation_of_its_own(opened, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    await a_scene()
    for minutes in (0, 10):
        await a_scene()
        made = make(opened, minutes).backup
        assert copy_to_second(made, opened, drive, NOW, lambda: False) is None
    (copy,) = find_backups(second_folder(drive, opened), opened)
    assert copy.record == made.record
    assert check_library(copy.path) == []


def test_two_libraries_of_one_name_do_not_mix_in_the_second_folder(library, tmp_path):
    other = tmp_path / "elsewhere" / library.name
    assert second_folder(tmp_path, library) != second_folder(tmp_path, other)


def test_a_second_folder_that_is_gone_is_named_and_not_made(library, tmp_path):
    made = make(library).backup
    away = tmp_path / "drive"
    assert copy_to_second(made, library, away, NOW, lambda: False) is SecondTrouble.MISSING
    assert not away.exists()
