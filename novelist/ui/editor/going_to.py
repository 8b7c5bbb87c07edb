# SPDX-License-Identifier: MIT
"""Going to a place in the text that is open: it is selected, and in view."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from novelist.ui.editor.codec import position_of


def select_place(edit: QTextEdit, block: int, start: int, end: int) -> None:
    """Select some characters of a block (code points of the model), and let them be seen."""
    document = edit.document()
    cursor = QTextCursor(document)
    cursor.setPosition(position_of(document, block, start))
    cursor.setPosition(position_of(document, block, end), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
