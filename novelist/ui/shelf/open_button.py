# SPDX-License-Identifier: MIT
"""The word “Open” on the cover under the mouse, and on the chosen one: one click there opens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame

_SIDE = 14  # from the edges of the cover
_HEIGHT = 30


def open_button_rect(cover: QRect) -> QRect:
    """Where it stands on a cover."""
    corner = QPoint(cover.left() + _SIDE, cover.bottom() + 1 - _SIDE - _HEIGHT)
    return QRect(corner, QSize(cover.width() - 2 * _SIDE, _HEIGHT))


def paint_open_button(painter: QPainter, theme: Theme, cover: QRect, words: str) -> None:
    """Paint it on a cover, readable over every picture."""
    place, radius = open_button_rect(cover), theme.radius("control")
    fill(painter, place, theme.colour("raised"), radius)
    frame(painter, place, theme.colour("line_button"), radius)
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.colour("text"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
