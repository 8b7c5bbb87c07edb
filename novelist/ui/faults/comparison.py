# SPDX-License-Identifier: MIT
"""A text to be read, with what differs from another one marked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from novelist.domain.comparing.diff import Diff, compare
from novelist.domain.document import Document
from novelist.ui.editor.atoms import AtomPainter
from novelist.ui.editor.justifying import justify_in
from novelist.ui.editor.letter_room import set_apart
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.styles import PageStyle
from novelist.ui.history.diff_text import DiffText
from novelist.ui.theme import Theme

_MARGIN: Final = 16


class ComparisonView(QTextEdit):
    """What is in one text and not in the other is marked as added or struck through.

    It is set as the page and the history set it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Diff, str] | None = None
        self.settings = PageSettings()
        self.setObjectName("comparison")
        self.setReadOnly(True)
        self.setCursorWidth(0)  # Qt's own caret: one pixel of whatever is under it, inverted
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        AtomPainter(theme, self).attend(self.document())
        theme.lay_ground(self, "raised")
        theme.theme_changed.connect(self._show)

    def show_texts(self, old: Document, new: Document, language: str) -> None:
        """Show ``new``, with what it lacks of ``old`` struck through."""
        self.show_diff(compare(old, new), language)

    def show_diff(self, diff: Diff, language: str) -> None:
        """Show a comparison that was made already."""
        self._shown = (diff, language)
        self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        diff, language = self._shown
        self.clear()
        self.document().setDefaultFont(self._theme.book_font(language))
        self._lay_out()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        gap = replace(self.settings, zoom=1.0).gap(language)
        for _ in DiffText(diff, PageStyle.of(language), self._theme).write(cursor):
            set_apart(cursor.block(), gap)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._shown is None:
            return
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        column = min(PageStyle.of(self._shown[1]).measure + 2 * _MARGIN, room)
        self.setViewportMargins((room - column) // 2, 0, 0, 0)
        justify_in(self.document(), column - 2 * _MARGIN)
        self.setLineWrapColumnOrWidth(column)
