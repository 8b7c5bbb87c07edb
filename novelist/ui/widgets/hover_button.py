# SPDX-License-Identifier: MIT
"""The base of the buttons that paint themselves: reached by Tab, and repainted under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QMoveEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from novelist.ui.theme import Theme


class HoverButton(QAbstractButton):
    """A subclass paints by ``is_hovered``, ``isDown()`` and ``isChecked()``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def is_hovered(self) -> bool:
        """Whether the mouse is over it now.

        Qt says so too of a button that was moved from under a mouse that stood still, until the
        mouse moves, and where the system never told that it left.
        """
        return self.underMouse() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def moveEvent(self, event: QMoveEvent) -> None:
        """Qt: away from the mouse the hover is gone."""
        super().moveEvent(event)
        self.update()

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
