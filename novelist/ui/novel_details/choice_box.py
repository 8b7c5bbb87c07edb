# SPDX-License-Identifier: MIT
"""A list of words that drops down, for a binding: it holds the value behind the word."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from novelist.ui.binding import ValueWidget


class ChoiceBox(ValueWidget):
    """Holds one of the values of ``set_choices``, or a foreign one that ``name`` gives a word."""

    def __init__(self, parent: QWidget, *, name: Callable[[str], str] = str) -> None:
        super().__init__(parent)
        self._name = name
        self.box = QComboBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._on_box_activated)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """The values with their words; what is chosen stays."""
        value = self.value()
        self.box.clear()
        for key, word in choices:
            self.box.addItem(word, key)
        if value:
            self.set_value(value)

    def value(self) -> str:
        """The value that is chosen; "" before there is any."""
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show another one."""
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(self._name(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)

    def set_name(self, name: str) -> None:
        """What it is, for a screen reader."""
        self.setAccessibleName(name)
        self.box.setAccessibleName(name)

    def _on_box_activated(self) -> None:
        self.value_changed.emit()
