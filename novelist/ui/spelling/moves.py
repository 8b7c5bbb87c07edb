# SPDX-License-Identifier: MIT
"""From one misspelt word of a scene to the next, round and round."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.spelling.checking import Checking
from novelist.ui.spelling.layer import Misspelt


class Moves(QObject):
    """Selects the misspelt word after or before the caret."""

    none_found = Signal()
    """There is no misspelt word in the whole scene."""

    def __init__(self, checking: Checking, edit: ManuscriptEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._checking, self._edit = checking, edit

    async def go(self, step: int) -> None:
        """To the next one, or with -1 to the one before. Raises ``SpellerError``."""
        document = self._edit.document()
        cursor = self._edit.textCursor()
        place = cursor.selectionEnd() if step > 0 else cursor.selectionStart()
        start = document.findBlock(place)
        for turn, block in enumerate(self._blocks_from(start, step)):
            words = await self._checking.judge_block(block)
            if self._edit.document() is not document:
                return  # another scene is shown by now
            found = [word for word in words if self._is_beyond(word, block, place, step, turn)]
            if found:
                self._select(block, found[0 if step > 0 else -1])
                return
        self.none_found.emit()

    def _blocks_from(self, start: QTextBlock, step: int) -> Iterator[QTextBlock]:
        """All blocks of the document and the first one again, in the order of going."""
        document = start.document()
        count, first = document.blockCount(), start.blockNumber()
        for turn in range(count + 1):
            yield document.findBlockByNumber((first + step * turn) % count)

    def _is_beyond(
        self, word: Misspelt, block: QTextBlock, place: int, step: int, turn: int
    ) -> bool:
        """In the first block only what lies behind the caret counts, at the end all of it."""
        if turn > 0:
            return True
        start = block.position() + word.start
        return start >= place if step > 0 else start + word.length <= place

    def _select(self, block: QTextBlock, word: Misspelt) -> None:
        cursor = QTextCursor(block)
        start = block.position() + word.start
        cursor.setPosition(start)
        cursor.setPosition(start + word.length, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
