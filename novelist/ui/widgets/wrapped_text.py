# SPDX-License-Identifier: MIT
"""Interface text on several lines, each as high as its type style says: Qt's labels cannot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"  # a line break inside one text layout


def wrapped_text(
    text: str,
    font: QFont,
    width: float,
    line_height: int,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QTextLayout:
    """The text broken at ``width``; its lines stand ``line_height`` pixels below each other.

    The first baseline is where it centres the font in the first line. Characters of other fonts
    move no line, and a word that is wider than ``width`` is broken too.
    """
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    baseline = _first_baseline(font, line_height)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, baseline - line.ascent()))
        baseline += line_height
    layout.endLayout()
    return layout


def _first_baseline(font: QFont, line_height: int) -> int:
    metrics = QFontMetricsF(font)
    return round((line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
