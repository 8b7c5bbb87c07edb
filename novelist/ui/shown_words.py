# SPDX-License-Identifier: MIT
"""Other words shown in a field of several lines, while the caret stays in its sentence."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from novelist.domain.comparing.common_ends import common_ends
from novelist.ui.steps_beyond import has_own_steps
from novelist.ui.utf16 import units


def show_words(field: QPlainTextEdit | QTextEdit, words: str) -> None:
    """Replace only what differs.

    Where nothing was typed in the field it is no step of the field: only typing is undone there.
    """
    had_steps = has_own_steps(field)
    old = field.toPlainText()
    start, tail = common_ends(old, words)
    cursor = QTextCursor(field.document())
    cursor.setPosition(units(old[:start]))
    cursor.setPosition(units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words[start : len(words) - tail])
    if not had_steps:
        field.document().clearUndoRedoStacks()
