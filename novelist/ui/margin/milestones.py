# SPDX-License-Identifier: MIT
"""Where in an open text every so many words are full; counted when nobody types."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from novelist.domain.milestones import full_at, offsets
from novelist.ui.editor.codec import blocks_from, position_of
from novelist.ui.editor.counts import count_block

WAIT: Final = 400  # milliseconds after the last change
_SLICE: Final = 0.003  # seconds that counting may keep the window waiting at a time


class Milestones(QObject):
    """Those of one document; ``found`` when they are others now."""

    found = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._before, self._every = 0, 0
        self._known: dict[str, int] = {}  # words by paragraph
        self.places: list[tuple[int, int]] = []  # Qt's position, and what is full there
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._begin)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._go_on)
        document.contentsChanged.connect(self._timer.start)
        document.contentsChanged.connect(self._more.stop)

    def count(self, before: int, every: int) -> None:
        """Mark every so many words, with so many before the first one of this text."""
        if (before, every) != (self._before, self._every):
            self._before, self._every = before, every
            self._begin()

    def _begin(self) -> None:
        """Count in later turns of the loop: whoever asks may be painting."""
        self._steps = self._find()
        self._more.start()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE
        for _ in self._steps:
            if time.monotonic() > until:
                self._more.start()
                return

    def _find(self) -> Iterator[None]:
        words, every = self._before, self._every
        known, former = {}, self._known
        places: list[tuple[int, int]] = []
        for block in blocks_from(self._document.firstBlock()):
            text = block.text()
            here = known[text] = former[text] if text in former else count_block(block).words
            full = full_at(words, here, every)
            if full:
                inside = offsets(text, [each - words for each in full])
                for offset, each in zip(inside, full, strict=True):
                    number = block.blockNumber()
                    places.append((position_of(self._document, number, offset), each))
            words += here
            yield
        self._known = known
        if places != self.places:
            self.places = places
            self.found.emit()
