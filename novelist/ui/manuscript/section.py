# SPDX-License-Identifier: MIT
"""One scene of the flowing text: what stands over it, its words once loaded, its height."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.picture_painting import room_of_block

STEP: Final = 20_000  # characters that are laid out at one go, some ten milliseconds
_Hit = Qt.HitTestAccuracy.FuzzyHit


@dataclass(frozen=True)
class FlowScene:
    """What the flow shows of one item besides its text."""

    item_id: int
    title: str
    """What it is called; "" where it has no title of its own."""
    heading: str = ""
    """The chapter that begins with it, as the book names it."""
    synopsis: str = ""
    count: str = ""
    """How long it is, in words for people."""
    characters: int = 0
    status: str = ""
    """The colour of its status; "" for none."""


class Section:
    """One scene as it lies on the page. Heights are in pixels."""

    def __init__(self, scene: FlowScene) -> None:
        self.scene = scene
        self.live: LiveText | None = None
        self.head = 0
        self.text = 0
        self.known = 0  # of the height of the text: what was measured by now
        self.is_measured = False
        self._measured_to = 0  # characters whose lines are known

    @property
    def item_id(self) -> int:
        """The item whose text it is."""
        return self.scene.item_id

    @property
    def first_line(self) -> float:
        """How far below the edge of its document the text begins."""
        return self._rect(self._document.firstBlock()).top()

    @property
    def is_unmeasured(self) -> bool:
        """Whether its text is there and its height only guessed."""
        return self.live is not None and not self.is_measured

    def forget_measure(self) -> None:
        """Its lines break otherwise now; the height stays a guess until it is measured again."""
        self.is_measured, self._measured_to, self.known = False, 0, 0

    def measure(self) -> None:
        """Lay out the text, or the next part of a very long one, and take its height."""
        document = self._document
        end = document.characterCount() - 1
        self._measured_to = min(self._measured_to + STEP, end)
        until = document.findBlock(self._measured_to)
        if not until.next().isValid():
            self._measured_to, until = end, document.lastBlock()
        height = self._rect(until).bottom() - self.first_line
        self.is_measured = self._measured_to == end
        self.known = math.ceil(height)
        if self.is_measured:
            self.text = self.known
        else:
            rest = (end - self._measured_to) / max(self._measured_to, 1)
            self.text = math.ceil(height * (1 + rest))

    def position_at(self, x: float, y: float) -> int:
        """The place in the text nearest to a point; ``y`` is measured from the first line."""
        hit = self._document.documentLayout().hitTest(QPointF(x, self.first_line + y), _Hit)
        return max(hit, 0)

    def line_at(self, position: int) -> QRectF:
        """The line that holds a place in the text; ``top()`` is measured from the first line."""
        block = self._document.findBlock(position)
        rect = self._rect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return rect.translated(0, -self.first_line)
        x = float(line.cursorToX(position - block.position())[0])  # type: ignore[index]  # a pair
        top = block.layout().position().y() + line.y() - self.first_line
        return QRectF(x, top, 1, line.height())

    @property
    def _document(self) -> QTextDocument:
        assert self.live is not None
        return self.live.document

    def _rect(self, block: QTextBlock) -> QRectF:
        return room_of_block(block)
