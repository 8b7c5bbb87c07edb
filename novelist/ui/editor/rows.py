# SPDX-License-Identifier: MIT
"""Where some characters of a block stand on the lines that it is broken into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
        one: float = self.line.cursorToX(self.start)[0]  # type: ignore[index]  # a pair
        other: float = self.line.cursorToX(self.end)[0]  # type: ignore[index]
        return (one, other) if one < other else (other, one)


def rows_of(layout: QTextLayout, start: int, end: int) -> Iterator[Row]:
    """The lines that the characters from ``start`` to ``end`` are on."""
    line = layout.lineForTextPosition(start)
    while line.isValid() and (first := line.textStart()) < end:
        last = first + line.textLength()
        yield Row(line, max(start, first), min(end, last))
        number = line.lineNumber() + 1
        if end <= last or number >= layout.lineCount():
            return
        line = layout.lineAt(number)


def span_between(layout: QTextLayout, top: float, bottom: float) -> tuple[int, int]:
    """The first of the characters on the lines between two heights of the layout, and the last's
    end; lines that only reach in count too.
    """
    lines = range(layout.lineCount())
    first = bisect_left(lines, top, key=lambda number: _bottom(layout.lineAt(number)))
    last = bisect_right(lines, bottom, key=lambda number: layout.lineAt(number).y()) - 1
    if first > last:
        return 0, 0
    end = layout.lineAt(last)
    return layout.lineAt(first).textStart(), end.textStart() + end.textLength()


def _bottom(line: QTextLine) -> float:
    return line.y() + line.height()


def origin_of(block: QTextBlock, area: QRectF) -> QPointF:
    """Where the layout of a block begins, whose lines lie in ``area``."""
    top = block.document().documentLayout().blockBoundingRect(block).top()
    return QPointF(area.left(), area.top() - top + block.layout().position().y())
