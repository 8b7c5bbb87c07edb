# SPDX-License-Identifier: MIT
"""Footnotes put in, written, gone to and removed, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.document_text import from_json_lines
from novelist.services import texts
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


async def scene(program):
    """An open scene with some words; its id."""
    _, (ebb, *_) = await open_novel(program)
    await program.open_scene(ebb)
    program.type("A whale was there.")
    return ebb


async def stored_notes(item_id):
    body = (await texts.load_text(item_id)).body
    found = []
    for block in from_json_lines(body.content):
        for inline in block.inlines:
            if getattr(inline, "kind", "") == "footnote":
                found.append("/".join(each[1][0] for each in inline.attrs["blocks"]))
    return found


def strip(program):
    return program.workspace.footnotes.strip


def test_a_footnote_is_put_in_and_written_and_saved_as_it_is_typed(qapp, empty_library):
    async def journey(program):
        item_id = await scene(program)
        program.press(Key.Key_F, CTRL | ALT)
        assert strip(program).isVisible()
        assert program.focused.objectName() == "note_edit"
        program.type("It was alive.")
        await program.saved()
        assert await stored_notes(item_id) == ["It was alive."]
        program.press(Key.Key_Escape)
        await program.until(lambda: program.focused.objectName() != "note_edit")

    live(qapp, journey, empty_library)


def test_after_a_note_on_a_selection_one_goes_on_behind_its_mark(qapp, empty_library):
    async def journey(program):
        item_id = await scene(program)
        for _ in range(6):
            program.press(Key.Key_Left, SHIFT)
        program.press(Key.Key_F, CTRL | ALT)
        program.type("It was alive.")
        program.press(Key.Key_Escape)
        assert program.page.hasFocus()
        program.type(" Truly.")
        assert program.page.toPlainText() == "A whale was there.\ufffc Truly."
        await program.saved()
        assert await stored_notes(item_id) == ["It was alive."]

    live(qapp, journey, empty_library)


def test_no_key_in_the_notes_leads_to_a_dead_end(qapp, empty_library):
    async def journey(program):
        await scene(program)
        program.press(Key.Key_F, CTRL | ALT)
        program.press(Key.Key_Tab)
        await program.until(lambda: program.focused is strip(program).list)
        program.press(Key.Key_Return)
        program.type("One.")
        program.press(Key.Key_Tab)
        program.press(Key.Key_Escape)
        assert program.page.hasFocus()
        assert program.editor.caret == len("A whale was there.") + 1

    live(qapp, journey, empty_library)


def test_one_undo_takes_back_what_was_written_into_a_note(qapp, empty_library):
    async def journey(program):
        item_id = await scene(program)
        program.press(Key.Key_F, CTRL | ALT)
        program.type("It was alive.")
        program.press(Key.Key_Escape)
        program.editor.focus_text()
        program.control(Key.Key_Z)
        await program.saved()
        assert await stored_notes(item_id) == [""]
        program.control(Key.Key_Z)
        await program.saved()
        assert await stored_notes(item_id) == []
        assert not strip(program).isVisible()

    live(qapp, journey, empty_library)


def test_chinese_is_composed_in_a_note(qapp, empty_library):
    async def journey(program):
        item_id = await scene(program)
        program.press(Key.Key_F, CTRL | ALT)
        for preedit, commit in (("jing", ""), ("", "鲸")):
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QApplication.sendEvent(program.focused, event)
        await program.saved()
        assert await stored_notes(item_id) == ["鲸"]

    live(qapp, journey, empty_library)


def test_a_note_leads_to_its_mark_and_can_be_deleted(qapp, empty_library):
    async def journey(program):
        item_id = await scene(program)
        program.press(Key.Key_F, CTRL | ALT)
        program.type("One.")
        program.press(Key.Key_Escape)
        program.editor.focus_text()
        program.control(Key.Key_Home)
        notes = strip(program).list
        row = notes.visualRect(notes.model().index(0, 0)).center()
        QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=row)
        assert program.editor.caret == len("A whale was there.") + 1
        notes.setFocus()
        program.press(Key.Key_Delete)
        await program.saved()
        assert await stored_notes(item_id) == []

    live(qapp, journey, empty_library)


def test_the_strip_follows_the_scene(qapp, empty_library):
    async def journey(program):
        _, ids = await open_novel(program)
        await program.open_scene(ids[0])
        program.press(Key.Key_F, CTRL | ALT)
        program.type("One.")
        await program.open_scene(ids[1])
        assert not strip(program).isVisible()
        await program.open_scene(ids[0])
        assert strip(program).isVisible()

    live(qapp, journey, empty_library)


def test_going_on_in_a_note_writes_in_no_other_scene_s_note(qapp, empty_library):
    async def journey(program):
        _, (ebb, flood, _) = await open_novel(program)
        for item_id, words in ((ebb, "Of the ebb."), (flood, "Of the flood.")):
            await program.open_scene(item_id)
            program.type("Words.")
            program.press(Key.Key_F, CTRL | ALT)
            program.type(words)
        program.editor.note_scene("Flood")  # as it is told whenever the outline changed
        program.type("!")
        program.binder.open_requested.emit(ebb)
        await program.until(lambda: program.editor.current_item_id == ebb)
        program.type("?")
        await program.saved()
        assert await stored_notes(flood) == ["Of the flood.!"]
        assert await stored_notes(ebb) == ["Of the ebb."]

    live(qapp, journey, empty_library)


def test_what_is_pasted_into_a_note_is_words_in_lines(qapp, empty_library):
    async def journey(program):
        item_id = await scene(program)
        program.press(Key.Key_F, CTRL | ALT)
        QApplication.clipboard().setText("One.\r\n\r\n***\u2028Two.")
        program.focused.paste()
        await program.saved()
        assert await stored_notes(item_id) == ["One./***/Two."]

    live(qapp, journey, empty_library)
