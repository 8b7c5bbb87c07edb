# SPDX-License-Identifier: MIT
"""Focus mode, sprints and the lock room in the whole program, by keys and the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from novelist.domain.sprint import Goal
from tests.journeys.program import live
from tests.journeys.test_flowing import flowing

Key = Qt.Key


async def writing(program, *, alone=True):
    """A chapter of three scenes with a few words each; the caret at the end of the last."""
    ids = await flowing(program)
    if alone:
        program.press(Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    return ids


def text_of(program):
    """The scene that is written in."""
    return program.page.toPlainText()


def shown(program):
    """What of the window is to be seen, by name."""
    root = program.window.centralWidget()
    names = {w.objectName() for w in root.findChildren(QWidget) if w.isVisible()}
    return {name for name in names if name and not name.startswith(("qt_", "focus_"))}


def sizes(program):
    window, page = program.window, program.workspace.page
    return window.windowState(), window.size(), [w.width() for w in program.workspace.panels()]


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
        await program.saved()
        assert text_of(program) == "The slack deep"

    live(qapp, journey, empty_library)
