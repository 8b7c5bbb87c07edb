# SPDX-License-Identifier: MIT
"""How far one open text has been looked over; what is typed into it is looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock

from novelist.ui.editor.documents import LiveText
from novelist.ui.spelling.word_cache import WordCache

_TO_COME = b"\x01"
_LONG = 1_000  # blocks; of a longer text only what is near is looked at, so many blocks:
_ABOVE, _BELOW = 40, 160


@dataclass
class Waiting:
    """A block with words that nobody has judged yet."""

    block: QTextBlock
    cache: WordCache
    words: set[str]


class TakenIn(QObject):
    """The blocks of one document that are still to be looked at."""

    edited = Signal()
    """Some of them are others now."""

    def __init__(self, live: LiveText, parent: QObject) -> None:
        super().__init__(parent)
        self.document = live.document
        self.underlines = live.underlines
        self.waiting: list[Waiting] = []
        self._to_come = bytearray()
        self.begin()
        self.document.contentsChange.connect(self._on_document_contents_change)

    def begin(self) -> None:
        """Look at everything, once more."""
        self._to_come = bytearray(_TO_COME * self.document.blockCount())

    def look_again_at(self, block: QTextBlock) -> None:
        """Look at one block once more, when its turn comes."""
        number = block.blockNumber() if block.isValid() else -1
        if 0 <= number < len(self._to_come):
            self._to_come[number] = 1

    def next_block(self, first: int) -> QTextBlock | None:
        """The next block to be looked at, from this number on; None when all are."""
        if len(self._to_come) != self.document.blockCount():
            self.begin()
        number = self._next_in(self._to_come, first)
        if number < 0:
            return None
        self._to_come[number] = 0
        return self.document.findBlockByNumber(number)

    def _next_in(self, rest: bytearray, first: int) -> int:
        """The next number from ``first`` on and then from the beginning; -1 where there is none.

        In a very long text only what is near: the rest would be looked at in vain.
        """
        if len(rest) > _LONG:
            return rest.find(_TO_COME, max(first - _ABOVE, 0), first + _BELOW)
        number = rest.find(_TO_COME, first)
        return rest.find(_TO_COME) if number < 0 else number

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        document = self.document
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(position + added)
        end = last_block.blockNumber() + 1 if last_block.isValid() else document.blockCount()
        grown = document.blockCount() - len(self._to_come)
        self._to_come[first : max(end - grown, first)] = _TO_COME * (end - first)
        self.edited.emit()
