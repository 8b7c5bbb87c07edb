# SPDX-License-Identifier: MIT
"""Hears where the mouse goes over the page, and that it rests while one types."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

_STEP: Final = 4  # pixels: a table that shakes moves the mouse by less


class MouseWatch(QObject):
    """Watches some widgets; ``rest`` hides the pointer until the mouse moves again."""

    moved = Signal(QPoint)
    """The mouse went to another point of the screen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: dict[QWidget, bool] = {}
        self._hiding: QWidget | None = None
        self._last: QPoint | None = None

    def begin(self, *widgets: QWidget) -> None:
        """Watch these too."""
        for widget in widgets:
            if widget not in self._watched:
                self._watched[widget] = widget.hasMouseTracking()
                widget.setMouseTracking(True)
                widget.installEventFilter(self)

    def end(self) -> None:
        """Watch nothing any more."""
        self._show_pointer()
        for widget, tracking in self._watched.items():
            widget.removeEventFilter(self)
            widget.setMouseTracking(tracking)
        self._watched.clear()
        self._last = None

    def rest(self, text: QWidget) -> None:
        """Hide the pointer over the text."""
        if self._hiding is None:
            self._hiding = text
            text.setCursor(Qt.CursorShape.BlankCursor)

    def _show_pointer(self) -> None:
        if self._hiding is not None:
            self._hiding.setCursor(Qt.CursorShape.IBeamCursor)
            self._hiding = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the mouse, and let everything have it."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            point = event.globalPosition().toPoint()
            if self._last is None or (point - self._last).manhattanLength() >= _STEP:
                self._last = point
                self._show_pointer()
                self.moved.emit(point)
        return False
