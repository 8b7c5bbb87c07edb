# SPDX-License-Identifier: MIT
"""The sign of somebody breaking out of the lock room: a ring that fills while Esc is held."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.announcement import announce
from novelist.ui.widgets.goal_bar import goal_track
from novelist.ui.widgets.painting import fill, frame, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

_RING: Final = 40
_LINE: Final = 4  # of the ring
_PAD: Final = 16
_WHOLE: Final = 360 * 16  # a circle, as Qt counts


class BreakOutSign(Retranslated, QWidget):
    """Lies over the page as long as the key is held; gone as soon as it is let go."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus_break_out")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._share = 0.0
        self._said = TextLabel(theme, "strong", "text", self)
        self._besides = TextLabel(theme, "small", "text_2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD + _RING + _PAD, _PAD, _PAD + 4, _PAD)
        column.setSpacing(2)
        column.addWidget(self._said)
        column.addWidget(self._besides)
        self.setMinimumHeight(_RING + 2 * _PAD)
        self.hide()
        theme.theme_changed.connect(self.update)
        self.retranslate()

    @property
    def share(self) -> float:
        """How much of the time is over, from 0 to 1."""
        return self._share

    def show_share(self, share: float | None) -> None:
        """Fill the ring so far; None: the key is not held any more, and nothing is seen."""
        begins = share is not None and self.isHidden()
        self._share = share or 0.0
        self.setVisible(share is not None)
        self.update()
        if begins:
            announce(self, self.accessibleName())

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self._said.setText(self.tr("Keep holding Esc to break out"))
        self._besides.setText(self.tr("Let go to stay and write on."))
        self.setAccessibleName(f"{self._said.text()}. {self._besides.text()}")
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with the ring."""
        theme, radius = self._theme, self._theme.radius("card")
        with painting(self) as painter:
            fill(painter, self.rect(), theme.colour("raised"), radius)
            frame(painter, self.rect(), theme.colour("line"), radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        half = _LINE / 2
        ring = QRectF(_PAD, (self.height() - _RING) / 2, _RING, _RING)
        ring.adjust(half, half, -half, -half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(goal_track(self._theme), _LINE))
        painter.drawEllipse(ring)
        painter.setPen(QPen(self._theme.colour("accent"), _LINE))
        painter.drawArc(ring, _WHOLE // 4, -round(self._share * _WHOLE))
