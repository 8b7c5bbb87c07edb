# SPDX-License-Identifier: MIT
"""Readings over the letters: 注音, furigana. Painted into the room above the line.

Where a reading is wider than its letters, these are set apart in the layout alone, as the gap
beside Latin letters is: nothing of it is in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextCharFormat,
)

from novelist.domain.document import RUBY
from novelist.ui.editor.colouring import Part
from novelist.ui.editor.marked_letters import marked_letters
from novelist.ui.editor.properties import marks_from
from novelist.ui.editor.rows import Row, origin_of, rows_of
from novelist.ui.theme import Theme

_SIZE: Final = 0.5  # of the text
_SMALLEST: Final = 8
_AIR: Final = 2.0  # pixels between two readings
_NAMED: Final = f'"{RUBY}"'


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading and where its letters stand in the block (Qt's positions)."""

    start: int
    end: int
    words: str


def readings(block: QTextBlock) -> list[Reading]:
    """Those of a block, in order; neighbouring letters with the same one share it."""
    found: list[Reading] = []
    for start, length, key in marked_letters(block):
        if _NAMED not in key:
            continue
        words = next((mark.value for mark in marks_from(key) if mark.name == RUBY), "")
        last = found[-1] if found else None
        if last is not None and last.end == start and last.words == words:
            found[-1] = Reading(last.start, start + length, words)
        elif words:
            found.append(Reading(start, start + length, words))
    return found


class RubyLayer:
    """Sets letters apart whose reading is wider than they are."""

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """The letters of a block that need more room."""
        found = readings(block)
        if not found:
            return
        font = block.document().defaultFont()
        letters, small = QFontMetricsF(font), QFontMetricsF(_small(font))
        for reading in found:
            base = block.text().encode("utf-16-le", "surrogatepass")
            piece = base[2 * reading.start : 2 * reading.end].decode("utf-16-le", "replace")
            width = letters.horizontalAdvance(piece)
            missing = small.horizontalAdvance(reading.words) + _AIR - width
            if missing > 0 and piece:
                yield Part(reading.start, reading.end - reading.start, _apart(missing / len(piece)))


def paint_readings(painter: QPainter, block: QTextBlock, area: QRectF, theme: Theme) -> None:
    """Draw the readings of a block whose lines lie in ``area``."""
    found = readings(block)
    if not found:
        return
    layout, shift = block.layout(), origin_of(block, area)
    painter.setFont(_small(block.document().defaultFont()))
    painter.setPen(theme.colour("text_2"))
    for reading in found:
        first = next(rows_of(layout, reading.start, reading.end), None)
        if first is not None:  # on two lines it stands over the first
            _paint(painter, first, shift, reading.words)


def _paint(painter: QPainter, row: Row, shift: QPointF, words: str) -> None:
    """One reading over its letters, or those of them that are on one line."""
    left, right = row.edges
    metrics = QFontMetricsF(painter.font())
    width = metrics.horizontalAdvance(words)
    middle = (left + right) / 2
    x = max(shift.x() + middle - width / 2, shift.x())
    baseline = shift.y() + row.line.y() + row.line.ascent() - _height_of_letters(painter.font())
    painter.drawText(QPointF(x, baseline - metrics.descent() / 2), words)


def _height_of_letters(small: QFont) -> float:
    """How high the letters below stand over their line: Han fill their em, others less."""
    return small.pixelSize() / _SIZE * 0.88


def _small(font: QFont) -> QFont:
    result = QFont(font)
    result.setPixelSize(max(round(font.pixelSize() * _SIZE), _SMALLEST))
    return result


def _apart(pixels: float) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    result.setFontLetterSpacing(round(pixels, 1))
    return result
