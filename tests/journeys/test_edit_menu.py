# SPDX-License-Identifier: MIT
"""The menu "Edit" works on whatever text has the keyboard, and offers only what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from tests.journeys.faults import begin
from tests.journeys.program import live

NAMES = ("cut", "copy", "paste", "paste_plain", "select_all")
WRITING = {"cut", "paste", "paste_plain"}


def offered(program):
    """What the menu lets one choose, when it is opened now."""
    actions = program.window.actions_
    actions.menu("edit").aboutToShow.emit()
    return {name for name in NAMES if actions[name].isEnabled()}


def choose(program, *names):
    for name in names:
        assert name in offered(program), name
        program.window.actions_[name].trigger()


def test_in_the_text_words_are_moved_with_their_marks_or_without(qapp, harbour):
    async def journey(program):
        await begin(program, "Before")
        bold = program.editor.formatting["bold"]
        choose(program, "select_all")
        bold.trigger()
        choose(program, "cut")
        assert program.page.toPlainText() == ""
        choose(program, "paste")
        bold.trigger()  # what comes now is not to be bold by its place
        choose(program, "paste_plain")
        (block,) = program.editor.text_of(program.editor.current_item_id)
        marks = [[mark.name for mark in run.marks] for run in block.inlines]
        assert (block.plain_text, marks) == ("BeforeBefore", [["strong"], []])

    live(qapp, journey, harbour)


def test_in_a_field_it_works_on_that_and_not_on_the_text(qapp, harbour):
    async def journey(program):
        await begin(program, "Before.")
        synopsis = program.workspace.inspector.synopsis.editor
        synopsis.setFocus()
        program.type("Nobody sails.")
        choose(program, "select_all", "copy")
        assert QApplication.clipboard().text() == "Nobody sails."
        choose(program, "cut", "paste", "paste_plain")
        assert synopsis.toPlainText() == "Nobody sails.Nobody sails."
        assert program.page.toPlainText() == "Before."
        program.editor.focus_title()
        choose(program, "paste")
        assert program.editor.edit.title.title == "Nobody sails."

    live(qapp, journey, harbour)


def test_only_what_can_be_done_is_offered(qapp, harbour):
    async def journey(program):
        await begin(program, "Before.")
        QApplication.clipboard().clear()
        assert offered(program) == {"select_all"}
        program.control(Qt.Key.Key_A)
        assert offered(program) == {"select_all", "copy", "cut"}
        QApplication.clipboard().setText("Words")
        assert offered(program) == set(NAMES)
        program.editor.edit.setReadOnly(True)
        assert offered(program) == set(NAMES) - WRITING
        program.editor.edit.setReadOnly(False)
        program.binder.tree.setFocus()
        assert offered(program) == set()

    live(qapp, journey, harbour)


def test_the_keys_are_shown_and_stay_those_of_the_texts(qapp, harbour):
    async def journey(program):
        action = program.window.actions_["copy"]
        keys = QKeySequence("Ctrl+C").toString(QKeySequence.SequenceFormat.NativeText)
        assert action.text() == f"Copy\t{keys}"
        assert action.shortcuts() == []

    live(qapp, journey, harbour)
