# SPDX-License-Identifier: MIT
"""A text field whose caret is two pixels of the accent.

Qt's own caret inverts what is under it, whatever the palette says, so it is switched off.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from novelist.ui.theme import Theme

CARET_WIDTH: Final = 2
_Role = QPalette.ColorRole


class CaretTextEdit(QTextEdit):
    """A frameless QTextEdit on the page, with our caret: it blinks as the system's does, and
    stands still while one types.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_caret_on = True
        self._has_moved = False  # since the last flash
        self._painted_caret = QRect()
        self._shaped = QTextCursor()
        self._blinking = QTimer(self)
        self._blinking.timeout.connect(self._on_blinking_timeout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(0)
        self.cursorPositionChanged.connect(self.show_caret)
        theme.theme_changed.connect(self.follow_theme)
        self.follow_theme()

    def setDocument(self, document: QTextDocument) -> None:
        """Edit another text; Qt's own caret, which is the layout's, is none in it either."""
        super().setDocument(document)
        self.setCursorWidth(0)

    def follow_theme(self) -> None:
        """Take the colours of the theme in use."""
        palette = self._theme.palette("page")
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, _Role.Highlight, self._theme.colour("text_select"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # a style sheet of the application keeps its own

    def showEvent(self, event: QShowEvent) -> None:
        """Take the colours again: where it was put meanwhile, Qt may have given it others."""
        if self.viewport().palette().color(_Role.Base) != self._theme.colour("page"):
            CaretTextEdit.follow_theme(self)
        super().showEvent(event)

    def caret_rect(self) -> QRect:
        """Where the caret is painted, in the viewport."""
        rect = self.cursorRect()
        left = min(rect.left(), self.viewport().width() - CARET_WIDTH)
        return QRect(max(left, 0), rect.top(), CARET_WIDTH, rect.height())

    def show_caret(self) -> None:
        """Show the caret now and let it stand for one flash."""
        self._is_caret_on = self._has_moved = True
        if not self._blinking.isActive():  # to start it anew takes longer than to let it run
            flash = QGuiApplication.styleHints().cursorFlashTime()
            if self.hasFocus() and flash > 1:
                self._blinking.start(flash // 2)
        self._keep_shaped()
        self._repaint_caret()

    def _keep_shaped(self) -> None:
        """Let Qt keep the shapes of the letters around the caret.

        It forgets them once lines are broken and once they are painted; what asks with each key
        where the caret or a word stands would have the paragraph shaped anew each time.
        """
        here = self.textCursor()
        layout = here.block().layout()
        if layout.cacheEnabled():
            return
        if not self._shaped.isNull():
            self._shaped.block().layout().setCacheEnabled(False)
        layout.setCacheEnabled(True)
        here.setPosition(here.block().position())
        here.setKeepPositionOnInsert(True)
        self._shaped = here

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then the caret over it."""
        super().paintEvent(event)
        if not (self._is_caret_on and self.hasFocus()) or self.isReadOnly():
            return
        self._painted_caret = self.caret_rect()
        painter = QPainter(self.viewport())
        painter.fillRect(self._painted_caret, self._theme.colour("caret"))
        painter.end()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose; the caret follows inside the composition."""
        super().inputMethodEvent(event)
        self.show_caret()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the caret away."""
        super().focusOutEvent(event)
        self._blinking.stop()
        self._repaint_caret()

    def _on_blinking_timeout(self) -> None:
        if self._has_moved:  # it stands for one flash at least
            self._has_moved = False
            return
        self._is_caret_on = not self._is_caret_on
        self._repaint_caret()

    def _repaint_caret(self) -> None:
        self.viewport().update(self._painted_caret)
        self.viewport().update(self.caret_rect())
