# SPDX-License-Identifier: MIT
"""Two programs write one thing: both versions are on the server, then the window asks."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.db.server import neighbours
from novelist.services import outline
from tests.journeys.program import live

PROJECT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def deaf(monkeypatch):
    """The other program is heard of when this one saves, not before."""
    monkeypatch.setattr(neighbours, "_EVERY", 3600)


class Asked:
    """The window, at the question."""

    def __init__(self, program, mariadb, place):
        self.program, self._mariadb, self._place = program, mariadb, place
        self.banner = program.child("notice_banner")

    async def is_asked(self):
        await self.program.until(self.banner.isVisible, "nobody asked")

    async def compare(self):
        """Open the sheet by the keyboard, as Tab and Enter do."""
        act = self.program.child("notice_act")
        act.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(act, Qt.Key.Key_Space)
        await self.program.until(
            lambda: (
                self.program.controller.conflicts._sheet is not None
                and self.program.child("conflict_sheet").isVisible()
            ),
            "no sheet",
        )

    def choose(self, name):
        """Press the button by its key."""
        button = self.program.child(name)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)

    def live_texts(self):
        """What stands in the novel outside the trash, as the server has it."""
        return texts_in(self._mariadb, self._place)

    def versions_of(self, item_id):
        """How many versions the text has."""
        statement = f"SELECT count(*) FROM revisions WHERE item_id = {item_id}"
        return int(self._mariadb.sql(statement, self._place.database)[0][0])


def journey_to(mariadb, harbour, other, then):
    """Write into the scene that the other program writes at the same time, then go on."""
    place, novel_id, item_id = harbour

    async def journey(program):
        program.controller.shelf_panel.open_requested.emit(novel_id)
        shown = lambda: program.editor.current_item_id == item_id and program.page.hasFocus()  # noqa: E731
        await program.until(shown, "the scene did not open")
        await other.do("titles", novel_id)  # it is open
        program.type("Mine")
        await other.do("write", item_id, "Theirs")
        program.type(", and more")
        await program.saved()
        asked = Asked(program, mariadb, place)
        await asked.is_asked()
        assert asked.live_texts() == ["Mine, and more", "Theirs"]  # before anybody answers
        await then(program, asked)

    return journey


def test_without_an_answer_both_stay_and_writing_goes_on(qapp, mariadb, harbour, other):
    async def then(program, asked):
        assert program.page.hasFocus()  # nobody was interrupted
        program.type(", and on")
        await program.saved()
        assert asked.live_texts() == ["Mine, and more, and on", "Theirs"]

    live(qapp, journey_to(mariadb, harbour, other, then), harbour[0])


def test_esc_keeps_both(qapp, mariadb, harbour, other):
    async def then(program, asked):
        await asked.compare()
        assert "Theirs" in program.child("comparison").toPlainText()
        program.press(Qt.Key.Key_Escape)
        assert not asked.banner.isVisible()
        assert asked.live_texts() == ["Mine, and more", "Theirs"]
        assert program.window.toast.isHidden()

    live(qapp, journey_to(mariadb, harbour, other, then), harbour[0])


def test_theirs_may_be_taken_and_mine_comes_back(qapp, mariadb, harbour, other):
    async def then(program, asked):
        await asked.compare()
        asked.choose("conflict_take_other")
        await program.until(lambda: asked.live_texts() == ["Theirs"], "not taken")
        await program.until(lambda: program.page.toPlainText() == "Theirs", "not shown")
        assert asked.versions_of(harbour[2]) >= 3
        await program.until(lambda: "in its place" in program.window.toast.text)
        assert not asked.banner.isVisible()
        program.click(program.window.toast.action)
        both = ["Mine, and more", "Theirs"]
        await program.until(lambda: asked.live_texts() == both, "not brought back")
        await program.until(lambda: program.page.toPlainText() == "Mine, and more")

    live(qapp, journey_to(mariadb, harbour, other, then), harbour[0])


def test_mine_may_stay_alone_and_theirs_is_in_the_trash(qapp, mariadb, harbour, other):
    async def then(program, asked):
        await asked.compare()
        asked.choose("conflict_keep_mine")
        await program.until(lambda: asked.live_texts() == ["Mine, and more"], "theirs stays")
        assert [item.id for item in await outline.load_trash(harbour[1])]
        await program.until(lambda: "in the trash" in program.window.toast.text)

    live(qapp, journey_to(mariadb, harbour, other, then), harbour[0])


def test_who_writes_on_over_there_is_asked_about_once(qapp, mariadb, harbour, other):
    async def then(program, asked):
        for number in range(3):
            program.type(".")
            await other.do("write", harbour[2], f"Theirs {number}")
            program.type("!")
            await program.saved()
        assert asked.live_texts() == ["Mine, and more.!.!.!", "Theirs 2"]
        await asked.compare()
        assert "Theirs 2" in program.child("comparison").toPlainText()

    live(qapp, journey_to(mariadb, harbour, other, then), harbour[0])


def test_a_question_ends_when_the_other_scene_is_thrown_away(qapp, mariadb, harbour, other):
    async def then(program, asked):
        items = await outline.load_outline(harbour[1])
        await outline.trash_items(harbour[1], ids=[items[-1].id])
        await program.until(lambda: not asked.banner.isVisible(), "it is still asked")

    live(qapp, journey_to(mariadb, harbour, other, then), harbour[0])


def test_a_program_that_is_killed_while_it_asks_loses_neither(mariadb, harbour, other):
    place, novel_id, item_id = harbour
    victim = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.server.asking_victim",
            place.url,
            str(novel_id),
            str(item_id),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert victim.stdout.readline() == b"typed\n"
        asyncio.run(other.do("write", item_id, "Theirs"))
        victim.stdin.write(b"\n")
        victim.stdin.flush()
        assert victim.stdout.readline() == b"asked\n"
    finally:
        victim.kill()
        victim.communicate()
    assert texts_in(mariadb, place) == ["Mine, and more", "Theirs"]


def texts_in(mariadb, place):
    """What stands in the novel outside the trash, as the server has it."""
    found = mariadb.sql(
        "SELECT plain_text FROM scene_bodies JOIN outline_items ON id = item_id"
        " WHERE deleted_at IS NULL ORDER BY position",
        place.database,
    )
    return [row[0] for row in found]


def test_a_synopsis_that_both_write_is_asked_about_too(qapp, mariadb, harbour, other):
    place, novel_id, item_id = harbour

    async def journey(program):
        program.controller.shelf_panel.open_requested.emit(novel_id)
        await program.until(program.page.hasFocus, "the scene did not open")
        await other.do("titles", novel_id)  # it is open
        program.workspace.inspector.synopsis.setFocus()
        program.type("Mine")
        await other.do("describe", novel_id, item_id, "Theirs")
        program.type(", and more")
        await program.saved()
        asked = Asked(program, mariadb, place)
        await asked.is_asked()
        synopsis = f"SELECT synopsis FROM outline_items WHERE id = {item_id}"
        assert mariadb.sql(synopsis, place.database) == [("Mine, and more",)]
        assert asked.live_texts() == ["", "Theirs"]  # in a note
        await asked.compare()
        asked.choose("conflict_take_other")
        field = program.workspace.inspector.synopsis.editor
        await program.until(lambda: field.toPlainText() == "Theirs", "not taken")
        assert mariadb.sql(synopsis, place.database) == [("Theirs",)]

    live(qapp, journey, place)


def test_what_is_changed_in_another_field_is_no_question(qapp, mariadb, harbour, other):
    place, novel_id, item_id = harbour

    async def journey(program):
        program.controller.shelf_panel.open_requested.emit(novel_id)
        await program.until(program.page.hasFocus, "the scene did not open")
        await other.do("titles", novel_id)  # it is open
        program.workspace.inspector.synopsis.setFocus()
        program.type("Mine")
        await other.do("rename", novel_id, item_id, "Theirs")
        program.type(", and more")
        await program.saved()
        both = f"SELECT title, synopsis FROM outline_items WHERE id = {item_id}"
        assert mariadb.sql(both, place.database) == [("Theirs", "Mine, and more")]
        assert program.child("notice_banner").isHidden()
        assert program.window.toast.isHidden()

    live(qapp, journey, place)
