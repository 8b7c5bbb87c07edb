# SPDX-License-Identifier: MIT
"""The word that is being typed: nobody is told that it is wrong before it ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument
from shiboken6 import isValid

from novelist.ui.editor.text_edit import ManuscriptEdit


class TypingPlace(QObject):
    """Where the last edit left the caret of one editor, until the caret goes elsewhere."""

    left = Signal(QTextDocument, int)
    """The caret left a word that was spared: its block (the number) can be judged whole."""

    def __init__(self, edit: ManuscriptEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._edit = edit
        self._document: QTextDocument | None = None
        self._length = -1
        self._caret = -1  # where the last edit left it
        self._spared: int | None = None  # the number of the block with a word that is spared
        edit.cursorPositionChanged.connect(self._on_edit_cursor_position_changed)
        edit.focus_left.connect(self._leave)

    def inside(self, block: QTextBlock) -> int | None:
        """Where in the block (Qt's positions) somebody is typing, if anywhere."""
        document = self._edit.document()
        if block.document() is not document:
            return None
        caret = self._edit.textCursor().position()
        length = document.characterCount()  # painting changes the revision, and not this
        if document is not self._document or length != self._length:
            is_other = document is not self._document
            self._document, self._length = document, length
            self._caret = -1 if is_other or not self._edit.hasFocus() else caret
        place = caret - block.position()
        return place if caret == self._caret and 0 <= place < block.length() else None

    def spare(self, block: QTextBlock) -> None:
        """A word of this block is not judged while it is typed."""
        self._spared = block.blockNumber()

    def _on_edit_cursor_position_changed(self) -> None:
        if self._spared is not None and self._edit.textCursor().position() != self._caret:
            self._leave()

    def _leave(self) -> None:
        spared, self._spared, self._caret = self._spared, None, -1
        if spared is not None and self._document is not None and isValid(self._document):
            self.left.emit(self._document, spared)
