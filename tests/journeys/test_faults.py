# SPDX-License-Identifier: MIT
"""Every fault, in the real window: what a person sees, which ways out there are, no word lost."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from sqlalchemy import text as sql

from novelist import paths
from novelist.db import session as store
from novelist.db.library_file import log_files
from novelist.db.lock import lock_path
from novelist.services import library, novels
from tests.faults.test_disk_full import files_no_larger_than, fill
from tests.faults.test_recovery import HOLD
from tests.journeys.program import live

PAGE = 4096


async def make(path, title="Harbour"):
    await library.open_library(path, create=True)
    await novels.create_novel(title=title, language="en")
    await library.close_library()


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "Harbour.novelist"
    asyncio.run(make(path))
    return path


@pytest.fixture
def drive(tmp_path):
    """A disk of 2 MB; skips where none can be made."""
    folder = tmp_path / "drive"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs privileges")
    asyncio.run(make(folder / "Harbour.novelist"))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


async def begin(program, words="Before. "):
    """Write in a new novel; its words are on disk."""
    program.controller.shelf.create_novel()
    await program.until(lambda: program.page.hasFocus(), "no page to write on")
    program.type(words)
    await program.saved()


def banner_of(program):
    return program.controller.banner


async def trouble(program, said):
    """The banner with these words, and an emergency copy."""
    await program.until(lambda: banner_of(program).isVisible(), "no banner")
    await program.until(lambda: program.controller.faults.keeper.path is not None, "no copy")
    told = banner_of(program).accessibleName()
    assert said in told, told
    assert "in memory and in an emergency copy" in told, told
    assert "paused" in program.child("status_saved").text()


def ways(program):
    """The buttons of the banner that can be seen, by name."""
    return {
        child.objectName()
        for child in banner_of(program).findChildren(QWidget)
        if child.objectName().startswith("storage_") and child.isVisible()
    }


def kept_text(program):
    return program.controller.faults.keeper.path.read_text("utf-8")


async def saved_again(program):
    await program.saved()
    assert not banner_of(program).isVisible()
    keeper = program.controller.faults.keeper
    await program.until(lambda: keeper.path is None, "the emergency copy is still there")


def text_in(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT plain_text FROM scene_bodies ORDER BY length(plain_text) DESC"
        ).fetchone()[0]


# While one writes


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
            assert f"(process {other.pid})" in banner_of(program).accessibleName()
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


def test_a_save_that_hangs_without_a_word_leaves_a_copy_within_seconds(qapp, harbour):
    """As a network drive does: nothing fails, nothing is said, nothing is saved."""

    async def journey(program):
        await begin(program)
        keeper = program.controller.faults.keeper
        async with store.writer().turn():
            began = asyncio.get_running_loop().time()
            program.type("Hanging. ")
            await program.until(lambda: keeper.path is not None, "no copy")
            assert asyncio.get_running_loop().time() - began < 4
            assert "Hanging." in kept_text(program)
        await saved_again(program)

    live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Hanging. "
    assert left_copies() == []


def test_a_text_that_is_saved_in_time_leaves_no_copy(qapp, harbour):
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


# When a library is opened


def opening_ways(program):
    page = program.window.opening
    named = {"empty_state_action", "opening_backups", "opening_salvage"}
    return {
        child.objectName()
        for child in page.findChildren(QWidget)
        if child.objectName() in named and child.isVisible()
    }


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


ALL = {"empty_state_action", "opening_backups", "opening_salvage"}
OPENING = [
    (empty, "Harbour.novelist” is an empty file", {"opening_backups"}),
    (foreign, "Harbour.novelist” is not a library of Novelist", ALL),
    (newer, "Harbour.novelist” was made by a newer version", set()),
    (missing, "Harbour.novelist” is not there", ALL - {"opening_salvage"}),
    (truncated, "is damaged", ALL),
    (damaged, "is damaged", ALL),
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
        assert opening_ways(program) == can_do

    live(qapp, journey, harbour)
    assert (harbour.read_bytes() if harbour.exists() else None) == before


def test_a_library_on_a_disk_that_may_only_be_read(qapp, drive):
    subprocess.run(["mount", "-o", "remount,ro", str(drive)], check=True)

    async def journey(program):
        assert "may not be written" in program.window.opening.sentence
        subprocess.run(["mount", "-o", "remount,rw", str(drive)], check=True)  # noqa: ASYNC221
        program.click(program.window.opening.findChild(QWidget, "empty_state_action"))
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
        assert f"It is open in process {os.getpid()} on this computer." in said
        assert opening_ways(program) == {"empty_state_action"}
        lock.release()

    live(qapp, journey, harbour)


def test_the_log_of_another_library_is_set_aside(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"

    async def leave_a_log():
        await library.open_library(other, create=True)
        await novels.create_novel(title="Stranger", language="en")
        shutil.copy(log_files(other)[0], log_files(harbour)[0])
        await library.close_library()

    asyncio.run(leave_a_log())

    async def journey(program):
        assert "lies a log that does not belong to it" in program.window.opening.sentence
        program.click(program.window.opening.findChild(QWidget, "empty_state_action"))
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
        program.click(program.child("opening_salvage"))
        dialog = program.window.findChild(QFileDialog, "salvage_dialog")
        dialog.fileSelected.emit(str(saved))
        dialog.close()
        await program.until(lambda: program.child("check_open").isVisible(), "no report")
        assert "are saved in “Saved.novelist”" in program.child("check_says").text()
        program.click(program.child("check_open"))
        await program.until(lambda: program.controller.context.library == saved)
        await program.until(lambda: program.window.current_page == "shelf")

    live(qapp, journey, harbour)


# What there is to know


def notice_of(program):
    return program.controller.faults.notice


async def noticed(program, said):
    await program.until(lambda: notice_of(program).isVisible(), "no notice")
    assert said in notice_of(program).accessibleName()


def test_a_cloud_folder_is_warned_of_once(qapp, tmp_path):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = folder / "Harbour.novelist"
    asyncio.run(make(path))

    async def first(program):
        await noticed(program, "This library lies in a folder of Dropbox.")
        program.click(program.child("notice_dismiss"))
        assert not notice_of(program).isVisible()
        await begin(program)

    async def second(program):
        await begin(program)
        await program.controller.tasks.finish()
        assert notice_of(program).notice is None

    live(qapp, first, path)
    live(qapp, second, path)


def test_a_network_is_warned_of(qapp, harbour, monkeypatch):
    from novelist.db import location

    mounts = [(harbour.parent, "cifs")]
    monkeypatch.setattr(location, "_mounts_of_linux", lambda _table: mounts)
    monkeypatch.setattr(location, "_mounts_of_mac", lambda: mounts)

    async def journey(program):
        await noticed(program, "This library lies on another computer (cifs).")

    live(qapp, journey, harbour)


def test_a_missing_log_is_told(qapp, harbour):
    lock_path(harbour).write_text('{"pid": 1, "host": "studio"}')

    async def journey(program):
        await noticed(program, "The last words of the last time may be missing.")
        program.click(program.child("notice_act"))
        await program.until(lambda: "is sound" in program.child("check_says").text())

    live(qapp, journey, harbour)


def test_a_clock_that_was_set_back_is_told_and_loses_no_order(qapp, harbour):
    async def first(program):
        await begin(program)

    live(qapp, first, harbour)
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("UPDATE revisions SET saved_at = '2099-01-01 00:00:00.000000'")

    async def second(program):
        await noticed(program, "The clock was set back.")
        await begin(program, "After.")

    live(qapp, second, harbour)
    with closing(sqlite3.connect(harbour)) as connection:
        times = connection.execute("SELECT saved_at FROM revisions ORDER BY id").fetchall()
    assert times[0] > times[-1], "the newest version is the last one, whatever the clock says"


# Words that were not saved


async def offered(program):
    await program.until(lambda: program.controller.faults._found is not None, "no sheet")
    sheet = program.controller.faults._found
    await program.until(sheet.isVisible, "no sheet")
    return sheet


def left_copies():
    return list((paths.data_folder() / "Emergency copies").glob("*.json"))


@contextmanager
def words_left_behind(qapp, harbour, words):
    """As after a program that was killed while nothing could be saved."""
    aside = harbour.with_suffix(".aside")
    kept = {}

    async def journey(program):
        await begin(program)
        harbour.rename(aside)
        program.type(words)
        await trouble(program, "moved or replaced")
        path = program.controller.faults.keeper.path
        kept[path] = path.read_bytes()
        aside.rename(harbour)
        program.control(0x5A)  # nothing more was typed
        for _ in words:
            program.page.undo()
        await saved_again(program)

    live(qapp, journey, harbour)
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET version = version")
    for path, content in kept.items():
        path.write_bytes(content)
    yield


def test_words_that_were_not_saved_are_put_into_their_scene(qapp, harbour):
    with words_left_behind(qapp, harbour, "Almost lost."):

        async def journey(program):
            sheet = await offered(program)
            assert "Almost lost." in sheet.comparison.toPlainText()
            assert "in “" in program.child("found_place").text() or program.child("found_place")
            program.click(program.child("found_put_in"))
            await program.until(sheet.isHidden, "the sheet stays")

        live(qapp, journey, harbour)
    assert text_in(harbour) == "Before. Almost lost."
    assert left_copies() == []


def test_found_words_that_are_left_alone_are_offered_again(qapp, harbour):
    with words_left_behind(qapp, harbour, "Almost lost."):

        async def leave(program):
            (await offered(program)).close_sheet()

        async def discard(program):
            sheet = await offered(program)
            program.click(program.child("found_discard"))
            await program.until(sheet.isHidden, "the sheet stays")

        live(qapp, leave, harbour)
        live(qapp, discard, harbour)
    assert left_copies() == []


# Checks and crashes


def test_a_library_is_checked_from_the_menu(qapp, harbour):
    async def journey(program):
        await begin(program)
        program.window.actions_["check_library"].trigger()
        says = lambda: program.child("check_says").text()  # noqa: E731 - asked again and again
        await program.until(lambda: "is sound" in says(), "no result")
        program.click(program.child("check_done"))
        with closing(sqlite3.connect(harbour)) as connection, connection:
            connection.execute("UPDATE scene_bodies SET digest = 'x' WHERE item_id = 2")
        program.window.actions_["check_library"].trigger()
        await program.until(lambda: "1 problem was found" in says(), "no result")
        assert "The text of “Untitled scene” is not" in program.child("check_details").toPlainText()
        assert program.child("check_salvage").isVisible()
        assert program.child("check_backups").isVisible()

    live(qapp, journey, harbour)


def test_a_crash_is_told_of_at_the_next_start(qapp, harbour, tmp_path):
    async def journey(program):
        program.controller.faults.show_crash("Novelist: 0.1.0\n")
        assert program.child("crash_sheet").isVisible()
        program.click(program.child("crash_copy"))
        assert qapp.clipboard().text() == "Novelist: 0.1.0\n"
        program.child("crash_sheet").save_to(tmp_path / "report.txt")
        program.click(program.child("crash_close"))

    live(qapp, journey, harbour)
    assert (tmp_path / "report.txt").read_text("utf-8") == "Novelist: 0.1.0\n"
