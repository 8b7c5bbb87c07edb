# SPDX-License-Identifier: MIT
"""Several lines of plain text on a page: Esc is the page's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.text_area import TextArea


class NoteArea(TextArea):
    """A ``TextArea`` that lets Esc through, and may be higher than what is written in it."""

    inset = 8
    """Air between the frame and the words (see ``PropertyRow``)."""
    least = 0
    """Pixels that it is high at least."""

    def __init__(self, theme: Theme, colour: str, parent: QWidget) -> None:
        super().__init__(theme, colour, parent)
        layout = self.layout()
        assert layout is not None
        layout.setAlignment(self.editor, Qt.AlignmentFlag.AlignTop)

    def set_air(self, side: int, above: int) -> None:
        """Pixels around the words."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(side, above, side, above)

    def sizeHint(self) -> QSize:
        """Qt: room for what is written, and for what is to be written."""
        return super().sizeHint().expandedTo(QSize(0, self.least))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.least))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: below the words one goes on writing."""
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the focus."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            return False
        return super().eventFilter(watched, event)
