# SPDX-License-Identifier: MIT
"""What is seen under the mouse while rows are dragged: a small card beside the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPixmap

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame
from novelist.ui.widgets.shadow import SPREAD, paint_shadow

HOT_SPOT = QPoint(SPREAD - 12, SPREAD - 4)
"""The pointer is above and left of the card, which never hides the place of the drop."""

_WIDEST = 200
_UNBLENDED = ("xcb", "offscreen", "minimal")  # where nobody may mix a window with what is below
_CENTRE = Qt.AlignmentFlag.AlignVCenter


def drag_card(theme: Theme, title: str, count: int, ratio: float) -> QPixmap:
    """The title of the first row and, of several, how many there are."""
    pad, font, small = theme.space("m"), theme.font("body"), theme.figures_font("small")
    number = str(count) if count > 1 else ""
    figures = QFontMetrics(small).horizontalAdvance(number)
    beside = figures + theme.space("s") if number else 0
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, _WIDEST - beside)
    width = metrics.horizontalAdvance(shown) + beside + 2 * pad
    card = QRect(SPREAD, SPREAD, width, theme.size("row"))
    pixmap = QPixmap((card.size() + QSize(2 * SPREAD, 2 * SPREAD)) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _paint_card(painter, theme, card)
    inner = card.adjusted(pad, 0, -pad, 0)
    _write(painter, theme, inner, shown, font, "text", Qt.AlignmentFlag.AlignLeft)
    _write(painter, theme, inner, number, small, "text_3", Qt.AlignmentFlag.AlignRight)
    painter.end()
    return pixmap


def _paint_card(painter: QPainter, theme: Theme, card: QRect) -> None:
    radius = theme.radius("card")
    if QGuiApplication.platformName() not in _UNBLENDED:
        paint_shadow(painter, card, theme, radius)
    fill(painter, card, theme.colour("raised"), radius)
    frame(painter, card, theme.colour("line"), radius)


def _write(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    text: str,
    font: QFont,
    colour: str,
    side: Qt.AlignmentFlag,
) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    painter.drawText(room, _CENTRE | side, text)
