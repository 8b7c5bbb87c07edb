# SPDX-License-Identifier: MIT
"""The sentence that is being said, on a ground of its own."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from novelist.ui.editor.colouring import Layers, Part
from novelist.ui.theme import Theme


class SpokenLayer:
    """Shows one stretch of one text; it moves with the letters around."""

    def __init__(self, theme: Theme, layers: Layers) -> None:
        self._theme, self._layers = theme, layers
        self._cursor: QTextCursor | None = None
        self._is_laid = False

    def show(self, document: QTextDocument, start: int, end: int) -> None:
        """Show this stretch and no other."""
        self._repaint_after(QTextCursor(document))
        assert self._cursor is not None
        self._cursor.setPosition(start)
        self._cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if not self._is_laid:
            self._is_laid = True
            self._layers.add(self)
        self._repaint()

    def clear(self) -> None:
        """Show nothing."""
        self._repaint_after(None)
        if self._is_laid:
            self._is_laid = False
            self._layers.remove(self)

    def parts(self, block: QTextBlock) -> list[Part]:
        """The part of the stretch that lies in the block."""
        cursor = self._cursor
        if cursor is None or cursor.document() is not block.document():
            return []
        start = max(cursor.selectionStart() - block.position(), 0)
        end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
        if start >= end:
            return []
        ground = QTextCharFormat()
        ground.setBackground(self._theme.colour("find"))
        return [Part(start, end - start, ground)]

    def _repaint_after(self, cursor: QTextCursor | None) -> None:
        former, self._cursor = self._cursor, cursor
        if former is not None and not former.isNull() and self._is_laid:  # its text may be gone
            self._tell(former)

    def _repaint(self) -> None:
        if self._cursor is not None:
            self._tell(self._cursor)

    def _tell(self, cursor: QTextCursor) -> None:
        document = cursor.document()
        number = document.findBlock(cursor.selectionStart()).blockNumber()
        self._layers.block_changed.emit(document, number)
