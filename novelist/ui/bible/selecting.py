# SPDX-License-Identifier: MIT
"""Some characters of a field, selected with the keyboard there; they are code points."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from novelist.ui.utf16 import units

_REASON = Qt.FocusReason.OtherFocusReason


def select_in_field(field: QLineEdit, start: int, end: int) -> None:
    """Select characters of one line."""
    text = field.text()
    field.setFocus(_REASON)
    field.setSelection(units(text[:start]), units(text[start:end]))


def select_in_text(editor: QTextEdit, start: int, end: int) -> None:
    """Select characters of several lines; with the focus its form brings them into view."""
    text = editor.toPlainText()
    editor.setFocus(_REASON)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(units(text[:start]))
    cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
