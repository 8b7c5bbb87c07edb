# SPDX-License-Identifier: MIT
"""Lines to be read and copied, on a ground of their own: as high as they are many."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import fill, frame, painting

_LEAST: Final = 24  # pixels
_MOST: Final = 192  # then it scrolls


class ReportBox(QWidget):
    """A box with round corners around the lines."""

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, most: int = _MOST
    ) -> None:
        """``name`` is that of the lines, ``most`` their greatest height in pixels."""
        super().__init__(parent)
        self._theme = theme
        self.lines = _Lines(self, most)
        self.lines.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space("m")] * 4)
        column.addWidget(self.lines)
        theme.lay_ground(self.lines, "raised")
        theme.theme_changed.connect(self.update)

    @property
    def text(self) -> str:
        """All lines."""
        return self.lines.toPlainText()

    def set_text(self, text: str) -> None:
        """Show these lines."""
        self.lines.setPlainText(text)
        self.lines.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and a hairline around it."""
        radius = self._theme.radius("control")
        with painting(self) as painter:
            fill(painter, self.rect(), self._theme.colour("raised"), radius)
            frame(painter, self.rect(), self._theme.colour("line"), radius)


class _Lines(QPlainTextEdit):
    """Breaks a long line wherever it must be broken."""

    def __init__(self, parent: QWidget, most: int) -> None:
        super().__init__(parent)
        self._most = most
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def fit(self) -> None:
        """Take the height of the lines, as they are broken at this width."""
        height, block = 0.0, self.document().begin()
        while block.isValid() and height <= self._most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if height > self._most else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(min(max(ceil(height), _LEAST), self._most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()
