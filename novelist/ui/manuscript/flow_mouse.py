# SPDX-License-Identifier: MIT
"""The mouse on the flowing text: placing the caret, and selecting over borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from novelist.ui.manuscript.view import ManuscriptView

_TICK: Final = 30  # milliseconds between two steps of scrolling while one drags over an edge
_LEFT: Final = Qt.MouseButton.LeftButton


class FlowMouse(QObject):
    """Sees what the mouse does on the page, and on the pen that lies over it."""

    def __init__(self, view: ManuscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._point: QPoint | None = None  # where one drags; None: one does not
        self._scrolling = QTimer(self, interval=_TICK)
        self._scrolling.timeout.connect(self._on_scrolling_timeout)
        self.is_selecting = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses beside the pen, and drags that leave it."""
        if not isinstance(event, QMouseEvent):
            return False
        on_pen = watched is self._view.pen.viewport()
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == _LEFT:
            return self._press(event, on_pen=on_pen)
        if kind == QEvent.Type.MouseMove and event.buttons() & _LEFT:
            return self._drag(event, on_pen=on_pen)
        if kind == QEvent.Type.MouseButtonRelease:
            self._release()
            return not on_pen
        return False

    def _press(self, event: QMouseEvent, *, on_pen: bool) -> bool:
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if on_pen and not (extends and self._view.selection):
            return False
        spot = self._view.spot_at(self._place(event))
        if spot is None:
            return not on_pen
        if not self._view.has_pen:
            self._view.pen_wanted.emit(spot.item_id, spot.position)
            return True
        self._view.pen.setFocus(Qt.FocusReason.MouseFocusReason)
        self._select(spot.item_id, spot.position, select=extends)
        return True

    def _drag(self, event: QMouseEvent, *, on_pen: bool) -> bool:
        if not self._view.has_pen:
            return False
        point = self._place(event)
        spot, caret = self._view.spot_at(point), self._view.caret
        if spot is None or caret is None:
            return False
        if on_pen and spot.item_id == caret.item_id and not self._view.selection:
            self._point = point
            self._scroll_if_outside()
            return False  # the pen's own affair
        self._point = point
        self._select(spot.item_id, spot.position, select=True)
        self._scroll_if_outside()
        return True

    def _select(self, item_id: int, position: int, *, select: bool) -> None:
        self.is_selecting = True
        try:
            self._view.enter(item_id, position, select=select)
        finally:
            self.is_selecting = False

    def _release(self) -> None:
        self._point = None
        self._scrolling.stop()

    def _place(self, event: QMouseEvent) -> QPoint:
        return self._view.viewport().mapFromGlobal(event.globalPosition().toPoint())

    def _scroll_if_outside(self) -> None:
        if self._point is not None and self._over():
            self._scrolling.start()
        else:
            self._scrolling.stop()

    def _over(self) -> int:
        """How far the mouse is above (below 0) or below the page."""
        assert self._point is not None
        height = self._view.viewport().height()
        return min(self._point.y(), 0) or max(self._point.y() - height, 0)

    def _on_scrolling_timeout(self) -> None:
        if self._point is None or not self._over():
            self._scrolling.stop()
            return
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._over() // 2)
        edge = min(max(self._point.y(), 0), self._view.viewport().height() - 1)
        spot = self._view.spot_at(QPoint(self._point.x(), edge))
        if spot is not None:
            self._select(spot.item_id, spot.position, select=True)
