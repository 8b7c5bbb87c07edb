# SPDX-License-Identifier: MIT
"""What is shown and of when, on one line: where there is little room the title is cut first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.elided_label import ElidedLabel

_LEAST: Final = 96  # pixels that a long title keeps; then the moment is cut, too


class HeadLine(QWidget):
    """``title`` in strong letters, ``subtitle`` beside it; ``say`` sets both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = theme.space("s")
        self.title = ElidedLabel(theme, "strong", "text", self)
        self.title.setObjectName("history_title")
        self.subtitle = ElidedLabel(theme, "body", "text_2", self)
        self.subtitle.setObjectName("history_subtitle")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.theme_changed.connect(self._place)

    def say(self, title: str, subtitle: str) -> None:
        """Show this."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self._place()

    def sizeHint(self) -> QSize:
        """Room for both."""
        title, subtitle = self.title.sizeHint(), self.subtitle.sizeHint()
        width = title.width() + self._gap + subtitle.width()
        return QSize(width, max(title.height(), subtitle.height()))

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of a title."""
        return QSize(_LEAST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        hint, height = self.title.sizeHint().width(), self.height()
        beside = self.subtitle.sizeHint().width() + self._gap
        width = min(hint, max(self.width() - beside, _LEAST))
        self.title.setGeometry(0, 0, width, height)
        left = width + self._gap
        self.subtitle.setGeometry(left, 0, max(self.width() - left, 0), height)
