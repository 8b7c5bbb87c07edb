# SPDX-License-Identifier: MIT
"""A slider in our own dress: a thin track, the chosen part in accent, a round knob."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.focus_ring import RING_PROPERTY
from novelist.ui.widgets.painting import dot, fill, painting

_KNOB: Final = 16
_TRACK: Final = 4
_WIDTH: Final = 160


class StepSlider(QSlider):
    """A horizontal slider over a few whole steps; a press on the track goes there."""

    def __init__(self, theme: Theme, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setRange(0, steps - 1)
        self.setPageStep(1)
        self.setProperty(RING_PROPERTY, True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as a thing to be clicked."""
        return QSize(_WIDTH, self._theme.size("target_min"))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, chosen part, knob."""
        middle = self.height() / 2
        track = QRectF(_KNOB / 2, middle - _TRACK / 2, self.width() - _KNOB, _TRACK)
        centre = QPointF(self._knob_x(), middle)
        with painting(self) as painter:
            fill(painter, track, self._theme.colour("line"), _TRACK / 2)
            track.setRight(centre.x())
            fill(painter, track, self._theme.colour("accent"), _TRACK / 2)
            dot(painter, centre, self._theme.colour("accent"), _KNOB)
            dot(painter, centre, self._theme.colour("raised"), _KNOB - 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        self._go_to(event.position().x())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a slider; Escape goes to the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _knob_x(self) -> float:
        span = max(1, self.maximum() - self.minimum())
        share = (self.value() - self.minimum()) / span
        return _KNOB / 2 + share * (self.width() - _KNOB)

    def _go_to(self, x: float) -> None:
        share = (x - _KNOB / 2) / max(1, self.width() - _KNOB)
        span = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * span))
