# SPDX-License-Identifier: MIT
"""A text to be read, with what differs from another one marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from novelist.domain.diff import Change, Diff, compare
from novelist.domain.document import Document
from novelist.ui.theme import Theme

_MARGIN = 12
_COLOURS = {Change.ADDED: "diff_add", Change.REMOVED: "diff_del"}


class ComparisonView(QTextEdit):
    """What is in one text and not in the other is marked as added or struck through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Diff, str] | None = None
        self.setObjectName("comparison")
        self.setReadOnly(True)
        self.setCursorWidth(0)  # Qt's own caret: one pixel of whatever is under it, inverted
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
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
        self.document().setDefaultFont(self._theme.book_font(language, 15))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for span in diff.spans:
            cursor.insertText(span.text, self._format(span.change))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, change: Change) -> QTextCharFormat:
        made = QTextCharFormat()
        stem = _COLOURS.get(change)
        made.setForeground(self._theme.colour(f"{stem}_text" if stem else "text"))
        if stem:
            made.setBackground(self._theme.colour(stem))
            made.setFontStrikeOut(change is Change.REMOVED)
        return made
