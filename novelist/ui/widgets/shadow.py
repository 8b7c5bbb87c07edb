# SPDX-License-Identifier: MIT
"""The shadow of what floats: one small picture a theme, stretched as a nine-patch."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from novelist.ui.theme import Theme

SPREAD = 16
"""How far a shadow reaches beyond the thing, in pixels; leave that much room around it."""

_DROP = 3  # the light comes from above: the shadow is moved down by this share (1/n) of it
_CORE = 8  # stretchable pixels in the middle of the picture


def paint_shadow(
    painter: QPainter, rect: QRect, theme: Theme, radius: int, spread: int = SPREAD
) -> None:
    """Paint the shadow of a rounded rectangle; the thing itself is painted over it."""
    drop = spread // _DROP
    reach = spread - drop
    corner = reach + radius
    patch = _patch(theme.shadow(), radius, reach)
    around = rect.adjusted(-reach, -reach, reach, reach).translated(0, drop)
    for target, source in zip(_cells(around, corner), _cells(patch.rect(), corner), strict=True):
        painter.drawPixmap(target, patch, source)


def _cells(rect: QRect, corner: int) -> list[QRect]:
    """The nine parts of a rectangle: corners of a fixed size, sides and middle that stretch."""
    columns = _spans(rect.left(), rect.width(), corner)
    rows = _spans(rect.top(), rect.height(), corner)
    return [QRect(x, y, width, height) for y, height in rows for x, width in columns]


def _spans(start: int, length: int, corner: int) -> list[tuple[int, int]]:
    middle = max(length - 2 * corner, 0)
    return [(start, corner), (start + corner, middle), (start + corner + middle, corner)]


def _patch(colour: QColor, radius: int, spread: int) -> QPixmap:
    key = f"shadow-{colour.rgba()}-{radius}-{spread}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _draw(colour, radius, spread)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(colour: QColor, radius: int, spread: int) -> QPixmap:
    """Rings laid over each other: the sum falls off like a blur and costs nothing to paint."""
    side = 2 * (spread + radius) + _CORE
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(spread):
        tone = QColor(colour)
        tone.setAlphaF(colour.alphaF() * 2 * (ring + 1) / (spread * (spread + 1)))
        painter.setBrush(tone)
        rect = QRectF(ring, ring, side - 2 * ring, side - 2 * ring)
        painter.drawRoundedRect(rect, radius + spread - ring, radius + spread - ring)
    painter.end()
    return pixmap
