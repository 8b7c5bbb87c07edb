# SPDX-License-Identifier: MIT
"""The dot of a status or label as an icon, for menus."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import dot

_RATIO = 2.0


def dot_icon(theme: Theme, hue: str) -> QIcon:
    """A dot of 8 px in that hue, in the middle of the usual icon; without a hue no dot."""
    colour = theme.label_colour(hue).rgba() if hue else None
    return _drawn(theme.size("icon_row"), colour)


@lru_cache(maxsize=64)
def _drawn(side: int, colour: int | None) -> QIcon:
    """``side`` in pixels; ``colour`` as ``QColor.rgba`` has it, None for no dot."""
    pixmap = QPixmap(round(side * _RATIO), round(side * _RATIO))
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    if colour is not None:
        painter = QPainter(pixmap)
        dot(painter, QPointF(side / 2, side / 2), QColor.fromRgba(colour))
        painter.end()
    return QIcon(pixmap)
