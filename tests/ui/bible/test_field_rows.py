# SPDX-License-Identifier: MIT
"""Rows of a name and a value."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.entities import EntityField
from novelist.ui.bible.field_rows import FieldRows

WANTS, FEARS = EntityField("Wants", "to be believed"), EntityField("Fears", "the ledger")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def fields(qtbot, theme, icons):
    fields = FieldRows(theme, icons, None, column=104)
    fields.resize(400, 300)
    fields.show()
    fields.activateWindow()
    qtbot.waitUntil(fields.isActiveWindow)
    yield fields
    fields.close()
    fields.deleteLater()


def test_what_is_shown_is_told_to_nobody(qtbot, fields):
    with qtbot.assertNotEmitted(fields.value_changed):
        fields.set_value((WANTS, FEARS))
    assert fields.value() == (WANTS, FEARS)


def test_a_row_in_which_nothing_is_written_is_no_field(fields):
    fields.set_value((WANTS,))
    fields.add_row()
    fields.add_row()
    assert len(fields.rows) == 2
    assert fields.value() == (WANTS,)
    QTest.keyClicks(QApplication.focusWidget(), "Fears")
    assert fields.value() == (WANTS, EntityField("Fears", ""))


def test_backspace_in_an_empty_row_removes_it(fields):
    fields.set_value((WANTS,))
    fields.add_row()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert [row.field for row in fields.rows] == [WANTS]


def test_a_row_moves_with_its_caret_as_far_as_there_are_rows(qtbot, fields):
    fields.set_value((WANTS, FEARS))
    row = fields.rows[1]
    row.name.setFocus()
    with qtbot.waitSignal(fields.value_changed):
        QTest.keyClick(row.name, Qt.Key.Key_Up, ALT)
    with qtbot.assertNotEmitted(fields.value_changed):
        QTest.keyClick(row.name, Qt.Key.Key_Up, ALT)
    assert fields.value() == (FEARS, WANTS)
    assert row.name.hasFocus()
    QTest.keyClick(row.name, Qt.Key.Key_Tab)
    assert row.value.editor.hasFocus()


def test_what_others_change_leaves_carets_and_compositions_alone(fields):
    fields.set_value((WANTS, FEARS))
    editor = fields.rows[0].value.editor
    editor.setFocus()
    QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    fields.set_value((EntityField("Wants", "something else"), EntityField("Fears", "nothing")))
    assert fields.rows[0].value.editor.toPlainText() == "to be believed"
    assert fields.rows[1].value.editor.toPlainText() == "nothing"
    fields.finish_composition()
    assert "ni" in fields.value()[0].value


def test_another_entity_finds_nothing_to_take_back(fields):
    fields.set_value((WANTS,))
    QTest.keyClicks(fields.rows[0].value.editor, "x")
    fields.clear()
    fields.set_value((WANTS,))
    assert not fields.rows[0].value.editor.document().isUndoAvailable()
