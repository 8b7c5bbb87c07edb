# SPDX-License-Identifier: MIT
"""One page or two facing ones, as large as there is room; wheel and keys turn them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import frame, painting, vertical_line

_MARGIN: Final = 32
_NOTCH: Final = 120  # of a wheel, in Qt's eighths of a degree


class PageView(QWidget):
    """Shows pictures of pages; ``wanted`` asks for those that it has not got."""

    turned = Signal(int)  # by how many leaves
    ends_wanted = Signal(bool)  # whether the last page is meant
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compile_pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._size = QSizeF(1, 1)
        self._pages: list[QImage | None] = []
        self._turn = 0
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for a spread."""
        return QSize(720, 540)

    def show_pages(self, size: QSizeF, pages: list[QImage | None]) -> None:
        """Show these pages, each of that size; None stands for no page at all."""
        self._size, self._pages = size, pages
        self.update()

    def page_width(self, count: int, size: QSizeF) -> int:
        """How wide each of so many pages would be, in pixels of the screen."""
        return max(1, round(self._area(count, size).width() / count * self.devicePixelRatioF()))

    def _area(self, count: int, size: QSizeF) -> QRect:
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        whole = QSizeF(size.width() * count, size.height())
        whole.scale(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
        found = QRect(QPoint(0, 0), whole.toSize())
        found.moveCenter(self.rect().center())
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper, its pages, and the fold between them."""
        with painting(self) as painter:
            if self.hasFocus():
                radius = self._theme.radius("card")
                ring = self.rect().adjusted(4, 4, -4, -4)
                frame(painter, ring, self._theme.colour("focus"), radius, 2)
            if not self._pages:
                return
            area = self._area(len(self._pages), self._size)
            width = area.width() / len(self._pages)
            for number, page in enumerate(self._pages):
                place = QRect(
                    round(area.left() + number * width), area.top(), round(width), area.height()
                )
                self._paint_page(painter, place, page)
            if len(self._pages) == 2 and None not in self._pages:
                middle = area.left() + width
                line = self._theme.colour("line")
                vertical_line(painter, area.top(), area.bottom(), middle, line)

    def _paint_page(self, painter: QPainter, place: QRect, page: QImage | None) -> None:
        if page is None:
            return
        shade = self._theme.shadow()
        shade.setAlpha(max(8, shade.alpha() // 2))
        for spread in (3, 2, 1):
            painter.fillRect(place.adjusted(-spread, 1, spread, spread + 1), shade)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are wanted in another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch turns a leaf."""
        self._turn += event.angleDelta().y()
        leaves = int(self._turn / _NOTCH)
        self._turn -= leaves * _NOTCH
        if leaves:
            self.turned.emit(-leaves)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page Up and Page Down, Home and End."""
        steps = {
            Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1,
            Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Up: -1,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            self.turned.emit(steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ends_wanted.emit(key == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)
