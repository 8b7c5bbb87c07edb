# SPDX-License-Identifier: MIT
"""Ctrl+Q while the library takes nothing: one press leads to the question, or to the end."""

from __future__ import annotations

from PySide6.QtCore import Qt

from novelist import paths
from tests.journeys.faults import banner_of, begin, left_copies
from tests.journeys.program import live


async def quit_by_key(program):
    """Press Ctrl+Q; the answer of the program, as its main loop would get it."""
    program.control(Qt.Key.Key_Q)
    assert program.window.close_wanted
    may_go = await program.controller.close()
    if not may_go:
        program.window.resume()
    return may_go


def rescued():
    folder = paths.data_folder() / "Rescued text"
    return [each.read_text("utf-8") for each in folder.rglob("*.txt")]


def test_one_press_asks_with_the_copy_made_and_the_button_ends_it(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        harbour.rename(tmp_path / "aside")
        program.type("Into nothing. ")
        await program.until(banner_of(program).isVisible, "no banner")
        assert not await quit_by_key(program)
        assert rescued() == ["Before. Into nothing. "]
        told = program.child("closing_sheet_told").text()
        assert "deleted, moved or replaced" in told
        assert f"A copy of your unsaved text is in {paths.data_folder()}" in told
        assert program.child("closing_sheet_stay").hasFocus()
        program.click(program.child("closing_sheet_go"))
        assert program.window.close_wanted
        assert await program.controller.close()

    live(qapp, journey, harbour)
    assert len(left_copies()) == 1


def test_who_stays_goes_on_writing_and_is_asked_again(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        aside = harbour.rename(tmp_path / "aside")
        program.type("Into nothing. ")
        await program.until(banner_of(program).isVisible, "no banner")
        assert not await quit_by_key(program)
        program.press(Qt.Key.Key_Return)
        assert program.page.hasFocus()
        program.type("More. ")
        assert not await quit_by_key(program)
        aside.rename(harbour)
        await program.saved()
        assert not program.child("closing_sheet").isVisible()  # there is nothing to ask

    live(qapp, journey, harbour)


def test_where_nothing_is_unsaved_one_press_ends_it(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        harbour.rename(tmp_path / "aside")
        assert await quit_by_key(program)

    live(qapp, journey, harbour)
    assert rescued() == []
