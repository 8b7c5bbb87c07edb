# SPDX-License-Identifier: MIT
"""The tabs of one pane: a row of titles, the one that is shown underlined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import fill, painting

_WIDEST: Final = 200
_NARROWEST: Final = 96  # what is left of a title still says which one it is
_CLOSABLE: Final = 128  # on a narrower tab the cross takes the title's room only under the mouse
_MORE: Final = 24  # the chevron that lists all tabs, where they have no room
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
        self._scrolled = 0  # pixels
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
        self._show_current()
        self.setAccessibleName(self._titles[current] if 0 <= current < len(titles) else "")
        self.update()

    def sizeHint(self) -> QSize:
        """One row of tabs as wide as they like to be."""
        return QSize(_WIDEST * max(len(self._titles), 1), self._theme.size("row"))

    def minimumSizeHint(self) -> QSize:
        """One is seen, and what leads to the others."""
        return QSize(_NARROWEST, self._theme.size("row"))

    @property
    def _can_close(self) -> bool:
        """The last tab goes with its pane."""
        return len(self._titles) > 1

    @property
    def overflows(self) -> bool:
        """Whether not all of them are seen: they are scrolled, and a chevron lists them."""
        return self._width() * len(self._titles) > self.width()

    @property
    def _room(self) -> int:
        """The pixels that tabs are seen in."""
        return self.width() - (_MORE if self.overflows else 0)

    @property
    def more_rect(self) -> QRect:
        """Where the chevron lies that lists all tabs."""
        return QRect(self.width() - _MORE, 0, _MORE, self.height())

    def tab_rect(self, number: int) -> QRect:
        """Where a tab lies."""
        width = self._width()
        return QRect(number * width - self._scrolled, 0, width, self.height())

    def close_rect(self, number: int) -> QRect:
        """Where the cross of a tab lies."""
        area = self.tab_rect(number)
        top = (area.height() - _CLOSE) // 2
        return QRect(area.right() - _SIDE // 2 - _CLOSE, top, _CLOSE, _CLOSE)

    def tab_at(self, point: QPoint) -> int:
        """The number of the tab at a point; -1 where there is none."""
        if not 0 <= point.x() < self._room:
            return -1
        number = (point.x() + self._scrolled) // self._width()
        return number if number < len(self._titles) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs, and a line below the one that is shown."""
        with painting(self) as painter:
            if self.overflows:
                chevron = QRectF(0, 0, 16, 16)
                chevron.moveCenter(QRectF(self.more_rect).center())
                self._icons.paint(painter, "chevron-down", chevron, "text_2")
                painter.setClipRect(0, 0, self._room, self.height())
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
        shows_close = self._shows_close(number)
        right = _SIDE + (_CLOSE + _GAP if shows_close else 0)
        words = QRect(area).adjusted(_SIDE, 0, -right, 0)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if shows_close:
            self._icons.paint(painter, "x", QRectF(self.close_rect(number)), "text_2")
        if is_current and self._is_active:
            width = min(metrics.horizontalAdvance(shown), words.width())
            line = QRect(words.left(), area.bottom() - 1, width, 2)
            fill(painter, line, self._theme.colour("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tab, or close one; the chevron lists them all."""
        number = self.tab_at(event.position().toPoint())
        if self.overflows and self.more_rect.contains(event.position().toPoint()):
            self._list_all()
        elif number < 0:
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the tabs where not all of them are seen."""
        turned = event.angleDelta()
        self._scroll_to(self._scrolled - (turned.y() or turned.x()) // 2)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tab that is shown stays in sight."""
        super().resizeEvent(event)
        self._show_current()

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

    def _shows_close(self, number: int) -> bool:
        is_wide = number == self._current and self._width() >= _CLOSABLE
        return self._can_close and (number == self._under or is_wide)

    def _is_on_close(self, number: int, event: QMouseEvent) -> bool:
        is_left = event.button() == _LEFT and self._shows_close(number)
        return is_left and self.close_rect(number).adjusted(-4, -4, 4, 4).contains(
            event.position().toPoint()
        )

    def _width(self) -> int:
        count = max(len(self._titles), 1)
        return min(max(self.width() // count, _NARROWEST), _WIDEST)

    def _scroll_to(self, pixels: int) -> None:
        most = max(self._width() * len(self._titles) - self._room, 0)
        self._scrolled = min(max(pixels, 0), most)
        self.update()

    def _show_current(self) -> None:
        """Scroll as little as brings the whole of the current tab into sight."""
        left = max(self._current, 0) * self._width()
        right = left + self._width() - self._room
        self._scroll_to(min(max(self._scrolled, right), left))

    def _list_all(self) -> None:
        menu = Menu(self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, title in enumerate(self._titles):
            row = menu.addAction(title.replace("&", "&&"))
            row.setCheckable(True)
            row.setChecked(number == self._current)
            row.triggered.connect(partial(self._on_row_triggered, number))
        menu.popup(self.mapToGlobal(self.more_rect.bottomLeft()))

    def _on_row_triggered(self, number: int, _checked: bool = False) -> None:
        self.chosen.emit(number)

    def _follow_theme(self) -> None:
        self.setFixedHeight(self._theme.size("row"))
        self.update()
