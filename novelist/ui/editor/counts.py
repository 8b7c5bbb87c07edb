# SPDX-License-Identifier: MIT
"""How long the scene is, always: only the blocks that changed are counted again."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock

from novelist.domain.counting import ZERO, Counts, count
from novelist.ui.editor.codec import read_block
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.properties import LINE_SEPARATOR, OBJECT_CHARACTER

WAIT: Final = 150  # milliseconds after a change or a text was shown until it is counted
_SLICE: Final = 0.012  # seconds that counting may keep the window waiting at a time


class SceneCounter(QObject):
    """Counts one text: ``counts_changed`` comes a moment after it was shown or edited."""

    counts_changed = Signal(int, object)
    """The item's id and its ``Counts``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text: LiveText | None = None
        self._blocks: list[Counts | None] = []  # one a block; None: to be counted
        self._first = 0  # all blocks before this one are counted
        self._total = ZERO
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self.count_some)

    def show(self, text: LiveText | None) -> None:
        """Count this text from now on, instead of the last one."""
        if text is self._text:
            return
        if self._text is not None:
            self._text.document.contentsChange.disconnect(self._on_document_contents_change)
        self._text = text
        self._waiting.stop()
        if text is not None:
            text.document.contentsChange.connect(self._on_document_contents_change)
            self._blocks = [None] * text.document.blockCount()
            self._first, self._total = 0, ZERO
            self._waiting.start(WAIT)

    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._text is None:
            return
        document = self._text.document
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(position + added)
        last = last_block.blockNumber() if last_block.isValid() else document.blockCount() - 1
        grown = document.blockCount() - len(self._blocks)
        self._forget(first, last + 1 - grown, last + 1)
        self._waiting.start(WAIT)

    def _forget(self, first: int, old_end: int, new_end: int) -> None:
        """The blocks from ``first`` to ``old_end`` are now those up to ``new_end``."""
        for counts in self._blocks[first:old_end]:
            if counts is not None:
                self._total -= counts
        self._blocks[first:old_end] = [None] * (new_end - first)
        self._first = min(self._first, first)

    def count_some(self) -> None:
        """Count for a moment; when all is counted, say so, else go on when the window is idle."""
        if self._text is None:
            return
        if self._text.is_composing:
            self._waiting.start(WAIT)
        elif self._count_slice(self._text):
            self.counts_changed.emit(self._text.item_id, self._total)
        else:
            self._waiting.start(0)

    def count_now(self) -> None:
        """Count all that is to be counted at once."""
        while self._text is not None and not self._count_slice(self._text):
            pass
        self.count_some()

    def _count_slice(self, text: LiveText) -> bool:
        """Count what is to be counted; False when the time was up before the end."""
        until = time.monotonic() + _SLICE
        document = text.document
        if len(self._blocks) != document.blockCount():
            self._blocks, self._total, self._first = [None] * document.blockCount(), ZERO, 0
        block = document.findBlockByNumber(self._first)
        for number in range(self._first, len(self._blocks)):
            if self._blocks[number] is None:
                counts = count_block(block)
                self._blocks[number] = counts
                self._total += counts
                if time.monotonic() > until:
                    self._first = number + 1
                    return False
            block = block.next()
        self._first = len(self._blocks)
        return True


def count_block(block: QTextBlock) -> Counts:
    """The counts of one block, as ``count_document`` would have them."""
    text = block.text()
    if OBJECT_CHARACTER in text or LINE_SEPARATOR in text:
        return count(read_block(block).plain_text)
    return count(text)
