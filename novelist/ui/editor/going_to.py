# SPDX-License-Identifier: MIT
"""Going to a place in the text that is open: it is selected and in view, or the caret is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from novelist.ui.editor.codec import position_of

if TYPE_CHECKING:
    from novelist.ui.editor.panel import EditorPanel


def select_place(edit: QTextEdit, block: int, start: int, end: int) -> None:
    """Select some characters of a block (code points of the model), and let them be seen."""
    document = edit.document()
    cursor = QTextCursor(document)
    cursor.setPosition(position_of(document, block, start))
    cursor.setPosition(position_of(document, block, end), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def put_caret(editor: EditorPanel, position: int) -> None:
    """Put the caret there, with nothing selected, over the borders of scenes either.

    So the next key adds something and replaces nothing.
    """
    flow, item_id = editor.flow, editor.current_item_id
    if flow is not None and item_id is not None and flow.selection:
        flow.enter(item_id, position)
    else:
        editor.edit.set_caret_position(position)
