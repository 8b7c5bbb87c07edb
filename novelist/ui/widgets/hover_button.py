# SPDX-License-Identifier: MIT
"""The base of the buttons that paint themselves: reached by Tab, and repainted under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from novelist.ui.theme import Theme


class HoverButton(QAbstractButton):
    """A subclass paints by ``underMouse()``, ``isDown()`` and ``isChecked()``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.theme_changed.connect(self._on_theme_changed)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover at once."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hover away at once."""
        super().leaveEvent(event)
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
