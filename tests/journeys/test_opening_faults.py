# SPDX-License-Identifier: MIT
"""What cannot be opened, in the real window: one sentence, the right ways out, nothing touched."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist.db.library_file import log_files
from novelist.domain.enums import BackupReason
from novelist.services import novels
from novelist.services.library import backups, library
from novelist.ui.faults.sentences import apart
from tests.faults.test_disk_full import fill
from tests.journeys.conftest import unchangeable
from tests.journeys.faults import (
    begin,
    held_alone,
    make,
    opening_ways,
    said_on_opening,
    take_way,
    text_in,
)
from tests.journeys.program import live

PAGE = 4096


def empty(path):
    path.write_bytes(b"")


def foreign(path):
    path.write_text("Call me Ishmael. " * 50)


def newer(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_from_the_future'")
        connection.commit()


def missing(path):
    path.unlink()


def truncated(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damaged(path):
    path.write_bytes(path.read_bytes()[:100] + b"\x5a" * (path.stat().st_size - 100))


AGAIN, BACKUP, SALVAGE = "Try again", "Restore a backup…", "Save what can be read…"
OTHER, NEW = "Open another library…", "New library…"
OPENING = [
    (empty, "Harbour.novelist” is an empty file", [BACKUP, OTHER, AGAIN]),
    (foreign, "Harbour.novelist” is not a library of Novelist", [OTHER, BACKUP, SALVAGE, AGAIN]),
    (newer, "Harbour.novelist” was made by a newer version", [OTHER, BACKUP]),
    (missing, "Harbour.novelist” is not there", [AGAIN, NEW, OTHER, BACKUP]),
    (
        truncated,
        "Harbour.novelist” is damaged. It was left as it is.",
        [BACKUP, OTHER, SALVAGE, AGAIN],
    ),
    (
        damaged,
        "Harbour.novelist” is damaged. It was left as it is.",
        [BACKUP, OTHER, SALVAGE, AGAIN],
    ),
]


@pytest.mark.parametrize(
    ("spoil", "said", "can_do"), OPENING, ids=[row[0].__name__ for row in OPENING]
)
def test_what_cannot_be_opened_says_so_and_shows_the_right_ways(spoil, said, can_do, qapp, harbour):
    spoil(harbour)
    before = harbour.read_bytes() if harbour.exists() else None

    async def journey(program):
        assert program.window.current_page == "opening"
        assert said in program.window.opening.sentence
        assert len(apart(program.child("opening_message").sentence)) == 1  # the rest is the hint
        assert opening_ways(program) == can_do

    live(qapp, journey, harbour)
    assert (harbour.read_bytes() if harbour.exists() else None) == before


def test_without_a_library_nothing_leads_away_and_nothing_is_said_to_be_saved(qapp, harbour):
    whole = harbour.read_bytes()
    empty(harbour)

    async def journey(program):
        window = program.window
        program.click(program.child("rail_shelf"))
        window.files_dropped.emit([str(harbour)])
        await program.controller.tasks.finish()
        assert window.current_page == "opening"
        assert window.toast.text == "No library is open."
        assert not program.child("rail_shelf").isEnabled()
        assert not window.actions_["shelf"].isEnabled()
        assert not program.child("status_saved").isVisible()
        harbour.write_bytes(whole)
        take_way(program, AGAIN)
        await program.until(lambda: window.current_page == "shelf")
        assert program.child("rail_shelf").isEnabled()
        assert program.child("status_saved").text() == "Saved"
        assert program.child("status_saved").isVisible()

    live(qapp, journey, harbour)


@pytest.mark.parametrize("spoil", [row[0] for row in OPENING])
def test_once_the_cause_is_gone_it_is_opened_and_writing_goes_on(spoil, qapp, harbour):
    whole = harbour.read_bytes()
    spoil(harbour)

    async def journey(program):
        harbour.write_bytes(whole)
        if AGAIN in opening_ways(program):
            take_way(program, AGAIN)
        else:  # it would not help where nobody touched the file
            take_way(program, OTHER)
            dialog = program.window.findChild(QFileDialog, "open_library_dialog")
            dialog.fileSelected.emit(str(harbour))
            dialog.close()
            program.window.activateWindow()
        await program.until(lambda: program.window.current_page == "shelf")
        await begin(program, "Again. ")

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Again. "


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_library_that_may_not_be_written_is_not_touched(what, qapp, tmp_path):
    folder = tmp_path / "books"
    folder.mkdir()
    path = folder / "Harbour.novelist"
    asyncio.run(make(path))
    forbidden = path if what == "file" else folder

    async def journey(program):
        said = "“Harbour.novelist” may not be written. Allow it, or open another library."
        assert said in program.window.opening.sentence
        assert opening_ways(program) == [AGAIN, OTHER]
        subprocess.run(["chattr", "-i", forbidden], check=True)  # noqa: ASYNC221 - at once
        take_way(program, AGAIN)
        await program.until(lambda: program.window.current_page == "shelf")
        await begin(program, "Allowed. ")

    with unchangeable(forbidden):
        live(qapp, journey, path)
    assert text_in(path) == "Allowed. "


def test_a_library_on_a_full_disk(qapp, drive):
    ballast = fill(drive)

    async def journey(program):
        assert "The disk is full. Your text is safe." in program.window.opening.sentence
        assert opening_ways(program) == [AGAIN, OTHER]
        ballast.unlink()
        take_way(program, AGAIN)
        await program.until(lambda: program.window.current_page == "shelf")
        await begin(program, "Room again. ")

    live(qapp, journey, drive / "Harbour.novelist")
    assert text_in(drive / "Harbour.novelist") == "Room again. "


def test_a_library_on_a_disk_that_may_only_be_read(qapp, drive):
    subprocess.run(["mount", "-o", "remount,ro", str(drive)], check=True)

    async def journey(program):
        assert "may not be written" in program.window.opening.sentence
        subprocess.run(["mount", "-o", "remount,rw", str(drive)], check=True)  # noqa: ASYNC221
        take_way(program, AGAIN)
        await program.until(lambda: program.window.current_page == "shelf")

    live(qapp, journey, drive / "Harbour.novelist")


def test_who_has_it_open_is_said(qapp, harbour):
    from novelist.db.lock import LibraryLock

    lock = LibraryLock(harbour)
    lock.acquire()

    async def journey(program):
        page = program.window.opening
        said = " ".join(
            child.text() for child in page.findChildren(QWidget) if hasattr(child, "text")
        )
        assert "It is open in another Novelist on this computer." in said
        assert program.child("opening_message").toolTip() == f"Process {os.getpid()}"
        assert opening_ways(program) == [AGAIN, OTHER]
        lock.release()

    live(qapp, journey, harbour)


def test_a_program_that_lets_nobody_read_is_named_and_the_window_stays_alive(qapp, harbour):
    seen = []

    def watch(window, _desk):
        clock = QTimer(window, interval=100)
        clock.timeout.connect(
            lambda: seen.append(window.findChild(QWidget, "opening_waiting").isVisible())
        )
        clock.start()

    with held_alone(harbour) as other:

        async def journey(program):
            assert any(seen), "the window stood still"
            assert "Another program holds the library." in said_on_opening(program)
            if sys.platform == "linux":
                assert "It is held by python" in said_on_opening(program)
                tip = program.child("opening_message").toolTip()
                assert tip == f"Process {other.pid}"
            assert opening_ways(program) == [AGAIN, OTHER]
            other.communicate()
            take_way(program, AGAIN)
            await program.until(lambda: program.window.current_page == "shelf")
            assert [card.title for card in await novels.list_novels()] == ["Harbour"]

        live(qapp, journey, harbour, at_first=watch)


def test_another_library_that_somebody_holds_is_not_opened_and_this_one_stays(
    qapp, harbour, tmp_path
):
    other = tmp_path / "Other.novelist"
    asyncio.run(make(other, "Other"))

    async def journey(program):
        await begin(program)
        with held_alone(other):
            await program.controller.switch_library(other)
            assert "Another program holds the library." in program.window.toast.text
            if sys.platform == "linux":
                assert "It is held by python" in program.window.toast.text
        assert program.controller.context.library == harbour
        program.type("After.")
        await program.saved()

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. After."


def test_the_log_of_another_library_is_set_aside(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"

    async def leave_a_log():
        await library.open_library(other, create=True)
        await novels.create_novel(title="Stranger", language="en")
        shutil.copy(log_files(other)[0], log_files(harbour)[0])
        await library.close_library()

    asyncio.run(leave_a_log())

    async def journey(program):
        assert (
            "lies a file of recent changes that is not its own" in program.window.opening.sentence
        )
        assert opening_ways(program) == ["Set that file aside and open", OTHER, BACKUP]
        take_way(program, "Set that file aside and open")
        await program.until(lambda: program.window.current_page == "shelf")
        assert [card.title for card in await novels.list_novels()] == ["Harbour"]

    live(qapp, journey, harbour)
    assert len(list(tmp_path.glob("Harbour*set-aside*"))) == 1


def test_a_truncated_library_is_salvaged_and_opened(qapp, harbour, tmp_path):
    async def write():
        await library.open_library(harbour)
        for number in range(40):
            await novels.create_novel(title=f"Novel {number}", language="en")
        await library.close_library()

    asyncio.run(write())
    with harbour.open("r+b") as file:
        file.truncate(harbour.stat().st_size - 3 * PAGE)
    saved = tmp_path / "Saved.novelist"

    async def journey(program):
        take_way(program, SALVAGE)
        dialog = program.window.findChild(QFileDialog, "salvage_dialog")
        dialog.fileSelected.emit(str(saved))
        dialog.close()
        await program.until(lambda: program.child("check_open").isVisible(), "no report")
        assert "are saved in “Saved.novelist”" in program.child("check_says").text()
        program.click(program.child("check_open"))
        await program.until(lambda: program.controller.context.library == saved)
        await program.until(lambda: program.window.current_page == "shelf")

    live(qapp, journey, harbour)


def test_a_library_that_is_gone_is_not_replaced_by_a_new_one_where_backups_tell_of_it(
    qapp, empty_library
):
    async def back_up(program):
        await backups.back_up(BackupReason.ASKED)

    async def journey(program):
        assert program.window.current_page == "opening"
        assert "is not there" in program.window.opening.sentence
        assert BACKUP in opening_ways(program)

    live(qapp, back_up)
    empty_library.unlink()
    live(qapp, journey)
    assert not empty_library.exists()
