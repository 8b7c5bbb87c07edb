# SPDX-License-Identifier: MIT
"""Where some characters of a block stand on the lines that it is broken into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine


class Row(NamedTuple):
    """Those of the characters that are on one line."""

    line: QTextLine
    start: int
    """Qt's position inside the block."""
    end: int

    @property
    def edges(self) -> tuple[float, float]:
        """Left and right, as the layout has it, whichever way the words run."""
        one, other = (float(self.line.cursorToX(at)[0]) for at in (self.start, self.end))  # type: ignore[index]  # a pair
        return min(one, other), max(one, other)


def rows_of(layout: QTextLayout, start: int, end: int) -> Iterator[Row]:
    """The lines that the characters from ``start`` to ``end`` are on."""
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        last = line.textStart() + line.textLength()
        yield Row(line, max(start, line.textStart()), min(end, last))
        number = line.lineNumber() + 1
        if number >= layout.lineCount():
            return
        line = layout.lineAt(number)


def origin_of(block: QTextBlock, area: QRectF) -> QPointF:
    """Where the layout of a block begins, whose lines lie in ``area``."""
    top = block.document().documentLayout().blockBoundingRect(block).top()
    return QPointF(area.left(), area.top() - top + block.layout().position().y())
