# SPDX-License-Identifier: MIT
"""A month of writing: a field a day, the darker the more was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting

_CELL: Final = 32  # the height of a week; a day is no narrower
_GAP: Final = 4  # between two days, inside their cells
_HEAD: Final = 24
_DAYS: Final = 7
_STEPS: Final = (1, 250, 500, 1000)  # words from which a square is a step darker
_MOVES: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthCalendar(QWidget):
    """Shows one month; arrows go from day to day, Page Up and Page Down from month to month."""

    day_chosen = Signal(object)  # date
    month_changed = Signal(object)  # its first date

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = date.today()
        self._words: Mapping[date, tuple[int, int]] = {}
        self.setObjectName("history_calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return self._day

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._day.replace(day=1)

    def days(self) -> list[date]:
        """The days of the month that is shown."""
        following = (self.month + timedelta(days=32)).replace(day=1)
        return [self.month + timedelta(days=n) for n in range((following - self.month).days)]

    def show_written(self, words: Mapping[date, tuple[int, int]]) -> None:
        """How many words came on each day, and in how many saves."""
        self._words = words
        self.update()

    def show_day(self, day: date) -> None:
        """Choose a day; tells nobody."""
        self._take(day)

    def choose(self, day: date) -> None:
        """Choose a day, in whatever month; none to come."""
        day = min(day, date.today())
        if day == self._day:
            return
        if self._take(day):
            self.month_changed.emit(self.month)
        self.day_chosen.emit(day)

    def _take(self, day: date) -> bool:
        """Whether the day is of another month, which may have more weeks, or fewer."""
        moved = day.replace(day=1) != self.month
        self._day = day
        if moved:
            self.updateGeometry()
        self.update()
        return moved

    def step_month(self, step: int) -> None:
        """Go to the next month, or the one before."""
        wanted = self.month - timedelta(days=1) if step < 0 else self.days()[-1] + timedelta(days=1)
        self.choose(wanted.replace(day=1) if step > 0 else wanted)

    def steps(self, day: date) -> int:
        """How dark the square of a day is, 0 to 4."""
        words, saves = self._words.get(day, (0, 0))
        if not saves:
            return 0
        return max(sum(words >= step for step in _STEPS), 1)

    # -- geometry ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As high as the month has weeks."""
        width = _DAYS * _CELL - _GAP + 2 * self._theme.space("l")
        return QSize(width, _HEAD + self._weeks() * _CELL)

    def _first_weekday(self) -> int:
        return QLocale().firstDayOfWeek().value  # 1 is Monday

    def _lead(self) -> int:
        """The days of the first week that are of the month before."""
        return (self.month.isoweekday() - self._first_weekday()) % _DAYS

    def _weeks(self) -> int:
        return (self._lead() + len(self.days()) + _DAYS - 1) // _DAYS

    def _rect_of(self, day: date) -> QRect:
        column = (day.isoweekday() - self._first_weekday()) % _DAYS
        row = (self._lead() + day.day - 1) // _DAYS
        left, width = self._column(column)
        return QRect(left, _HEAD + row * _CELL, width, _CELL)

    def _column(self, column: int) -> tuple[int, int]:
        """Where a column begins and its width: the days run from edge to edge of the panel."""
        inset = self._theme.space("l")
        width = max((self.width() - 2 * inset + _GAP) // _DAYS, _CELL)
        return inset - _GAP // 2 + column * width, width

    def day_at(self, point: QPoint) -> date | None:
        """The day whose square is there."""
        return next((day for day in self.days() if self._rect_of(day).contains(point)), None)

    def _on_theme_changed(self) -> None:
        """Weeks begin on other days in other languages, so that a month may have one more."""
        self.updateGeometry()
        self.update()

    # -- events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names of the days, the squares."""
        with painting(self) as painter:
            self._paint_names(painter)
            for day in self.days():
                self._paint_day(painter, day)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text_3"))
        for column in range(_DAYS):
            weekday = (self._first_weekday() - 1 + column) % _DAYS + 1
            left, width = self._column(column)
            place = QRect(left, 0, width, _HEAD)
            name = QLocale().standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        inner = _GAP // 2
        square = QRectF(self._rect_of(day)).adjusted(inner, inner, -inner, -inner)
        radius, steps = self._theme.radius("tag"), self.steps(day)
        heat = self._theme.heat()
        if steps:
            fill(painter, square, heat[steps], radius)
        if day == self._day:
            width = self._theme.size("focus_ring") if self.hasFocus() else 1
            ring = square.adjusted(-2, -2, 2, 2)
            frame(painter, ring, self._theme.colour("focus"), radius + 2, width)
        painter.setFont(self._theme.figures_font("small"))
        painter.setPen(self._theme.colour(self._ink(day, steps)))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _ink(self, day: date, steps: int) -> str:
        if day > date.today():
            return "text_disabled"
        if steps >= 3:
            return "on_accent"
        return "text" if steps else "text_2"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day."""
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.choose(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among days and months."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.choose(self._day + timedelta(days=_MOVES[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step_month(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
