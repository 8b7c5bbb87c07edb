# SPDX-License-Identifier: MIT
"""A few lines in the chosen typeface and size, set as the manuscript is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.editor.styles import PageStyle
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import frame, painting
from novelist.ui.widgets.retranslated import Retranslated

_HEIGHT: Final = 128
_PADDING: Final = 24


class Sample(Retranslated, QWidget):
    """Paints as many lines as fit into its frame."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._family = theme.book_family
        self._zoom = 1.0
        self._text = ""
        self._language = "en"
        self.setObjectName("preferences_sample")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Room for four lines at the usual size."""
        return QSize(400, _HEIGHT)

    def show_type(self, family: str, zoom: float) -> None:
        """Set the lines in another face, or at another size (1 is the usual one)."""
        self._family, self._zoom = family, zoom
        self.update()

    def retranslate(self) -> None:
        """The lines are in the language of the interface."""
        self._language = self.tr("en", "language of the sample text")
        self._text = self.tr(
            "The second high water came at eleven minutes past four, which was impossible, "
            "and Ines wrote it down."
        )
        self.setAccessibleName(self.tr("Sample"))
        self.setAccessibleDescription(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and the lines inside it."""
        inside = QRectF(self.rect()).adjusted(_PADDING, 16, -_PADDING, -16)
        with painting(self) as painter:
            frame(painter, self.rect(), self._theme.colour("line"), self._theme.radius("card"))
            painter.setClipRect(inside)
            painter.setPen(self._theme.colour("text"))
            layout = self._lines(inside.width())
            layout.draw(painter, inside.topLeft())

    def _lines(self, width: float) -> QTextLayout:
        style = PageStyle.of(self._language, self._zoom)
        size = round(self._theme.book_size(self._language, self._family) * self._zoom)
        font = self._theme.book_font(self._language, size, family=self._family)
        layout = QTextLayout(self._text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        top, indent = 0.0, float(style.indent)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            line.setPosition(QRectF(indent, top, 0, 0).topLeft())
            top, indent = top + style.line * self._zoom, 0.0
        layout.endLayout()
        return layout
