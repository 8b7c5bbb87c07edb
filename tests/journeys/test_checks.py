# SPDX-License-Identifier: MIT
"""A library is looked over from the menu; a crash report is copied and saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from novelist.db.repair.health import Problem, ProblemKind
from novelist.db.repair.report import SalvageReport
from novelist.ui.faults.report_text import ReportText
from novelist.ui.widgets.button import Button
from tests.journeys.faults import begin, notice_of
from tests.journeys.program import live
from tests.speaking import speaking


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
        program.child("check_sheet").close_sheet()
        assert "is not as it was saved" in notice_of(program).accessibleName()
        assert notice_of(program).isVisible()

    live(qapp, journey, harbour)


def test_damage_of_one_kind_in_one_text_is_counted(qapp):
    with speaking("en"):
        version, text = Problem(ProblemKind.VERSION, "", 2), Problem(ProblemKind.TEXT, "", 2)
        file = Problem(ProblemKind.FILE, "page 7", None)
        told = ReportText().problems([version, text, version, file, file], {2: "Harbour"})
    assert told.splitlines() == [
        "2 earlier versions of “Harbour” cannot be read.",
        "The text of “Harbour” is not what was saved.",
        "The file is damaged: page 7 (2 times)",
    ]


@pytest.mark.parametrize(
    ("language", "versions", "said"),
    [
        ("en", 0, "2 novels and 1 whole text are saved in “Saved.novelist”."),
        ("en", 3, "2 novels, 1 whole text and 3 versions are saved in “Saved.novelist”."),
        ("zh_CN", 0, "2 部作品、1 场完整的正文已存入“Saved.novelist”。"),
    ],
)
def test_a_salvage_does_not_tell_of_versions_that_there_were_not(qapp, language, versions, said):
    with speaking(language):
        report = SalvageReport(Path("Saved.novelist"), novels=2, texts=1, versions=versions)
        told = ReportText().saved(report)
    assert told.startswith(said)


def test_what_a_check_found_is_said_until_a_check_finds_nothing(qapp, harbour):
    def spoil(digest):
        with closing(sqlite3.connect(harbour)) as connection, connection:
            was = connection.execute("SELECT digest FROM scene_bodies WHERE item_id = 2").fetchone()
            connection.execute("UPDATE scene_bodies SET digest = ? WHERE item_id = 2", digest)
        return was

    async def journey(program):
        await begin(program)
        whole = spoil(("x",))
        program.window.actions_["check_library"].trigger()
        await program.until(lambda: notice_of(program).notice is not None, "no trace")
        program.child("check_sheet").close_sheet()
        spoil(whole)
        program.click(program.child("notice_act"))
        await program.until(lambda: program.child("check_done").isVisible(), "no result")
        assert notice_of(program).notice is None

    live(qapp, journey, harbour)


def test_what_was_read_and_could_not_be_written_can_go_to_another_place(qapp, harbour, tmp_path):
    (tmp_path / "a file").write_text("in the way", "utf-8")
    (tmp_path / "There.novelist").write_text("something else", "utf-8")

    async def journey(program):
        program.window.actions_["check_library"].trigger()
        await program.until(lambda: program.child("check_done").isVisible(), "no result")
        sheet = program.child("check_sheet")
        trouble = lambda: program.child("check_trouble").accessibleName()  # noqa: E731
        sheet.salvage(tmp_path / "a file" / "Saved.novelist")
        await program.until(lambda: "“Saved.novelist” cannot be written there." in trouble())
        sheet.salvage(tmp_path / "There.novelist")
        await program.until(lambda: "“There.novelist” is there already." in trouble())
        assert buttons_of(sheet) == {"check_elsewhere", "check_backups_too"}
        program.click(program.child("check_elsewhere"))
        dialog = program.window.findChild(QFileDialog, "salvage_dialog")
        dialog.fileSelected.emit(str(tmp_path / "Saved.novelist"))
        dialog.close()
        await program.until(lambda: program.child("check_open").isVisible(), "no report")

    live(qapp, journey, harbour)
    assert (tmp_path / "There.novelist").read_text("utf-8") == "something else"


def test_where_nothing_could_be_read_a_backup_is_the_way_out(qapp, harbour, tmp_path):
    async def journey(program):
        program.window.actions_["check_library"].trigger()
        await program.until(lambda: program.child("check_done").isVisible(), "no result")
        sheet = program.child("check_sheet")
        sheet.check(tmp_path / "gone.novelist")
        await program.until(lambda: program.child("check_trouble").isVisible(), "no trouble")
        sheet.salvage(tmp_path / "Saved.novelist")
        await program.until(lambda: buttons_of(sheet) == {"check_backups"}, "no way out")

    live(qapp, journey, harbour)


def buttons_of(sheet):
    """The names of the buttons at the foot of the check that can be seen."""
    names = [child.objectName() for child in sheet.findChildren(Button) if child.isVisible()]
    return {name for name in names if name.startswith("check_")}


def test_a_crash_is_told_of_at_the_next_start(qapp, harbour, tmp_path):
    async def journey(program):
        program.controller.faults.show_crash("Novelist: 0.1.0\n")
        assert program.child("crash_sheet").isVisible()
        assert not program.child("crash_report").isVisible()
        program.click(program.child("crash_show"))
        assert program.child("crash_report").isVisible()
        assert program.child("crash_report").toPlainText() == "Novelist: 0.1.0\n"
        program.click(program.child("crash_show"))
        assert not program.child("crash_report").isVisible()
        program.click(program.child("crash_copy"))
        assert qapp.clipboard().text() == "Novelist: 0.1.0\n"
        program.child("crash_sheet").save_to(tmp_path / "report.txt")
        program.click(program.child("crash_close"))

    live(qapp, journey, harbour)
    assert (tmp_path / "report.txt").read_text("utf-8") == "Novelist: 0.1.0\n"
