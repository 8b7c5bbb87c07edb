# SPDX-License-Identifier: MIT
"""A label in its tint with its dot, and the cap of a key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import dot, fill, frame, painting

_HEIGHT = 20


class Tag(QWidget):
    """A scene label or thread: dot and name on the tint of its hue."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, text: str = "", hue: str = "slate"
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        self.set_label(text, hue)
        self._on_theme_changed()

    def set_label(self, text: str, hue: str) -> None:
        """Show another label."""
        self._text, self._hue = text, hue
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Dot, name and air."""
        width = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(width + 28, max(_HEIGHT, self.fontMetrics().height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, dot, name."""
        with painting(self) as painter:
            radius = self._theme.radius("tag")
            fill(painter, self.rect(), self._theme.tint(self._hue), radius)
            centre = QPointF(12, self.height() / 2)
            dot(painter, centre, self._theme.label_colour(self._hue))
            painter.setPen(self._theme.colour("text"))
            metrics = self.fontMetrics()
            room = QRect(20, 0, self.width() - 26, self.height())
            text = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room.width() + 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("small"))
        self.updateGeometry()
        self.update()


class Key(QWidget):
    """The cap of a key, written as the platform writes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """The word and its cap."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 12, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cap and the word."""
        with painting(self) as painter:
            radius = self._theme.radius("tag")
            fill(painter, self.rect(), self._theme.colour("window"), radius)
            frame(painter, self.rect(), self._theme.colour("line_button"), radius)
            painter.setPen(self._theme.colour("text_2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("caption"))
        self.updateGeometry()
        self.update()
