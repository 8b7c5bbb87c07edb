# SPDX-License-Identifier: MIT
"""A quiet button that says which of a few things is chosen, and shows them all in a menu."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.menu import Menu


class ChoiceButton(Button):
    """``name`` is its object name; that of its menu has an s, those of the actions their values."""

    chosen = Signal(str)
    """Somebody chose this in the menu."""

    def __init__(
        self, theme: Theme, icons: Icons, parent: QWidget, *, name: str, value: str
    ) -> None:
        super().__init__(theme, icons, ButtonRole.QUIET, parent, icon="chevron-down", small=True)
        self.setObjectName(name)
        self._menu_theme = theme
        self._words: Mapping[str, str] = {}
        self.value = value
        """What is chosen."""
        self.clicked.connect(self._show_menu)

    def set_words(self, words: Mapping[str, str]) -> None:
        """What there is to choose from, in the language of the interface, by value."""
        self._words = words
        self.setText(words[self.value])

    def choose(self, value: str) -> None:
        """Choose that; tells nobody."""
        self.value = value
        self.setText(self._words[value])

    def _show_menu(self) -> None:
        menu = Menu(self._menu_theme, self)
        menu.setObjectName(f"{self.objectName()}s")
        group = QActionGroup(menu)
        for value, words in self._words.items():
            action = menu.addAction(words)
            action.setObjectName(f"{self.objectName()}_{value}")
            action.setCheckable(True)
            action.setChecked(value == self.value)
            group.addAction(action)
            action.triggered.connect(partial(self._on_action_triggered, value))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_action_triggered(self, value: str, _checked: bool = False) -> None:
        self.choose(value)
        self.chosen.emit(value)
