# SPDX-License-Identifier: MIT
"""One line of text that ends in an ellipsis where the space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import painting, text_line


class ElidedLabel(QWidget):
    """Like ``TextLabel``, on one line; the whole text is the tooltip when it is cut."""

    def __init__(
        self,
        theme: Theme,
        style: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
        *,
        text: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._colour = colour
        self._text = text
        self.setAccessibleName(text)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        """Use another colour token."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        height = max(self._theme.type_style(self._style).line, self.fontMetrics().height())
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """Room for an ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…") + 1, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Offer the whole text as the tooltip while it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            cut = self.sizeHint().width() > self.width()
            self.setToolTip(self._text if cut else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the text as fits."""
        with painting(self) as painter:
            disabled = not self.isEnabled()
            colour = "text_disabled" if disabled else self._colour
            painter.setPen(self._theme.colour(colour))
            text_line(painter, self.rect(), self._text)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._colour))
        self.setPalette(palette)
        self.updateGeometry()
