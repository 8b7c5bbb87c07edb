# SPDX-License-Identifier: MIT
"""A radio button with a line below it that says what the choice is for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.text_label import TextLabel

_TEXT_LEFT = 24  # under the word of the radio button


class ChoiceRow(QWidget):
    """A press anywhere on the row chooses it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QRadioButton(self)
        self._line = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._line.setContentsMargins(_TEXT_LEFT, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button)
        column.addWidget(self._line)

    def set_words(self, name: str, line: str) -> None:
        """The name of the choice, and what it is for."""
        self.button.setText(name)
        self.button.setAccessibleName(name)
        self.button.setAccessibleDescription(line)
        self._line.setText(line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line belongs to the button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.click()
