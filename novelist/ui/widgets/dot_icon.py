# SPDX-License-Identifier: MIT
"""The dot of a status or label as an icon, for menus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import dot

_RATIO = 2.0


def dot_icon(theme: Theme, hue: str) -> QIcon:
    """A dot of 8 px in that hue, in the middle of the usual icon; without a hue no dot."""
    side = theme.size("icon_row")
    pixmap = QPixmap(round(side * _RATIO), round(side * _RATIO))
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    if hue:
        painter = QPainter(pixmap)
        dot(painter, QPointF(side / 2, side / 2), theme.label_colour(hue))
        painter.end()
    return QIcon(pixmap)
