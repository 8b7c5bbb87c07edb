# SPDX-License-Identifier: MIT
"""Every fault while one writes, in the real window: what a person sees, no word lost."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import text as sql

from novelist.db import session as store
from novelist.db.library_file import log_files
from novelist.errors import StorageFullError
from novelist.ui.widgets.button import ButtonRole
from tests.faults.test_disk_full import files_no_larger_than, fill
from tests.faults.test_recovery import HOLD
from tests.journeys.conftest import unchangeable
from tests.journeys.faults import (
    banner_of,
    begin,
    kept_text,
    left_copies,
    make,
    offered,
    saved_again,
    text_in,
    trouble,
    ways,
)
from tests.journeys.program import live

PAGE = 4096


def test_another_program_is_named_and_saving_goes_on_when_it_lets_go(qapp, harbour):
    async def journey(program):
        await begin(program)
        other = subprocess.Popen(  # noqa: ASYNC220 - it only holds a lock
            [sys.executable, "-c", HOLD, harbour], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        other.stdout.readline()
        program.type("Meanwhile. ")
        await trouble(program, "Another program holds the library. Your text is safe.")
        if sys.platform == "linux":
            assert "It is held by python" in banner_of(program).accessibleName()
            assert banner_of(program).toolTip() == f"Process {other.pid}"
        assert "Meanwhile." in kept_text(program)
        program.type("After.")
        other.communicate()
        await saved_again(program)

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Meanwhile. After."


def test_a_full_disk(qapp, drive):
    async def journey(program):
        await begin(program)
        ballast = fill(drive)
        program.type("On a full disk. ")
        await trouble(program, "The disk is full. Your text is safe.")
        assert ways(program) == {"storage_retry", "storage_copy", "storage_show"}
        assert "On a full disk." in kept_text(program)
        program.type("Still writing.")
        await program.until(lambda: "Still writing." in kept_text(program))
        ballast.unlink()
        program.click(program.child("storage_retry"))
        await saved_again(program)

    live(qapp, journey, drive / "Harbour.novelist")
    assert text_in(drive / "Harbour.novelist") == "Before. On a full disk. Still writing."


def test_above_another_page_the_banner_keeps_off_it_and_leads_no_more(qapp, harbour):
    async def journey(program):
        await begin(program)
        banner, window = banner_of(program), program.window
        banner.show_error(StorageFullError())
        first = program.child("storage_retry")
        assert first.role is ButtonRole.PRIMARY
        window.show_page("shelf")
        assert first.role is ButtonRole.BORDERED
        await program.until(lambda: gap_below(banner, window.pages) == 16)
        window.show_page("write")
        assert first.role is ButtonRole.PRIMARY
        banner.clear()
        window.show_page("shelf")
        await program.until(lambda: window.pages.y() == 0)

    live(qapp, journey, harbour)


def gap_below(banner, pages):
    """The pixels between the banner and the page below it."""
    return pages.mapToGlobal(QPoint()).y() - banner.mapToGlobal(QPoint(0, banner.height())).y()


def test_an_error_of_the_disk_and_saving_goes_on_unasked(qapp, harbour):
    async def journey(program):
        await begin(program)
        size = harbour.stat().st_size
        with files_no_larger_than(size // 8):
            program.type("Through an error. ")
            await program.until(lambda: banner_of(program).isVisible(), "no banner")
            assert "The disk cannot be written" in banner_of(program).accessibleName()
            assert {"storage_retry", "storage_copy"} <= ways(program)
        await saved_again(program)  # nobody asked for it

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Through an error. "


def test_a_library_that_may_not_be_written_any_more(qapp, harbour):
    async def forbid(session):
        await session.execute(sql("PRAGMA query_only=ON"))

    async def journey(program):
        await begin(program)
        await store.writer().submit(forbid)
        program.type("Forbidden. ")
        await trouble(program, "may not be written any more. Your text is safe.")
        program.click(program.child("storage_retry"))
        await saved_again(program)

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Forbidden. "


def test_a_drive_that_is_unplugged_and_comes_back(qapp, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    asyncio.run(make(drive / "Harbour.novelist"))

    async def journey(program):
        await begin(program)
        away = drive.rename(tmp_path / "unplugged")
        program.type("While it was away. ")
        await trouble(program, "The drive or folder of the library is gone. Your text is safe.")
        away.rename(drive)
        program.click(program.child("storage_retry"))
        await saved_again(program)

    live(qapp, journey, drive / "Harbour.novelist")
    assert text_in(drive / "Harbour.novelist") == "Before. While it was away. "


def test_a_deleted_library_is_written_back(qapp, harbour):
    async def journey(program):
        await begin(program)
        harbour.unlink()
        program.type("After it was deleted. ")
        await trouble(program, "moved or replaced while it was open. Your text is safe.")
        assert {"storage_write_back", "storage_retry_too"} <= ways(program)
        program.click(program.child("storage_write_back"))
        await saved_again(program)

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. After it was deleted. "


def test_a_replaced_library_is_opened_and_the_words_are_offered(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"
    asyncio.run(make(other, "Other"))

    async def journey(program):
        await begin(program)
        other.replace(harbour)
        program.type("Into nothing. ")
        await trouble(program, "moved or replaced while it was open")
        assert "storage_reopen" in ways(program)
        program.click(program.child("storage_reopen"))
        sheet = await offered(program)
        assert sheet.current.stored is None
        program.click(program.child("found_keep"))
        await program.until(lambda: sheet.isHidden(), "the sheet stays")
        assert not banner_of(program).isVisible()

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Into nothing. "
    assert left_copies() == []


def test_damage_stops_the_writing_and_offers_backups_and_salvage(qapp, harbour):
    with closing(sqlite3.connect(harbour)) as connection:
        ((root,),) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_revisions_item_id_id'"
        )
    with harbour.open("r+b") as file:
        file.seek(PAGE * (root - 1))
        file.write(b"\xff" * PAGE)

    async def journey(program):
        program.controller.lead.start(program.controller.open_novel(1))
        await program.until(lambda: program.page.hasFocus())
        program.type("Into damage. ")
        await trouble(program, "The library is damaged. Nothing more is written to it.")
        assert {"storage_backups", "storage_salvage", "storage_copy"} <= ways(program)
        assert "storage_retry" not in ways(program)
        assert "Into damage." in kept_text(program)
        assert not await program.controller.close()  # told first, then it lets go

    live(qapp, journey, harbour)
    (copy,) = left_copies()
    assert "Into damage." in copy.read_text("utf-8")


def test_a_copy_is_saved_where_one_wants_it(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        aside = harbour.rename(tmp_path / "aside")
        program.type("Elsewhere too.")
        await trouble(program, "moved or replaced")
        program.click(program.child("storage_copy"))
        dialog = program.window.findChild(QFileDialog, "copy_dialog")
        dialog.fileSelected.emit(str(tmp_path))
        dialog.close()
        await program.until(lambda: list(tmp_path.rglob("*.txt")), "no copy")
        aside.rename(harbour)
        await saved_again(program)

    live(qapp, journey, harbour)
    (copy,) = tmp_path.rglob("*.txt")
    assert copy.read_text("utf-8") == "Before. Elsewhere too."


def test_a_save_that_hangs_without_a_word_leaves_a_copy(qapp, harbour):
    """As a network drive does: nothing fails, nothing is said, nothing is saved."""

    async def journey(program):
        await begin(program)
        keeper = program.controller.faults.keeper
        async with store.writer().turn():
            program.type("Hanging. ")
            await program.until(lambda: keeper.path is not None, "no copy")
            assert "Hanging." in kept_text(program)
        await saved_again(program)

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Hanging. "
    assert left_copies() == []


def test_a_text_that_is_saved_in_time_leaves_no_copy(qapp, harbour, monkeypatch):
    """The clock of the keeper stands: on a busy machine a save takes what time it wants."""
    monkeypatch.setattr("novelist.ui.faults.keeper.EVERY", 3_600_000)

    async def journey(program):
        await begin(program)
        written = []
        program.controller.faults.keeper.changed.connect(lambda: written.append(True))
        for word in ("One ", "by ", "one. "):
            program.type(word)
            program.controller.faults.keeper.look()
            await program.saved()
        assert written == []

    live(qapp, journey, harbour)


def test_a_log_that_may_not_be_written_any_more(qapp, harbour):
    """As on a disk that the system lets nobody write because it fails."""

    async def journey(program):
        await begin(program)
        with unchangeable(log_files(harbour)[0]):
            program.type("Forbidden. ")
            await trouble(program, "may not be written any more. Your text is safe.")
            assert ways(program) == {"storage_retry", "storage_copy", "storage_show"}
        await saved_again(program)  # nobody asked for it

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Forbidden. "


def test_a_library_that_is_forbidden_while_its_log_is_not_loses_nothing(qapp, harbour):
    async def journey(program):
        await begin(program)
        with unchangeable(harbour):
            program.type("Into the log. ")
            await program.saved()
            assert await program.controller.close()

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Into the log. "
