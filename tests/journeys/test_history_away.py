# SPDX-License-Identifier: MIT
"""The history while the library cannot be read: it says so, and comes back with the library."""

from __future__ import annotations

import pytest

from tests.journeys.faults import banner_of, begin
from tests.journeys.histories import page
from tests.journeys.program import live


async def show_history(program):
    program.controller.commands.show_history()
    await program.until(lambda: program.window.current_page == "history")


async def said(program):
    """What the page says instead of a history."""
    away = page(program).stage.away
    await program.until(away.isVisible, "the page says nothing")
    return away.accessibleName()


def take_away(library, tmp_path):
    """The library and all that lies beside it is somewhere else; brings it back when called."""
    moved = {each: tmp_path / f"aside {each.name}" for each in library.parent.glob("Harbour*")}
    for there, aside in moved.items():
        there.rename(aside)

    def bring_back():
        for there, aside in moved.items():
            aside.rename(there)

    return bring_back


def in_folder(tmp_path, harbour):
    """The library in a folder of its own, which can go."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return harbour.rename(folder / harbour.name)


@pytest.mark.parametrize("scope", ["scene", "novel", "deleted"])
def test_it_says_that_it_cannot_be_read_and_fills_itself_when_it_can(
    qapp, harbour, tmp_path, scope
):
    async def journey(program):
        await begin(program)
        bring_back = take_away(harbour, tmp_path)
        await show_history(program)
        page(program).side.scopes.set_value(scope)
        assert await said(program) == "The history cannot be read now."
        assert not page(program).stage.foot.isVisible()
        assert not program.window.toast.isVisible()
        bring_back()
        await program.until(lambda: not page(program).stage.is_away, "it stays empty")
        assert page(program).stage.title.text()

    live(qapp, journey, harbour)


def test_the_cause_is_that_the_file_is_not_there(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        bring_back = take_away(harbour, tmp_path)
        await show_history(program)
        await said(program)
        hint = page(program).stage.away._hint.text()
        assert hint.startswith("The library was deleted, moved or replaced while it was open.")
        bring_back()

    live(qapp, journey, harbour)


def test_the_cause_is_that_the_drive_is_not_there(qapp, harbour, tmp_path):
    library = in_folder(tmp_path, harbour)

    async def journey(program):
        await begin(program)
        aside = library.parent.rename(tmp_path / "unplugged")
        await show_history(program)
        await said(program)
        hint = page(program).stage.away._hint.text()
        assert hint.startswith("The drive or folder of the library is gone.")
        aside.rename(library.parent)

    live(qapp, journey, library)


def test_it_is_said_while_words_wait_to_be_saved_and_a_button_tries_again(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        bring_back = take_away(harbour, tmp_path)
        program.type("Waiting. ")
        await program.until(lambda: banner_of(program).isVisible(), "no banner")
        await show_history(program)
        await said(program)
        bring_back()
        program.click(page(program).stage.away.action)
        await program.until(lambda: not page(program).stage.is_away, "it stays empty")
        await program.saved()

    live(qapp, journey, harbour)
