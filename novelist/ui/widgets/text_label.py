# SPDX-License-Identifier: MIT
"""A label in one of the type styles, and the hairline that separates surfaces."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import horizontal_line, painting, vertical_line


class TextLabel(QLabel):
    """Text in a type style (``small``, ``strong``, …) and a colour token, in every theme."""

    def __init__(
        self,
        theme: Theme,
        style: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
        *,
        text: str = "",
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._style = style
        self._colour = colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # inside a button too
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self._on_theme_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt gives a label that was hidden when the theme changed its old colours as it appears."""
        super().showEvent(event)
        if self.palette().windowText().color() != self._theme.colour(self._colour):
            self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setPalette(palette)


class Hairline(QWidget):
    """One pixel of ``line`` between two surfaces."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._orientation = orientation
        thickness = theme.size("hairline")
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(thickness)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setFixedWidth(thickness)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the pixel."""
        line = self._theme.colour("line")
        with painting(self) as painter:
            if self._orientation is Qt.Orientation.Horizontal:
                horizontal_line(painter, 0, self.width(), 0, line)
            else:
                vertical_line(painter, 0, self.height(), 0, line)
