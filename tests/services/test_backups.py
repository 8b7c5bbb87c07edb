# SPDX-License-Identifier: MIT
"""The promises of backups as the rest of the program knows them."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from novelist import paths
from novelist.db.backups.making import make_backup
from novelist.db.repair.health import check_library
from novelist.domain.document import document_of
from novelist.domain.enums import BackupReason, ItemKind
from novelist.errors import (
    BackupDamagedError,
    BackupStoppedError,
    DestinationError,
    LibraryForeignError,
    LibraryLockedError,
    LibraryTooNewError,
    NotFoundError,
)
from novelist.services.library.backups import (
    SecondTrouble,
    back_up,
    before_bulk_change,
    count_now,
    list_backups,
    preview_backup,
    preview_outline,
    read_backup_text,
)
from novelist.services.library.library import close_library, open_library
from novelist.services.library.restoring import copy_novel_from, restore_backup
from novelist.services.novels import (
    create_novel,
    list_novels,
    mark_opened,
    purge_novel,
    trash_novel,
)
from novelist.services.outline import create_item, list_statuses, load_outline
from novelist.services.texts import load_text, save_text
from novelist.settings import Settings, save_settings
from tests.db.test_backup import damage


async def a_novel(title="Emma", text="It was a dark and stormy night."):
    """A novel with a text in its one scene; its id."""
    novel_id = await create_novel(title=title, language="en")
    await rewrite(novel_id, text)
    return novel_id


async def rewrite(novel_id, text):
    """Give the novel's scene another text."""
    scene = next(each for each in await load_outline(novel_id) if each.kind == ItemKind.SCENE)
    loaded = await load_text(scene.id)
    await save_text(loaded.body, document_of(text))


async def text_of(novel_id):
    scene = next(each for each in await load_outline(novel_id) if each.kind == ItemKind.SCENE)
    return (await load_text(scene.id)).document.plain_text


def choose_second(folder):
    save_settings(paths.settings_folder(), Settings(second_backup_folder=str(folder)))


def test_a_backup_counts_what_the_shelf_counts(library, loop):
    async def journey():
        await trash_novel(await a_novel("Thrown away"))
        await a_novel()
        made = await back_up(BackupReason.TIMER)
        (card,) = await list_novels()
        assert (made.verified, made.is_new) == (True, True)
        assert (made.totals.novels, made.totals.words) == (1, card.words)
        assert made.totals.all_novels == 2
        (listed,) = await list_backups(library)
        assert listed.path == made.path
        assert listed.verified

    loop(journey())


def test_opening_a_novel_is_no_change(library, loop):
    async def journey():
        novel_id = await a_novel()
        first = await back_up(BackupReason.TIMER)
        await mark_opened(novel_id)
        assert not (await back_up(BackupReason.EXIT)).is_new
        await rewrite(novel_id, "Another text of as many words, seven.")
        assert (await back_up(BackupReason.EXIT)).path != first.path

    loop(journey())


def test_what_was_there_before_a_change_is_kept_as_such(library, loop):
    async def journey():
        await a_novel()
        await back_up(BackupReason.TIMER)
        before = await before_bulk_change()
        assert before.reason is BackupReason.CHANGE
        assert [each.path for each in await list_backups(library)] == [before.path]

    loop(journey())


def test_a_novel_that_is_deleted_for_ever_is_in_a_backup(library, loop):
    async def journey():
        novel_id = await a_novel()
        await trash_novel(novel_id)
        await purge_novel(novel_id)
        (kept,) = await list_backups(library)
        assert (kept.reason, kept.totals.all_novels) == (BackupReason.CHANGE, 1)
        copy = await copy_novel_from(kept.path, novel_id)
        assert await text_of(copy) == "It was a dark and stormy night."

    loop(journey())


def test_an_empty_library_needs_no_backup_before_a_change(library, loop):
    assert loop(before_bulk_change()) is None
    assert loop(list_backups(library)) == []


def test_a_great_loss_of_words_is_told(library, loop):
    async def journey():
        novel_id = await a_novel(text="word " * 100)
        first = await back_up(BackupReason.TIMER)
        await rewrite(novel_id, "word " * 97)
        assert (await back_up(BackupReason.TIMER)).before is None
        await rewrite(novel_id, "word " * 10)
        later = await back_up(BackupReason.TIMER)
        assert later.before.words == 97
        assert first.path in {each.path for each in await list_backups(library)}

    loop(journey())


