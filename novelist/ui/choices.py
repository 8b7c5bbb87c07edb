# SPDX-License-Identifier: MIT
"""The menu of statuses or labels, as the binder and the inspector show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QFont
from PySide6.QtWidgets import QMenu

from novelist.ui.theme import Theme
from novelist.ui.widgets.dot_icon import dot_icon
from novelist.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from novelist.db.models import Label, Status


@dataclass(frozen=True)
class Choices:
    """A menu of statuses or labels; ``choose`` gets the id, None for the first entry.

    The last entry, ``new``, leads to where one is made.
    """

    title: str
    none: str
    values: Sequence[Status | Label]
    chosen: object
    choose: Callable[[int | None], None]
    new: str
    make: Callable[[], object]

    def add_to(self, menu: QMenu, theme: Theme) -> QMenu:
        """Add a menu inside ``menu``."""
        inner = Menu(theme, menu)
        inner.setTitle(self.title)
        menu.addMenu(inner)
        self.fill(inner, theme)
        return inner

    def fill(self, menu: QMenu, theme: Theme) -> None:
        """Add an entry for each value, after the one for none."""
        group = QActionGroup(menu)
        entries = [(None, self.none, ""), *((v.id, v.name, v.hue) for v in self.values)]
        for key, name, hue in entries:
            action = menu.addAction(dot_icon(theme, hue), name)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(key == self.chosen)
            action.setFont(_marked(action.font(), key == self.chosen))
            action.triggered.connect(partial(_choose, self.choose, key))
        menu.addSeparator()
        menu.addAction(dot_icon(theme, ""), self.new).triggered.connect(lambda: self.make())


def _marked(font: QFont, is_chosen: bool) -> QFont:
    """The chosen entry is heavier: its dot stands where a check would."""
    font.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
    return font


def _choose(choose: Callable[[int | None], None], key: int | None, _checked: bool = False) -> None:
    choose(key)
