# SPDX-License-Identifier: MIT
"""The title of a panel as a button: it looks like the title until the mouse or a key is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.hover_button import HoverButton
from novelist.ui.widgets.painting import fill, frame, painting, text_line


class TitleButton(HoverButton):
    """One line that ends in an ellipsis; disabled it is a mere title."""

    inset = 6
    """Air at its left inside the ground: it begins that much before its text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._on_theme_changed()

    def setText(self, text: str) -> None:
        """Show another title."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the whole title."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1 + 2 * self.inset
        return QSize(width, self._theme.size("header_icon"))

    def minimumSizeHint(self) -> QSize:
        """Room for an ellipsis."""
        width = self.fontMetrics().horizontalAdvance("…") + 1 + 2 * self.inset
        return QSize(width, self._theme.size("header_icon"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Offer the whole title as the tooltip while it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.sizeHint().width() > self.width() else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground where it is hot, then as much of the title as fits."""
        radius = self._theme.radius("control")
        with painting(self) as painter:
            if self.isEnabled() and (self.is_hovered or self.isDown()):
                ground = "pressed" if self.isDown() else "hover"
                fill(painter, self.rect(), self._theme.colour(ground), radius)
            if self.hasFocus():
                frame(painter, self.rect(), self._theme.colour("focus"), radius, 2)
            painter.setPen(self._theme.colour("text"))
            text_line(painter, self.rect().adjusted(self.inset, 0, -self.inset, 0), self.text())

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("strong"))
        super()._on_theme_changed()
