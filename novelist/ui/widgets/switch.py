# SPDX-License-Identifier: MIT
"""An on-off switch that applies at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.hover_button import HoverButton
from novelist.ui.widgets.painting import dot, fill, frame, painting

_WIDTH, _HEIGHT, _KNOB = 32, 18, 10


class Switch(HoverButton):
    """Use ``toggled`` and ``setChecked``; give it an accessible name, it shows no word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The track, and above and below it room for a finger."""
        return QSize(_WIDTH, max(self._theme.size("target_min"), _HEIGHT))

    def track(self) -> QRectF:
        """The visible part; the focus ring goes around it."""
        return QRectF(0, (self.height() - _HEIGHT) // 2, _WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and knob."""
        with painting(self) as painter:
            track, radius = self.track(), _HEIGHT / 2
            if self.isChecked():
                ground = "accent_hover" if self.is_hovered else "accent"
                ground = ground if self.isEnabled() else "line_button"
                fill(painter, track, self._theme.colour(ground), radius)
                knob = self._theme.colour("on_accent")
            else:
                edge = "line_control" if self.isEnabled() else "line"
                fill(painter, track, self._theme.colour("raised"), radius)
                frame(painter, track, self._theme.colour(edge), radius)
                knob = self._theme.colour(edge)
            centre = track.right() - radius if self.isChecked() else track.left() + radius
            dot(painter, QPointF(centre, track.center().y()), knob, _KNOB)
