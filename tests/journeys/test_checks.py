# SPDX-License-Identifier: MIT
"""A library is looked over from the menu; a crash report is copied and saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.journeys.faults import (
    begin,
)
from tests.journeys.program import live


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
