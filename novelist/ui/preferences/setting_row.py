# SPDX-License-Identifier: MIT
"""One preference: its name at the left, its control at the right, a hairline below."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.text_label import TextLabel

_HEIGHT = 48


class SettingRow(QWidget):
    """Controls are added at the right end; the first is named by the label."""

    def __init__(self, theme: Theme, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._controls = controls
        self._label = TextLabel(theme, "body", "text", self, wrap=True)
        self._hint = TextLabel(theme, "small", "text_2", self, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._label)
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(16)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)
        self.setMinimumHeight(_HEIGHT)

    def set_words(self, label: str, hint: str = "") -> None:
        """The name, and a line below it where one helps."""
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for control in self._controls[:1]:
            if not isinstance(control, QAbstractButton):  # a button is named by its own words
                control.setAccessibleName(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        with painting(self) as painter:
            line = self._theme.colour("line")
            horizontal_line(painter, 0, self.width(), self.height() - 1, line)
