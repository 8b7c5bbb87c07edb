# SPDX-License-Identifier: MIT
"""The kind of an entity, chosen from a menu; and the menu for a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QWidget

from novelist.domain.entities import EntityKind
from novelist.ui.bible.signs import ICONS
from novelist.ui.binding import ValueWidget
from novelist.ui.icons import Icons
from novelist.ui.labels import entity_kind_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.property_row import ValueButton

_WIDEST: Final = 240  # pixels


class KindChooser(ValueWidget):
    """Holds an ``EntityKind``."""

    inset = ValueButton.inset

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bible_kind")
        self._theme, self._icons = theme, icons
        self._value = EntityKind.CHARACTER
        self.button = ValueButton(theme, icons, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.button.setMaximumWidth(_WIDEST)
        row.addWidget(self.button, 1)
        row.addStretch(0)
        self.setFocusProxy(self.button)
        self.button.value_requested.connect(self._on_button_value_requested)

    def value(self) -> EntityKind:
        """What is chosen."""
        return self._value

    def set_value(self, value: EntityKind) -> None:
        """Show another one."""
        self._value = value
        self.retell()

    def set_name(self, name: str) -> None:
        """What it is called."""
        self.setAccessibleName(name)
        self.button.setAccessibleName(name)

    def retell(self) -> None:
        """Say it in the language of the interface."""
        self.button.set_value(entity_kind_label(self._value))

    def _on_button_value_requested(self) -> None:
        menu = kind_menu(self._theme, self._icons, self, self._on_chosen, self._value)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _on_chosen(self, kind: EntityKind) -> None:
        if kind is not self._value:
            self.set_value(kind)
            self.value_changed.emit()


def kind_menu(
    theme: Theme,
    icons: Icons,
    parent: QWidget,
    chosen: Callable[[EntityKind], None],
    checked: EntityKind | None = None,
) -> Menu:
    """A menu of all kinds; ``checked`` is the one that is chosen already."""
    menu = Menu(theme, parent)
    menu.setObjectName("bible_kinds")
    menu.aboutToHide.connect(menu.deleteLater)
    add_kinds(menu, icons, chosen, checked)
    return menu


def add_kinds(
    menu: Menu,
    icons: Icons,
    chosen: Callable[[EntityKind], None],
    checked: EntityKind | None = None,
) -> None:
    """Put a row for each kind into a menu."""
    group = QActionGroup(menu)
    for kind in EntityKind:
        action = menu.addAction(entity_kind_label(kind))
        action.setObjectName(f"bible_kind_{kind}")
        if checked is None:
            action.setIcon(icons.icon(ICONS[kind]))
        else:
            group.addAction(action)
            action.setCheckable(True)
            action.setChecked(kind is checked)
        action.triggered.connect(partial(_choose, chosen, kind))


def _choose(chosen: Callable[[EntityKind], None], kind: EntityKind, _checked: bool = False) -> None:
    chosen(kind)
