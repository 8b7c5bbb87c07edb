# SPDX-License-Identifier: MIT
"""The line of time above a version: a mark for each, and a handle to move between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from novelist.ui.moments import moment_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import KEYBOARD_REASONS
from novelist.ui.widgets.painting import dot, fill, painting

_HEIGHT: Final = 40
_INSET: Final = 12
_LINE: Final = 2
_TICK: Final = 12
_HANDLE: Final = 18
_DOT: Final = 8
REST: Final = 0.04  # seconds on a mark until it is looked at: others are only passed by
_CLOSEST: Final = 3  # pixels between two marks that are painted


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment; ``key`` is what it stands for, ``named`` ones are dots."""

    key: int
    moment: datetime
    named: bool = False


class TimeSlider(QAbstractSlider):
    """Its value is the place of a mark; arrows go from one to the next, Home and End to the ends.

    Where marks stand follows their times, except that none hides behind its neighbour for long
    pauses: half of the length is shared out evenly.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: Sequence[Mark] = ()
        self._places: list[float] = []
        self._is_by_key = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)
        theme.theme_changed.connect(self.update)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these, oldest first; the value is the newest."""
        self.blockSignals(True)
        self._marks = marks
        self._places = _spread([mark.moment for mark in marks])
        self.setRange(0, max(len(marks) - 1, 0))
        self.setPageStep(max(len(marks) // 10, 1))
        self.setValue(len(marks) - 1)
        self.blockSignals(False)
        self._tell()

    @property
    def mark(self) -> Mark | None:
        """Where the handle stands."""
        return self._marks[self.value()] if self._marks else None

    @property
    def first_mark(self) -> datetime | None:
        """The moment of the first mark."""
        return self._marks[0].moment if self._marks else None

    def show_key(self, key: int) -> None:
        """Put the handle on the last mark that is not after ``key``; tells nobody."""
        place = next(
            (n for n in range(len(self._marks) - 1, -1, -1) if self._marks[n].key <= key), 0
        )
        self.blockSignals(True)
        self.setValue(place)
        self.blockSignals(False)
        self._tell()

    # -- geometry ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, _HEIGHT)

    def _x(self, place: int) -> float:
        return _INSET + self._places[place] * (self.width() - 2 * _INSET)

    def _nearest(self, x: float) -> int:
        if not self._places:
            return 0
        return min(range(len(self._places)), key=lambda place: abs(self._x(place) - x))

    # -- events --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it is pressed."""
        self._is_by_key = False
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._nearest(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the first key on the handle wears the focus ring."""
        self._is_by_key = True
        self.update()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Wear the ring when the focus came by a key."""
        super().focusInEvent(event)
        self._is_by_key = event.reason() in KEYBOARD_REASONS
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if self.isSliderDown():
            self.setValue(self._nearest(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, what is before the handle in the accent; ticks, dots, the handle."""
        if not self._marks:
            return
        middle = self.height() / 2
        here = self._x(self.value())
        with painting(self) as painter:
            line = QRectF(_INSET, middle - _LINE / 2, self.width() - 2 * _INSET, _LINE)
            fill(painter, line, self._theme.colour("line"))
            line.setRight(here)
            fill(painter, line, self._theme.colour("accent"))
            self._paint_marks(painter, here, middle)
            self._paint_handle(painter, QPointF(here, middle))

    def _paint_marks(self, painter: QPainter, here: float, middle: float) -> None:
        last = -float(_CLOSEST)
        for place, mark in enumerate(self._marks):
            x = self._x(place)
            if mark.named:
                dot(painter, QPointF(x, middle), self._theme.colour("accent"), _DOT)
            elif x - last >= _CLOSEST:
                token = "accent" if x <= here else "line_control"
                tick = QRectF(round(x) - 1, middle - _TICK / 2, 2, _TICK)
                fill(painter, tick, self._theme.colour(token))
                last = x

    def _paint_handle(self, painter: QPainter, centre: QPointF) -> None:
        if self.hasFocus() and self._is_by_key:
            ring = self._theme.size("focus_ring")
            dot(painter, centre, self._theme.colour("focus"), _HANDLE + 4 * ring)
            dot(painter, centre, self._theme.colour("page"), _HANDLE + 2 * ring)
        dot(painter, centre, self._theme.colour("accent"), _HANDLE)
        dot(painter, centre, self._theme.colour("page"), _HANDLE - 4)

    def _tell(self) -> None:
        """Show where the handle stands, to those who read the screen by ear too."""
        mark = self.mark
        self.setAccessibleDescription("" if mark is None else moment_label(mark.moment))
        self.update()


def _spread(moments: Sequence[datetime]) -> list[float]:
    """Where moments stand between 0 and 1: half by their time, half by their number."""
    if len(moments) < 2:
        return [1.0] * len(moments)
    start, end = min(moments), max(moments)
    length = (end - start).total_seconds() or 1.0
    last = len(moments) - 1
    return [
        (place / last + (moment - start).total_seconds() / length) / 2
        for place, moment in enumerate(moments)
    ]
