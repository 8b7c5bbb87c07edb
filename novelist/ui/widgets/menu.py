# SPDX-License-Identifier: MIT
"""A menu with rounded corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from novelist.ui.theme import Theme


class Menu(QMenu):
    """What the style sheet says of menus, on a window that lets its corners through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radius = theme.radius("popover")
        self._composited = QGuiApplication.platformName() not in ("xcb", "offscreen", "minimal")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint, self._composited)
        if self._composited:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setToolTipsVisible(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off where windows cannot be transparent."""
        super().resizeEvent(event)
        if not self._composited:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))