def test_the_second_folder_gets_every_backup_even_later(library, loop, tmp_path):
    drive = tmp_path / "drive"
    choose_second(drive)

    async def journey():
        await a_novel()
        assert (await back_up(BackupReason.TIMER)).second is SecondTrouble.MISSING
        drive.mkdir()
        again = await back_up(BackupReason.EXIT)
        assert (again.second, again.is_new) == (None, False)
        (listed,) = await list_backups(library)
        assert listed.is_copied
        shutil.rmtree(library.parent / "backups")
        (listed,) = await list_backups(library)
        assert listed.is_away
        assert check_library(listed.path) == []

    loop(journey())


def test_writing_goes_on_during_a_backup_which_shows_none_of_it(library, loop, monkeypatch):
    begun, written = threading.Event(), threading.Event()

    def stopping_half_way(library, reason, now, stop):
        def waits():
            begun.set()
            return not written.wait(20) or stop()

        return make_backup(library, reason, now, waits)

    async def journey():
        novel_id = await a_novel(text="word " * 2000)
        making = asyncio.create_task(back_up(BackupReason.TIMER))
        await asyncio.to_thread(begun.wait, 20)
        for number in range(3):
            await rewrite(novel_id, f"word {number}")
        assert not making.done()
        written.set()
        made = await making
        assert made.totals.words in (2000, 2), "one state, whichever"
        assert check_library(made.path) == []

    monkeypatch.setattr("novelist.services.library.backups.make_backup", stopping_half_way)

    loop(journey())


def test_a_backup_that_takes_too_long_is_given_up(library, loop, monkeypatch):
    started = asyncio.Event()

    def endless(_library, _reason, _now, stop):
        while not stop():
            started.set()

    monkeypatch.setattr("novelist.services.library.backups.make_backup", endless)
    with pytest.raises(BackupStoppedError):
        loop(back_up(BackupReason.EXIT, within=0.01))
    assert started.is_set()


def test_a_backup_can_be_looked_into(library, loop):
    async def journey():
        novel_id = await a_novel()
        made = await back_up(BackupReason.TIMER)
        await rewrite(novel_id, "Gone.")
        seen, contents = await preview_backup(made.path)
        assert seen.verified
        (novel,) = contents.novels
        assert (novel.title, novel.words) == ("Emma", 7)
        now = await count_now(library)
        assert now.totals.words == 1
        assert now.novels[0].born == novel.born
        outline = await preview_outline(made.path, novel.id)
        assert [(each.kind, each.depth) for each in outline] == [("chapter", 0), ("scene", 1)]
        assert outline[1].first_words == "It was a dark and stormy night."
        text = await read_backup_text(made.path, outline[1].id)
        assert text.plain_text == "It was a dark and stormy night."
        with pytest.raises(NotFoundError):
            await read_backup_text(made.path, 404)

    loop(journey())


def test_a_text_that_was_changed_in_a_backup_is_not_shown(library, loop):
    async def journey():
        await a_novel()
        made = await back_up(BackupReason.TIMER)
        with closing(sqlite3.connect(made.path)) as connection, connection:
            connection.execute("UPDATE scene_bodies SET content = content || ' '")
            ((scene,),) = connection.execute("SELECT item_id FROM scene_bodies")
        with pytest.raises(BackupDamagedError):
            await read_backup_text(made.path, scene)

    loop(journey())


def test_a_backup_found_damaged_is_known_as_such_from_then_on(library, loop):
    async def journey():
        await a_novel()
        damage((await back_up(BackupReason.TIMER)).path)
        (listed,) = await list_backups(library)
        with pytest.raises(BackupDamagedError):
            await preview_backup(listed.path)
        (listed,) = await list_backups(library)
        assert (listed.verified, listed.is_damaged) == (False, True)
        await create_novel(title="Another", language="en")
        assert (await back_up(BackupReason.TIMER)).verified
        assert len(await list_backups(library)) == 2

    loop(journey())


