# SPDX-License-Identifier: MIT
"""How far one open text has been looked over, whatever is typed into it meanwhile."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.ui.spelling.word_cache import WordCache

_NOT_YET = b"\x01"
_MANY = 60  # blocks; more than that at once (a whole text was put in) are looked at in slices
_LONG = 1_000  # blocks; of a longer text only what is near is looked at, so many blocks:
_ABOVE, _BELOW = 40, 160


@dataclass
class Waiting:
    """A block with words that nobody has judged yet."""

    block: QTextBlock
    cache: WordCache
    words: set[str]


class TakenIn(QObject):
    """The blocks of one document that are still to be looked at, or to be painted anew."""

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.waiting: list[Waiting] = []
        self.due: deque[QTextBlock] = deque()
        self._not_yet: bytearray | None = None
        self._asked = (-1, 0)  # revision of the document, blocks asked for at once
        self.begin()
        document.contentsChange.connect(self._on_document_contents_change)

    def begin(self) -> None:
        """Look at everything, once more."""
        self._not_yet = bytearray(_NOT_YET * self.document.blockCount())

    def is_to_come(self, block: QTextBlock) -> bool:
        """Whether the block will be looked at yet."""
        if self._not_yet is None:
            revision, many = self._asked
            now = self.document.revision()
            self._asked = (now, many + 1 if now == revision else 1)
            if many < _MANY:
                return False
            self.begin()
        rest = self._not_yet or b""
        number = block.blockNumber()
        return number >= len(rest) or bool(rest[number])

    def rest(self) -> None:
        """What is asked for from now on is asked for at another time."""
        self._asked = (-1, 0)

    def next_block(self, first: int) -> QTextBlock | None:
        """The next block to be looked at, from this number on; None when all are."""
        if self._not_yet is None:
            return None
        if len(self._not_yet) != self.document.blockCount():
            self.begin()
        number = self._next_in(self._not_yet, first)
        if number < 0:
            if _NOT_YET not in self._not_yet:
                self._not_yet = None
            return None
        self._not_yet[number] = 0
        return self.document.findBlockByNumber(number)

    def _next_in(self, rest: bytearray, first: int) -> int:
        """The next number from ``first`` on and then from the beginning; -1 where there is none.

        In a very long text only what is near: Qt places all that is below a block anew when its
        lines change.
        """
        if len(rest) > _LONG:
            return rest.find(_NOT_YET, max(first - _ABOVE, 0), first + _BELOW)
        number = rest.find(_NOT_YET, first)
        return rest.find(_NOT_YET) if number < 0 else number

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._not_yet is None:
            return  # the layer is asked for what was edited
        document = self.document
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(position + added)
        end = last_block.blockNumber() + 1 if last_block.isValid() else document.blockCount()
        grown = document.blockCount() - len(self._not_yet)
        self._not_yet[first : max(end - grown, first)] = _NOT_YET * (end - first)
