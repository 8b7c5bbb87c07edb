# SPDX-License-Identifier: MIT
"""Focus mode, sprints and the lock room in the whole program, by keys and the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from novelist.domain.sprint import Goal
from tests.journeys.program import live
from tests.journeys.test_flowing import flowing, stored

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


async def writing(program, *, alone=True):
    """A chapter of three scenes with a few words each; the caret at the end of the last."""
    program.window.context.theme.set_reduced_motion(True)
    ids = await flowing(program)
    if alone:
        program.press(Key.Key_F9, SHIFT)
    return ids


def shown(program):
    """What of the window is to be seen, by name."""
    root = program.window.centralWidget()
    names = {w.objectName() for w in root.findChildren(QWidget) if w.isVisible()}
    return {name for name in names if name and not name.startswith(("qt_", "focus_"))}


def sizes(program):
    window = program.window
    return window.windowState(), window.size(), [w.width() for w in program.workspace.panels()]


def move_mouse(widget, point):
    """What QTest does, but that it would let tasks run inside of this one."""
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def focus_of(program):
    return program.controller.commands.focus


def test_focus_mode_shows_the_text_alone_and_afterwards_all_that_was_there(qapp, empty_library):
    async def journey(program):
        await writing(program)
        before, places = shown(program), sizes(program)
        program.press(Key.Key_F8)
        assert program.window.isFullScreen()
        assert {"rail", "status_bar", "binder", "inspector"}.isdisjoint(shown(program))
        assert program.page.hasFocus()
        program.type(" deep")
        program.press(Key.Key_Escape)
        assert (shown(program), sizes(program)) == (before, places)
        assert program.page.toPlainText() == "The slack deep"

    live(qapp, journey, empty_library)


def test_the_flowing_manuscript_is_alone_too_and_the_caret_goes_over_borders(qapp, empty_library):
    async def journey(program):
        ids = await writing(program, alone=False)
        before = shown(program)
        program.press(Key.Key_F8)
        assert "manuscript_flow" in shown(program)
        assert "rail" not in shown(program)
        assert not program.editor.flow.flow.shows_titles
        for _ in range(2):
            program.control(Key.Key_Left)
        program.press(Key.Key_Left)
        program.type(", rising")
        program.press(Key.Key_F8)
        assert shown(program) == before
        assert program.editor.flow.flow.shows_titles
        await program.saved()
        assert await stored(ids) == ["The ebb", "The flood, rising", "The slack"]

    live(qapp, journey, empty_library)


def test_the_page_may_become_another_one_in_focus_mode(qapp, empty_library):
    async def journey(program):
        await writing(program)
        program.press(Key.Key_F8)
        program.press(Key.Key_F9)
        await program.until(lambda: "manuscript_flow" in shown(program), "nothing flows")
        await program.until(lambda: not program.editor.flow.flow.shows_titles, "titles")
        assert "rail" not in shown(program)
        program.press(Key.Key_Escape)
        assert {"rail", "status_bar", "manuscript_flow"} <= shown(program)

    live(qapp, journey, empty_library)


def test_notes_go_away_while_one_types_and_come_back_with_the_mouse(qapp, empty_library):
    async def journey(program):
        await writing(program)
        program.press(Key.Key_F8)
        notes = [program.child("focus_leave"), program.child("focus_saved")]
        assert all(note.isVisible() for note in notes)
        program.type("!")
        assert not any(note.isVisible() for note in notes)
        move_mouse(program.page.viewport(), QPoint(80, 90))
        move_mouse(program.page.viewport(), QPoint(140, 190))
        await program.until(lambda: all(note.isVisible() for note in notes), "no notes")
        program.click(notes[0])
        assert "rail" in shown(program)

    live(qapp, journey, empty_library)


def test_what_hides_behind_the_edge_shows_with_the_mouse_there(qapp, empty_library):
    async def journey(program):
        await writing(program)
        program.press(Key.Key_F8)
        edge = program.child("focus_edge")
        move_mouse(program.editor, QPoint(200, 2))
        await program.until(edge.isVisible, "nothing at the edge")
        program.click(program.child("focus_edge_leave"))
        assert "rail" in shown(program)

    live(qapp, journey, empty_library)


def test_going_elsewhere_or_closing_leaves_focus_mode_first(qapp, empty_library):
    async def journey(program):
        await writing(program)
        places = sizes(program)
        program.press(Key.Key_F8)
        program.press(Key.Key_L, CTRL | SHIFT)
        assert program.window.current_page == "shelf"
        assert "rail" in shown(program)
        assert not program.window.isFullScreen()
        program.controller.show_write()
        assert sizes(program) == places
        program.press(Key.Key_F8)
        program.window.close()
        assert not program.window.isFullScreen()

    live(qapp, journey, empty_library)


def test_a_sprint_is_started_by_keys_counts_and_ends_quietly(qapp, empty_library):
    async def journey(program):
        await writing(program)
        program.press(Key.Key_F12)
        for name, value in (("sprint_minutes", 0), ("sprint_words", 3)):
            program.child(name).setValue(value)
        program.press(Key.Key_Return)
        focus = focus_of(program)
        assert focus.sprints.running.goal == Goal(0, 3)
        assert program.page.hasFocus()
        program.type(" of the tide.")
        await program.saved()
        await program.until(lambda: focus.sprints.running is None, "it goes on")
        said = program.child("status_sprint")
        assert "3 words" in said.text()
        program.click(said)
        assert "3 words" in program.child("sprint_sheet").findChild(QWidget, "sprint_result").text()

    live(qapp, journey, empty_library)


def locked(program):
    focus = focus_of(program)
    focus.start_sprint(Goal(0, 3), locked=True)
    assert focus.lock.is_closed
    assert "rail" not in shown(program)
    return focus


def test_from_the_lock_room_nothing_leads_out_and_everything_says_what_is_left(qapp, empty_library):
    async def journey(program):
        await writing(program)
        focus, toast = locked(program), program.window.toast
        ways = {
            "Esc": lambda: program.press(Key.Key_Escape),
            "focus": lambda: program.press(Key.Key_F8),
            "shelf": lambda: program.press(Key.Key_L, CTRL | SHIFT),
            "full screen": lambda: program.press(Key.Key_F11),
            "preferences": lambda: program.control(Key.Key_Comma),
            "close": program.window.close,
            "rail": lambda: program.window.rail.page_requested.emit("shelf"),
            "end": lambda: program.child("sprint_stop").click(),
            "note": lambda: program.click(program.child("focus_leave")),
        }
        for name, way in ways.items():
            toast.dismiss()
            way()
            assert toast.isVisible(), name
            assert "3 words to go" in toast.text, name
            assert program.window.current_page == "write", name
            assert focus.lock.is_closed, name
            assert "rail" not in shown(program), name
        await program.until(program.page.hasFocus, "the text has lost the keyboard")
        program.type(" of the tide.")
        await program.saved()
        await program.until(lambda: not focus.lock.is_closed, "it stays closed")
        program.press(Key.Key_Escape)
        assert "rail" in shown(program)

    live(qapp, journey, empty_library)


def test_esc_held_for_five_seconds_leaves_focus_mode_with_every_word(qapp, empty_library):
    async def journey(program):
        ids = await writing(program)
        focus = locked(program)
        program.type(" X")
        began = focus.sprints.clock()
        focus.lock._clock = lambda: began
        QTest.keyPress(program.focused, Key.Key_Escape)
        assert program.child("focus_break_out").isVisible()
        focus.lock._clock = lambda: began + 5
        focus.lock.look()
        assert (focus.lock.is_closed, focus.mode.is_on) == (False, False)
        assert "rail" in shown(program)
        assert not program.child("focus_break_out").isVisible()
        QTest.keyRelease(program.focused, Key.Key_Escape)
        await program.saved()
        assert (await stored(ids))[2] == "The slack X"

    live(qapp, journey, empty_library)


def test_the_lock_opens_where_the_library_takes_nothing_and_where_the_session_ends(
    qapp, empty_library
):
    async def journey(program):
        await writing(program)
        focus = locked(program)
        program.controller.tracker.set_paused(True, 1)
        assert not focus.lock.is_closed
        program.controller.tracker.set_paused(False)
        focus.start_sprint(Goal(0, 9), locked=True)
        assert focus.lock.is_closed
        qapp.commitDataRequest.emit(None)
        assert not focus.lock.is_closed

    live(qapp, journey, empty_library)


def test_the_next_start_is_an_ordinary_one_with_the_text_there(qapp, empty_library):
    found = []

    async def first(program):
        found.extend(await writing(program))
        focus = locked(program)
        program.type(" Y")
        await program.saved()
        focus.lock.open()  # what ends the program does not ask

    async def second(program):
        await program.until(lambda: program.editor.current_item_id == found[2], "not there")
        assert not program.window.isFullScreen()
        assert not focus_of(program).lock.is_closed
        assert "rail" in shown(program)
        assert (await stored(found))[2] == "The slack Y"

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)


def test_choices_are_remembered_and_hold_at_once(qapp, empty_library, tmp_path):
    async def journey(program):
        await writing(program)
        settings = program.window.context.settings
        program.press(Key.Key_F8, CTRL)
        assert settings.dialogue
        assert program.window.actions_["dialogue"].isChecked()
        program.press(Key.Key_F8, SHIFT)
        await program.until(lambda: program.child("preferences_focus").isVisible(), "no choices")
        program.click(program.child("preferences_focus_clock"))
        assert settings.focus_clock
        program.child("preferences_focus_dim").set_value("sentence")
        assert settings.focus_dim == "sentence"
        program.press(Key.Key_Escape)
        program.editor.focus_text()
        program.press(Key.Key_F8)
        assert program.child("focus_clock").isVisible()
        clock, saved = (program.child(name).geometry() for name in ("focus_clock", "focus_saved"))
        assert clock.right() + 8 <= saved.left()
        assert focus_of(program).veil.unit == "sentence"

    live(qapp, journey, empty_library)


def test_a_file_that_is_no_picture_is_said_in_one_sentence(qapp, empty_library, tmp_path):
    async def journey(program):
        await writing(program)
        wrong = tmp_path / "wrong.png"
        wrong.write_text("no picture")
        program.press(Key.Key_F8)
        program.controller.commands.choose("focus_picture", str(wrong))
        toast = program.window.toast
        await program.until(toast.isVisible, "nothing is said")
        assert toast.text == "This file is no picture that Novelist can read."
        assert not program.child("focus_backdrop").isVisible()

    live(qapp, journey, empty_library)