def test_the_whole_library_comes_back_and_the_present_one_is_kept(library, loop):
    async def journey():
        novel_id = await a_novel()
        made = await back_up(BackupReason.TIMER)
        await rewrite(novel_id, "Written since.")
        await close_library()
        restored = await restore_backup(made.path, library)
        await open_library(library)
        assert await text_of(novel_id) == "It was a dark and stormy night."
        await close_library()
        await restore_backup(restored.backup.path, library)
        await open_library(library)
        assert await text_of(novel_id) == "Written since."

    loop(journey())


def test_a_damaged_library_is_kept_as_it_is_when_it_is_replaced(library, loop):
    async def journey():
        await a_novel()
        made = await back_up(BackupReason.TIMER)
        await close_library()
        damage(library)
        spoiled = library.read_bytes()
        restored = await restore_backup(made.path, library)
        assert restored.backup is None
        assert restored.aside.read_bytes() == spoiled
        await open_library(library)
        assert [card.title for card in await list_novels()] == ["Emma"]

    loop(journey())


def test_a_library_that_was_deleted_comes_back(library, loop):
    async def journey():
        await a_novel()
        made = await back_up(BackupReason.TIMER)
        await close_library()
        library.unlink()
        await restore_backup(made.path, library)
        await open_library(library)
        assert len(await list_novels()) == 1

    loop(journey())


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (damage, BackupDamagedError),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), BackupDamagedError),
        (lambda path: path.write_text("Dear diary"), LibraryForeignError),
        (lambda path: _set_revision(path, "9999"), LibraryTooNewError),
    ],
)
def test_a_backup_that_cannot_be_restored_changes_nothing(library, loop, spoil, error):
    async def journey():
        await a_novel()
        made = await back_up(BackupReason.TIMER)
        await close_library()
        spoil(made.path)
        before = library.read_bytes()
        with pytest.raises(error):
            await preview_backup(made.path)
        with pytest.raises(error):
            await restore_backup(made.path, library)
        assert library.read_bytes() == before
        assert {each.name for each in library.parent.iterdir()} == {library.name, "backups"}

    loop(journey())


def _set_revision(path, revision):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()


def test_a_library_that_is_open_is_not_replaced(library, loop):
    async def journey():
        await a_novel()
        made = await back_up(BackupReason.TIMER)
        with pytest.raises(LibraryLockedError):
            await restore_backup(made.path, library)

    loop(journey())


def test_one_novel_comes_back_beside_what_is_there(library, loop):
    async def journey():
        novel_id = await a_novel()
        first = (await load_outline(novel_id))[0]
        await create_item(novel_id, kind=ItemKind.CHAPTER, parent_id=None, title="Two")
        made = await back_up(BackupReason.TIMER)
        await rewrite(novel_id, "Written since.")
        copy = await copy_novel_from(made.path, novel_id, title="Emma, as it was")
        assert {card.title for card in await list_novels()} == {"Emma", "Emma, as it was"}
        assert await text_of(copy) == "It was a dark and stormy night."
        assert await text_of(novel_id) == "Written since."
        copied = await load_outline(copy)
        assert [each.title for each in copied if each.kind == "chapter"] == [first.title, "Two"]
        assert not {each.id for each in copied} & {each.id for each in await load_outline(novel_id)}
        assert len(await list_statuses(copy)) == len(await list_statuses(novel_id))

    loop(journey())
    assert check_library(library) == []


def test_an_export_of_the_library_goes_where_it_is_asked(library, loop, tmp_path):
    output = tmp_path / "copy.novelist"

    async def journey():
        novel_id = await a_novel()
        made = await back_up(BackupReason.ASKED, output=output)
        assert (made.path, made.verified) == (output, True)
        await trash_novel(novel_id)
        await back_up(BackupReason.ASKED, output=output)
        for other in (library, tmp_path / "no" / "folder.novelist", Path(__file__)):
            with pytest.raises(DestinationError):
                await back_up(BackupReason.ASKED, output=other)

    loop(journey())
    assert not (library.parent / "backups").exists()


def test_a_larger_copy_is_not_written_over(library, loop, tmp_path):
    output = tmp_path / "copy.novelist"

    async def journey():
        novel_id = await a_novel()
        await back_up(BackupReason.ASKED, output=output)
        await rewrite(novel_id, "Less.")
        with pytest.raises(DestinationError, match="more"):
            await back_up(BackupReason.ASKED, output=output)

    loop(journey())
