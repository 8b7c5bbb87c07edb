# SPDX-License-Identifier: MIT
"""The few shapes that every painted widget is made of: grounds, frames, hairlines, dots, bars."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """A smooth painter on the widget, ended whatever happens."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def fill(painter: QPainter, rect: QRect | QRectF, colour: QColor, radius: float = 0) -> None:
    """A ground without a frame."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.restore()


def frame(
    painter: QPainter, rect: QRect | QRectF, colour: QColor, radius: float, width: float = 1
) -> None:
    """A frame whose outer edge is the rectangle; ``width`` pixels, sharp on the straight sides."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(radius - half, 0), max(radius - half, 0))
    painter.restore()


def dot(painter: QPainter, centre: QPointF, colour: QColor, diameter: float = 8) -> None:
    """A filled circle: the status of a scene, the end of a drop line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, diameter / 2, diameter / 2)
    painter.restore()


def horizontal_line(
    painter: QPainter, left: float, right: float, top: float, colour: QColor, width: int = 1
) -> None:
    """A hairline: whole pixels of the screen, no smoothing."""
    start, thickness = _on_pixels(painter, QPointF(left, top), width)
    fill(painter, QRectF(left, start.y(), right - left, thickness), colour)


def vertical_line(
    painter: QPainter, top: float, bottom: float, left: float, colour: QColor, width: int = 1
) -> None:
    """A hairline downwards."""
    start, thickness = _on_pixels(painter, QPointF(left, top), width)
    fill(painter, QRectF(start.x(), top, thickness, bottom - top), colour)


def text_line(painter: QPainter, rect: QRect, text: str) -> None:
    """One line of text that begins at the left of the rectangle and ends in an ellipsis if need be.

    Its baseline is that of a ``QLineEdit`` of the same height. Qt itself would centre the line with
    the height of all fonts in it, and Chinese characters would stand lower than Latin letters.
    """
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    top = rect.top() + (rect.height() - metrics.height() + 1) // 2
    painter.drawText(rect.left(), top + metrics.ascent(), shown)


def bar(painter: QPainter, rect: QRectF, share: float, colour: QColor, track: QColor) -> None:
    """A rounded progress bar; ``share`` from 0 to 1, anything above fills it."""
    radius = rect.height() / 2
    fill(painter, rect, track, radius)
    done = QRectF(rect)
    done.setWidth(rect.width() * min(max(share, 0.0), 1.0))
    if done.width() > 0:
        done.setWidth(max(done.width(), rect.height()))
        fill(painter, done, colour, radius)


def _on_pixels(painter: QPainter, point: QPointF, width: int) -> tuple[QPointF, float]:
    """The point moved to a pixel of the screen, and a thickness of whole pixels, at any scale."""
    ratio = painter.device().devicePixelRatioF()
    transform = painter.deviceTransform()
    place = transform.map(point)
    back, _ = transform.inverted()
    snapped = back.map(QPointF(round(place.x()), round(place.y())))
    return snapped, max(int(width * ratio), 1) / ratio
