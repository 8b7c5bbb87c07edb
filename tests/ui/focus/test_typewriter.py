# SPDX-License-Identifier: MIT
"""The line that is written stays at its height: keys move the page, the mouse does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest

from novelist.domain.document import document_of
from novelist.ui.editor.panel import EditorPanel
from novelist.ui.focus.typewriter import Typewriter
from novelist.ui.tasks import Tasks
from tests.ui.editor.conftest import Store

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("clock_stands")
LINES = [f"Paragraph {number} of the tide." for number in range(200)]


@pytest.fixture
def panel(qtbot, theme, icons):
    theme.set_reduced_motion(True)
    owner = QObject()
    panel = EditorPanel(theme, icons, Tasks(owner, pytest.fail), Store().save)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.show_text(1, document_of(*LINES), title="Tide")
    panel.focus_text()
    yield panel
    owner.deleteLater()


@pytest.fixture
def typewriter(panel, theme):
    return Typewriter(panel, theme, panel)


def caret_y(panel):
    return panel.edit.cursorRect().center().y()


def off(panel, typewriter):
    return abs(caret_y(panel) - typewriter.target)


async def test_every_key_keeps_the_line_at_its_height(panel, typewriter):
    typewriter.switch(True, 0.6)
    panel.edit.set_caret_position(2_000)
    assert off(panel, typewriter) <= 1
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Return, Key.Key_PageDown, Key.Key_A):
        QTest.keyClick(panel.edit, key)
        assert off(panel, typewriter) <= 1, key
    await panel.flush()


async def test_the_last_line_reaches_the_height_too_and_the_first_stays_at_the_top(
    panel, typewriter
):
    typewriter.switch(True, 0.3)
    QTest.keyClick(panel.edit, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert off(panel, typewriter) <= 1
    QTest.keyClicks(panel.edit, " And so on.")
    QTest.keyClick(panel.edit, Key.Key_Return)
    assert off(panel, typewriter) <= 1
    QTest.keyClick(panel.edit, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert panel.edit.verticalScrollBar().value() == 0
    await panel.flush()


async def test_a_text_that_grows_beyond_the_screen_loses_no_place(panel, typewriter):
    panel.show_text(2, document_of("One"), title="Ebb")
    typewriter.switch(True, 0.3)
    QTest.keyClick(panel.edit, Key.Key_End)
    for _ in range(40):
        QTest.keyClick(panel.edit, Key.Key_Return)
    assert off(panel, typewriter) <= 1
    await panel.flush()


async def test_the_mouse_moves_nothing_while_it_selects(panel, typewriter):
    typewriter.switch(True, 0.5)
    panel.edit.set_caret_position(2_000)
    scroll = panel.edit.verticalScrollBar().value()
    view = panel.edit.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 120))
    QTest.mouseMove(view, QPoint(90, 60))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    assert panel.edit.verticalScrollBar().value() == scroll
    assert panel.edit.textCursor().hasSelection()
    QTest.keyClick(panel.edit, Key.Key_Right)
    assert off(panel, typewriter) <= 1
    await panel.flush()


async def test_what_is_composed_moves_nothing_until_it_is_committed(panel, typewriter, compose):
    typewriter.switch(True, 0.5)
    panel.edit.set_caret_position(2_000)
    panel.edit.verticalScrollBar().setValue(panel.edit.verticalScrollBar().value() + 100)
    scroll = panel.edit.verticalScrollBar().value()
    compose(panel.edit, "chao")
    assert panel.edit.verticalScrollBar().value() == scroll
    compose(panel.edit, "", "潮")
    assert off(panel, typewriter) <= 1
    await panel.flush()


async def test_switched_off_the_room_is_gone_and_nothing_moves(panel, typewriter):
    most = panel.edit.verticalScrollBar().maximum()
    typewriter.switch(True, 0.3)
    assert panel.edit.verticalScrollBar().maximum() > most
    typewriter.switch(False, 0.3)
    assert panel.edit.verticalScrollBar().maximum() == most
    panel.edit.set_caret_position(2_000)
    scroll = panel.edit.verticalScrollBar().value()
    QTest.keyClick(panel.edit, Key.Key_Up)
    assert panel.edit.verticalScrollBar().value() == scroll
    await panel.flush()


async def test_it_glides_where_motion_is_wanted(panel, typewriter, theme, monkeypatch):
    typewriter.switch(True, 0.5)
    panel.edit.set_caret_position(2_000)
    monkeypatch.setattr(theme, "duration", lambda _name: 120)
    scroll = panel.edit.verticalScrollBar().value()
    QTest.keyClick(panel.edit, Key.Key_Down)
    assert panel.edit.verticalScrollBar().value() == scroll
    await panel.flush()
