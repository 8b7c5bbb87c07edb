# SPDX-License-Identifier: MIT
"""What is typed of a novel's details while nothing can be saved is as safe as a scene's text."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from novelist import paths
from tests.faults.test_disk_full import fill
from tests.journeys.faults import (
    begin,
    kept_text,
    left_copies,
    make,
    offered,
    saved_again,
    trouble,
    ways,
)
from tests.journeys.program import live

LOGLINE = "Nobody sails at night."


async def open_details(program):
    """The details of the open novel, with the keyboard in the logline."""
    program.window.actions_["novel_details"].trigger()
    await program.until(lambda: sheet_is_open(program), "no details")
    program.child("novel_logline").setFocus()


def sheet_is_open(program):
    found = program.window.findChild(QWidget, "novel_details_sheet")
    return found is not None and found.isVisible()


async def write_into_nothing(program, take_away):
    """Write a logline that cannot be saved, because ``take_away`` takes the library."""
    await begin(program)
    await open_details(program)
    take_away()
    program.type(LOGLINE)
    await trouble(program, "moved or replaced while it was open")
    await program.until(lambda: LOGLINE in kept_text(program), "not in the copy")


def away(library):
    return library.with_suffix(".away")


def loglines(path):
    with closing(sqlite3.connect(path)) as connection:
        return [each for (each,) in connection.execute("SELECT logline FROM novels ORDER BY id")]


def test_details_typed_on_a_full_disk_are_in_the_copy_and_saved_when_there_is_room(qapp, drive):
    async def journey(program):
        await begin(program)
        await open_details(program)
        ballast = fill(drive)
        program.type(LOGLINE)
        assert program.child("status_saved").text() == "Edited"
        await trouble(program, "The disk is full. Your text is safe.")
        assert "storage_retry" in ways(program)
        await program.until(lambda: LOGLINE in kept_text(program), "not in the copy")
        ballast.unlink()
        await saved_again(program)  # nobody asked for it

    live(qapp, journey, drive / "Harbour.novelist")
    assert loglines(drive / "Harbour.novelist") == ["", LOGLINE]


def test_closing_first_copies_the_details_elsewhere_and_the_next_start_offers_them(qapp, harbour):
    async def leave(program):
        await write_into_nothing(program, lambda: harbour.rename(away(harbour)))
        assert not await program.controller.close()
        assert "A copy of your unsaved text" in program.child("closing_sheet_told").text()

    async def come_back(program):
        sheet = await offered(program)
        assert program.child("found_place").text() == "Details of “Untitled novel”"
        assert f"Logline: {LOGLINE}" in sheet.comparison.toPlainText()
        assert program.child("found_put_in").text() == "Put them into the novel"
        assert not program.child("found_keep").isVisible()
        program.click(program.child("found_put_in"))
        await program.until(sheet.isHidden, "the sheet stays")

    live(qapp, leave, harbour)
    (rescued,) = (paths.data_folder() / "Rescued text").rglob("novel 2*.txt")
    assert rescued.read_text("utf-8") == LOGLINE
    away(harbour).rename(harbour)
    live(qapp, come_back, harbour)
    assert loglines(harbour) == ["", LOGLINE]
    assert left_copies() == []


def test_details_never_go_into_another_library_that_took_the_place(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"
    asyncio.run(make(other, "Other"))

    async def make_second(program):
        await begin(program)  # so that both libraries have a novel of the same number

    async def journey(program):
        await write_into_nothing(program, lambda: other.replace(harbour))
        program.press(Qt.Key.Key_Escape)
        program.click(program.child("storage_reopen"))
        sheet = await offered(program)
        sheet.close_sheet()
        assert not sheet_is_open(program)
        await program.controller.open_novel(2)
        await open_details(program)
        program.type("Theirs.")
        await program.saved()

    live(qapp, make_second, other)
    live(qapp, journey, harbour)
    assert loglines(harbour) == ["", "Theirs."]


def test_details_of_a_novel_that_is_gone_are_kept_as_a_new_one(qapp, harbour):
    async def leave(program):
        await write_into_nothing(program, lambda: harbour.rename(away(harbour)))
        assert not await program.controller.close()

    async def come_back(program):
        sheet = await offered(program)
        assert not program.child("found_put_in").isVisible()
        program.click(program.child("found_keep"))
        await program.until(sheet.isHidden, "the sheet stays")

    live(qapp, leave, harbour)
    away(harbour).rename(harbour)
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("DELETE FROM novels WHERE id = 2")
    live(qapp, come_back, harbour)
    assert loglines(harbour) == ["", LOGLINE]
