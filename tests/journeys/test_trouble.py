# SPDX-License-Identifier: MIT
"""What a person sees when something is wrong, and that nothing typed is lost."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing

import pytest
from PySide6.QtWidgets import QWidget

from novelist import paths
from novelist.db.lock import LibraryLock
from novelist.services import novels
from novelist.services.library import library
from tests.journeys.program import live


async def make(path):
    await library.open_library(path, create=True)
    await novels.create_novel(title="Harbour", language="en")
    await library.close_library()


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "Harbour.novelist"
    asyncio.run(make(path))
    return path


def test_a_library_open_elsewhere_is_opened_by_trying_again(qapp, harbour):
    lock = LibraryLock(harbour)
    lock.acquire()

    async def look(program):
        assert "open in another window" in program.window.opening.sentence
        lock.release()
        program.click(program.window.opening.findChild(QWidget, "empty_state_action"))
        await program.until(lambda: program.window.current_page == "shelf")

    live(qapp, look, harbour)


def test_a_dropped_file_that_is_no_text_gets_one_sentence(qapp, harbour, tmp_path):
    picture = tmp_path / "cover.txt"
    picture.write_bytes(bytes(range(256)) * 40)

    async def look(program):
        program.window.files_dropped.emit([str(picture)])
        await program.until(lambda: program.controller.importing is not None)
        await program.until(lambda: "is not a text" in said_on(program.controller.importing))
        assert len(await novels.list_novels()) == 1

    live(qapp, look, harbour)


def test_when_the_file_is_taken_away_typing_goes_on_and_is_saved_when_it_is_back(
    qapp, harbour, tmp_path
):
    aside = tmp_path / "aside.novelist"

    async def journey(program):
        program.controller.shelf.create_novel()
        await program.until(lambda: program.page.hasFocus())
        program.type("Before. ")
        await program.saved()
        harbour.rename(aside)
        program.type("While it was gone. ")
        await program.until(lambda: program.controller.banner.isVisible(), "no banner")
        assert "Your text is safe" in program.controller.banner.accessibleName()
        assert "paused" in program.child("status_saved").text()
        program.type("And after.")
        aside.rename(harbour)
        program.click(program.child("storage_retry"))
        await program.saved()
        assert not program.controller.banner.isVisible()

    live(qapp, journey, harbour)
    with closing(sqlite3.connect(harbour)) as connection:
        (text,) = connection.execute("SELECT max(plain_text) FROM scene_bodies").fetchone()
    assert text == "Before. While it was gone. And after."


def test_closing_while_nothing_can_be_saved_first_copies_the_text_elsewhere(
    qapp, harbour, tmp_path
):
    async def journey(program):
        program.controller.shelf.create_novel()
        await program.until(lambda: program.page.hasFocus())
        await program.saved()
        shutil.move(harbour, tmp_path / "aside.novelist")
        program.type("Nowhere to go.")
        await program.until(lambda: program.controller.banner.isVisible())
        assert not await program.controller.close()
        (copy,) = (paths.data_folder() / "Rescued text").rglob("*.txt")
        assert copy.read_text("utf-8") == "Nowhere to go."

    live(qapp, journey, harbour)


def test_closing_while_no_copy_can_be_written_either_says_so_and_stays(
    qapp, harbour, tmp_path, monkeypatch
):
    async def journey(program):
        program.controller.shelf.create_novel()
        await program.until(lambda: program.page.hasFocus())
        await program.saved()
        shutil.move(harbour, tmp_path / "aside.novelist")
        program.type("Nowhere to go.")
        await program.until(lambda: program.controller.banner.isVisible())
        with monkeypatch.context() as nowhere:
            for name in ("NOVELIST_HOME", "HOME", "USERPROFILE"):
                nowhere.setenv(name, str(tmp_path / "aside.novelist"))
            nowhere.setattr(tempfile, "tempdir", str(tmp_path / "aside.novelist"))
            assert not await program.controller.close()
        said = said_on(program.window)
        assert "No copy of your unsaved text could be written" in said
        assert not await program.controller.close()

    live(qapp, journey, harbour)


def test_a_new_library_where_no_folder_can_be_made_is_refused_with_its_name(
    qapp, harbour, tmp_path
):
    (tmp_path / "a file").write_text("in the way", "utf-8")

    async def journey(program):
        there = tmp_path / "a file" / "Next.novelist"
        await program.controller.switch_library(there, create=True)
        assert "“Next.novelist” may not be written" in said_on(program.window)
        assert program.controller.context.library == harbour

    live(qapp, journey, harbour)


def said_on(page):
    """Every sentence that can be read on a page."""
    return " ".join(
        child.accessibleName() for child in page.findChildren(object) if _visible(child)
    )


def _visible(child):
    return hasattr(child, "accessibleName") and hasattr(child, "isVisible") and child.isVisible()


def test_two_that_leave_the_library_at_once_do_not_wait_for_each_other(qapp, harbour, tmp_path):
    async def journey(program):
        lead, switch = program.controller.lead, program.controller.switch_library
        there = [tmp_path / "One.novelist", tmp_path / "Two.novelist"]
        leaving = [lead.start(switch(path, create=True)) for path in there]
        await asyncio.wait(leaving, timeout=10)
        assert program.controller.context.library == there[1]
        assert await novels.list_novels() == []

    live(qapp, journey, harbour)


def test_a_close_during_another_try_waits_for_it_and_leaves_the_library_free(qapp, harbour):
    lock = LibraryLock(harbour)
    lock.acquire()

    async def journey(program):
        lock.release()
        program.click(program.window.opening.findChild(QWidget, "empty_state_action"))
        assert await program.controller.close()
        lock.acquire()
        lock.release()

    live(qapp, journey, harbour)
