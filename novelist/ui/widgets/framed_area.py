# SPDX-License-Identifier: MIT
"""Several lines of plain text in a form: framed at rest too, as the fields beside it are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.text_area import TextArea

_SIDE, _TOP = 11, 6  # the air in a field


class FramedArea(TextArea):
    """A ``TextArea`` that looks like a field."""

    def __init__(self, theme: Theme, colour: str, parent: QWidget) -> None:
        super().__init__(theme, colour, parent)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        layout.setAlignment(self.editor, Qt.AlignmentFlag.AlignTop)  # also where it is taller

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: below the text it is written on at the end."""
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: ground and border of a field."""
        theme, focused = self._theme, self.editor.hasFocus()
        radius, colour = theme.radius("control"), "focus" if focused else "line_control"
        with painting(self) as painter:
            fill(painter, self.rect(), theme.colour("raised"), radius)
            frame(painter, self.rect(), theme.colour(colour), radius, 2 if focused else 1)
