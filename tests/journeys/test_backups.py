# SPDX-License-Identifier: MIT
"""Backups as a writer meets them, in the real window."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist import paths
from novelist.db import session
from novelist.db.backups.files import find_backups
from novelist.db.repair.health import check_library
from novelist.domain.enums import BackupReason
from novelist.errors import StorageCorruptError
from novelist.services import novels
from novelist.services.library import backups, library
from novelist.settings import Settings, save_settings
from novelist.ui.moments import dated_label
from tests.db.test_backup import damage
from tests.journeys.faults import make, take_way
from tests.journeys.program import live


@pytest.fixture
def harbour(tmp_path):
    """An empty library."""
    path = tmp_path / "Harbour.novelist"

    async def make():
        await library.open_library(path, create=True)
        await library.close_library()

    asyncio.run(make())
    return path


async def write(program, text):
    """Begin a novel and write in it; it is saved."""
    program.controller.shelf.create_novel()
    await program.until(lambda: program.page.hasFocus())
    program.type(text)
    await program.saved()


async def open_sheet(program):
    """Open the backups and wait until one is looked into."""
    program.window.actions_["backups"].trigger()
    sheet = program.controller.backups.sheet
    await program.until(lambda: sheet.preview.can_restore, "no backup was looked into")
    return sheet


def restore(program):
    """Ask for the library to be restored, and say yes."""
    program.click(program.child("backups_restore"))
    program.click(program.child("restore_sheet_go"))


def said(program):
    return program.window.toast.text


def rows_of(model):
    """The titles of the outline of the first novel."""
    found, row = [], model.index(0, 0)
    while model.rowCount(row):
        found += [model.index(number, 0, row).data() for number in range(model.rowCount(row))]
        row = model.index(0, 0, row)
    return found


def files_of(path):
    return find_backups(paths.backup_folder(path), path)


def test_a_backup_is_made_at_the_end_but_only_when_something_changed(qapp, harbour):
    async def writing(program):
        await write(program, "The tide went out.")

    async def reading(program):
        await program.until(lambda: program.window.current_page in ("write", "shelf"))

    live(qapp, writing, harbour)
    (made,) = files_of(harbour)
    assert made.reason is BackupReason.EXIT
    assert made.record.totals.words == 4
    live(qapp, reading, harbour)
    assert [each.path for each in files_of(harbour)] == [made.path]


def test_a_backup_is_made_while_writing_goes_on(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        keeper = program.controller.backups.keeper
        keeper.look()
        await program.until(lambda: any(each.record for each in files_of(harbour)))
        first = files_of(harbour)
        keeper.look()
        program.type(" And in.")
        await program.saved()
        assert files_of(harbour) == first
        assert first[0].reason is BackupReason.TIMER

    live(qapp, journey, harbour)


def test_a_library_is_taken_back_and_what_was_typed_last_is_kept(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        await backups.back_up(BackupReason.ASKED)
        sheet = await open_sheet(program)
        assert program.child("backup_holds").text() == "1 novel, 4 words: as many words as now"
        await program.until(lambda: rows_of(sheet.preview.tree.model()))
        assert rows_of(sheet.preview.tree.model()) == ["Untitled chapter", "Untitled scene"]
        sheet.close_sheet()
        program.page.setFocus()
        program.type(" It was not saved yet")
        sheet = await open_sheet(program)
        assert "5 words fewer than now" in program.child("backup_holds").text()
        program.click(program.child("backups_restore"))
        assert program.child("restore_sheet_stay").hasFocus()
        told = program.child("restore_sheet_told").text()
        assert "All novels in “Harbour.novelist” become what they were" in told
        assert "1 novel, 4 words" in told
        program.click(program.child("restore_sheet_go"))
        await program.until(lambda: "as it was" in said(program))
        assert "What was there before is in Backups: “before a restore”." in said(program)
        await program.until(lambda: program.window.current_page == "write")
        assert program.page.toPlainText() == "The tide went out."

    live(qapp, journey, harbour)
    kept = next(each for each in files_of(harbour) if each.reason is BackupReason.RESTORE)
    assert kept.record.totals.words == 9


def test_who_says_no_keeps_the_library_and_is_at_the_backups_again(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        await backups.back_up(BackupReason.ASKED)
        sheet = await open_sheet(program)
        program.click(program.child("backups_restore"))
        program.press(Qt.Key.Key_Return)
        assert not program.child("restore_sheet").isVisible()
        assert sheet.isVisible()
        assert program.controller.is_open
        assert len(files_of(harbour)) == 1

    live(qapp, journey, harbour)


def test_a_restore_is_undone_by_the_toast(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        await backups.back_up(BackupReason.ASKED)
        program.type(" It came back.")
        await program.saved()
        await open_sheet(program)
        restore(program)
        await program.until(lambda: program.window.toast.offered is not None)
        program.click(program.child("toast_action"))
        await program.until(lambda: program.page.toPlainText().endswith("It came back."))

    live(qapp, journey, harbour)


def test_a_damaged_library_is_replaced_from_the_opening_page(qapp, harbour):
    async def writing(program):
        await write(program, "The tide went out.")

    async def mending(program):
        assert program.window.current_page == "opening"
        take_way(program, "Restore a backup…")
        sheet = program.controller.backups.sheet
        await program.until(lambda: sheet.preview.can_restore)
        assert not program.child("backups_copy").isEnabled()
        restore(program)
        await program.until(lambda: program.window.current_page == "write")
        assert program.page.toPlainText() == "The tide went out."

    live(qapp, writing, harbour)
    spoiled = b"x" * 5000
    harbour.write_bytes(spoiled)
    live(qapp, mending, harbour)
    kept = list(paths.backup_folder(harbour).glob("*.damaged.novelist"))
    assert [each.read_bytes() for each in kept] == [spoiled]
    assert check_library(harbour) == []


def test_one_novel_is_copied_out_and_stands_on_the_shelf(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        await backups.back_up(BackupReason.ASKED)
        await open_sheet(program)
        program.click(program.child("backups_copy"))
        await program.until(lambda: "is on your shelf" in said(program))
        titles = [card.title for card in await novels.list_novels()]
        assert len(titles) == 2
        made = (await backups.list_backups(harbour))[0].made_at
        assert f"Untitled novel ({dated_label(made)})" in titles
        assert str(made.astimezone().year) in dated_label(made)

    live(qapp, journey, harbour)


def test_a_damaged_backup_is_named_and_cannot_be_restored(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        damage((await backups.back_up(BackupReason.ASKED)).path)
        program.window.actions_["backups"].trigger()
        trouble = program.controller.backups.sheet.preview
        await program.until(
            lambda: "is damaged" in program.child("backup_trouble").accessibleName()
        )
        assert not program.child("backups_restore").isEnabled()
        assert not trouble.can_restore

    live(qapp, journey, harbour)


def test_a_second_folder_that_is_gone_is_said_once_and_stops_nothing(qapp, harbour, tmp_path):
    save_settings(paths.settings_folder(), Settings(second_backup_folder=str(tmp_path / "Drive")))

    async def journey(program):
        await write(program, "The tide went out.")
        keeper = program.controller.backups.keeper
        keeper.look()
        await program.until(lambda: "second folder for backups is not there" in said(program))
        program.window.toast.hide()
        program.type(" And in.")
        await program.saved()
        before = len(files_of(harbour))
        keeper.look()
        await program.until(lambda: len(files_of(harbour)) != before or files_of(harbour)[0])
        assert program.window.toast.isHidden()

    live(qapp, journey, harbour)


def test_a_second_folder_is_chosen_and_gets_its_copies(qapp, harbour, tmp_path):
    drive = tmp_path / "Drive"
    drive.mkdir()

    async def journey(program):
        await write(program, "The tide went out.")
        program.controller.commands.show_preferences()
        section = program.child("preferences_backups")
        section.choose_folder().fileSelected.emit(str(drive))
        await program.until(lambda: _chosen() == str(drive))
        program.click(program.child("preferences_back_up_now"))
        await program.until(lambda: "is backed up" in said(program))

    live(qapp, journey, harbour)
    (folder,) = drive.iterdir()
    copies = list(folder.glob("*.novelist"))  # one was asked for; its hour may have had one too
    assert copies
    assert all(check_library(copy) == [] for copy in copies)


def _chosen():
    from novelist.settings import load_settings

    return load_settings(paths.settings_folder()).second_backup_folder


def test_a_library_found_damaged_while_open_is_replaced_by_a_backup(qapp, harbour):
    async def journey(program):
        await write(program, "The tide went out.")
        await backups.back_up(BackupReason.ASKED)
        program.type(" Never saved")
        session.writer().stop(StorageCorruptError("as a closer look finds"))
        await program.until(lambda: program.controller.banner.isVisible())
        program.click(program.child("storage_backups"))
        sheet = program.controller.backups.sheet
        await program.until(lambda: sheet.preview.can_restore)
        restore(program)
        await program.until(lambda: program.window.current_page == "write")
        await program.until(lambda: program.page.toPlainText() == "The tide went out.")
        assert not program.controller.banner.isVisible()
        program.page.setFocus()
        program.type("!")
        await program.saved()

    live(qapp, journey, harbour)
    rescued = list(Path(paths.data_folder()).rglob("*.txt"))
    assert any("Never saved" in each.read_text("utf-8") for each in rescued)


def test_an_empty_list_says_what_will_be_here(qapp, harbour):
    async def journey(program):
        program.window.actions_["backups"].trigger()
        await program.until(lambda: program.child("backups_empty").isVisible())
        assert program.child("backups_empty").findChild(QWidget, "empty_state_action").isVisible()

    live(qapp, journey, harbour)


def test_where_the_library_is_damaged_and_no_backup_is_found_a_file_can_be_chosen(qapp, harbour):
    harbour.write_bytes(b"x" * 5000)

    async def journey(program):
        take_way(program, "Restore a backup…")
        empty = program.child("backups_empty")
        await program.until(
            lambda: empty.isVisible() and not program.child("backups_file").isVisible()
        )
        assert empty.accessibleName() == "No backup of this library was found."
        program.click(empty.findChild(QWidget, "empty_state_action"))
        assert program.window.findChild(QFileDialog, "choose_backup_dialog").isVisible()
        program.window.findChild(QFileDialog, "choose_backup_dialog").close()

    live(qapp, journey, harbour)


def test_a_library_that_is_dropped_is_looked_into_and_copied_from(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"
    asyncio.run(make(other, "Neaps"))

    async def journey(program):
        before = len(await novels.list_novels())
        program.window.files_dropped.emit([str(other)])
        sheet = program.controller.backups.sheet
        await program.until(lambda: sheet.isVisible() and sheet.path == other, "not shown")
        copy = program.child("backups_copy")
        await program.until(copy.isEnabled, "nothing to copy")
        program.click(copy)
        await program.until(lambda: "on your shelf" in said(program), "not copied")
        titles = [card.title for card in await novels.list_novels()]
        assert len(titles) == before + 1
        assert "Neaps" in titles

    live(qapp, journey, harbour)


def test_a_library_dropped_with_manuscripts_is_named_and_these_come_in(qapp, harbour, tmp_path):
    other, text = tmp_path / "Other.novelist", tmp_path / "Ebb.txt"
    asyncio.run(make(other, "Neaps"))
    text.write_text("The tide went out.", "utf-8")

    async def journey(program):
        program.window.files_dropped.emit([str(other), str(text)])
        await program.until(lambda: program.window.current_page == "import", "no import")
        assert "Other.novelist" in said(program)

    live(qapp, journey, harbour)
