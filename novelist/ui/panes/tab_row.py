# SPDX-License-Identifier: MIT
"""The tabs of one pane: a row of titles, the one that is shown underlined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, painting

_WIDEST: Final = 200
_NARROWEST: Final = 56
_CLOSABLE: Final = 84  # on a narrower tab the title needs the room of the cross
_SIDE: Final = 12  # between an edge and the title
_CLOSE: Final = 14
_GAP: Final = 6
_LEFT: Final = Qt.MouseButton.LeftButton
_MIDDLE: Final = Qt.MouseButton.MiddleButton


class TabRow(QWidget):
    """Titles to choose from; each can be closed, and dragged to another place in the row."""

    chosen = Signal(int)
    close_requested = Signal(int)
    moved = Signal(int, int)  # from, to

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._titles: list[str] = []
        self._untitled: frozenset[int] = frozenset()
        self._current = -1
        self._is_active = True
        self._under = -1  # the mouse
        self._dragged = -1
        self.setObjectName("tab_row")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def titles(self) -> list[str]:
        """What the tabs say."""
        return list(self._titles)

    @property
    def current(self) -> int:
        """The number of the tab that is shown."""
        return self._current

    def show_tabs(
        self,
        titles: Sequence[str],
        current: int,
        *,
        is_active: bool = True,
        untitled: Collection[int] = (),
    ) -> None:
        """Show these tabs; ``is_active`` says whether this row's pane is written in.

        ``untitled`` are the numbers of those that something else stands in for a title of.
        """
        self._titles, self._current, self._is_active = list(titles), current, is_active
        self._untitled = frozenset(untitled)
        self.setAccessibleName(self._titles[current] if 0 <= current < len(titles) else "")
        self.update()

    def sizeHint(self) -> QSize:
        """One row of tabs as wide as they like to be."""
        return QSize(_WIDEST * max(len(self._titles), 1), self._theme.size("row"))

    def minimumSizeHint(self) -> QSize:
        """They may be elided until only a few letters are left."""
        return QSize(_NARROWEST, self._theme.size("row"))

    @property
    def _can_close(self) -> bool:
        """The last tab goes with its pane; a narrow one is closed by the key or the wheel."""
        return len(self._titles) > 1 and self._width() >= _CLOSABLE

    def tab_rect(self, number: int) -> QRect:
        """Where a tab lies."""
        width = self._width()
        return QRect(number * width, 0, width, self.height())

    def close_rect(self, number: int) -> QRect:
        """Where the cross of a tab lies."""
        area = self.tab_rect(number)
        top = (area.height() - _CLOSE) // 2
        return QRect(area.right() - _SIDE // 2 - _CLOSE, top, _CLOSE, _CLOSE)

    def tab_at(self, point: QPoint) -> int:
        """The number of the tab at a point; -1 where there is none."""
        number = point.x() // self._width() if point.x() >= 0 else -1
        return number if number < len(self._titles) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs, and a line below the one that is shown."""
        with painting(self) as painter:
            for number, title in enumerate(self._titles):
                self._paint_tab(painter, number, title)

    def _paint_tab(self, painter: QPainter, number: int, title: str) -> None:
        area, is_current = self.tab_rect(number), number == self._current
        if number == self._under and not is_current:
            fill(painter, area.adjusted(2, 4, -2, -4), self._theme.colour("hover"), 6)
        font = self._theme.font("strong" if is_current and self._is_active else "body")
        painter.setFont(font)
        ink = "text_3" if number in self._untitled else "text" if is_current else "text_2"
        painter.setPen(self._theme.colour(ink))
        shows_close = self._can_close and (number == self._under or is_current)
        right = _SIDE + (_CLOSE + _GAP if shows_close else 0)
        words = QRect(area).adjusted(_SIDE, 0, -right, 0)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter,
            QFontMetrics(font).elidedText(title, elide, words.width()),
        )
        if shows_close:
            self._icons.paint(painter, "x", QRectF(self.close_rect(number)), "text_2")
        if is_current and self._is_active:
            line = QRect(area.left() + _SIDE, area.bottom() - 1, area.width() - 2 * _SIDE, 2)
            fill(painter, line, self._theme.colour("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tab, or close one."""
        number = self.tab_at(event.position().toPoint())
        if number < 0:
            event.ignore()
        elif event.button() == _MIDDLE or self._is_on_close(number, event):
            self.close_requested.emit(number)
        elif event.button() == _LEFT:
            self._dragged = number
            self.chosen.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a tab along, or light up the one below the mouse."""
        number = self.tab_at(event.position().toPoint())
        if event.buttons() & _LEFT and self._dragged >= 0 and number >= 0:
            if number != self._dragged:
                before, self._dragged = self._dragged, number
                self.moved.emit(before, number)
            return
        if number != self._under:
            self._under = number
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what is dragged."""
        self._dragged = -1

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up the tab below the mouse."""
        self._under = self.tab_at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Light up none."""
        self._under = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the whole of a title that is elided."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.tab_at(event.pos())
            words = self._titles[number] if number >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _is_on_close(self, number: int, event: QMouseEvent) -> bool:
        is_left = event.button() == _LEFT and self._can_close
        return is_left and self.close_rect(number).adjusted(-4, -4, 4, 4).contains(
            event.position().toPoint()
        )

    def _width(self) -> int:
        count = max(len(self._titles), 1)
        return max(min(_WIDEST, self.width() // count), 1)

    def _follow_theme(self) -> None:
        self.setFixedHeight(self._theme.size("row"))
        self.update()
