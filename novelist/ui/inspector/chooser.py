# SPDX-License-Identifier: MIT
"""The status or label of a scene: dot and name, chosen from a menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from novelist.ui.binding import ValueWidget
from novelist.ui.choices import Choices
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.property_row import ValueButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from novelist.db.models import Label, Status
    from novelist.ui.icons import Icons
    from novelist.ui.theme import Theme


class Chooser(ValueWidget):
    """Holds the id of a status or label, or None; ``tinted`` shows labels on their tint."""

    new_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget, *, tinted: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tinted = tinted
        self._value: int | None = None
        self._values: Sequence[Status | Label] = ()
        self._none = self._new = ""
        self.button = ValueButton(theme, icons, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.button.value_requested.connect(self._on_button_value_requested)

    def value(self) -> int | None:
        """The id that is chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show another one."""
        self._value = value
        self._show()

    def set_values(self, values: Sequence[Status | Label]) -> None:
        """What there is to choose from."""
        self._values = values
        self._show()

    def set_words(self, name: str, none: str, new: str) -> None:
        """What it is, what is shown for none, and the entry that leads to a new one."""
        self.setAccessibleName(name)
        self.button.setAccessibleName(name)
        self._none, self._new = none, new
        self._show()

    def menu(self) -> Menu:
        """The menu of all values."""
        menu = Menu(self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = Choices(
            "", self._none, self._values, self._value, self._on_chosen,
            self._new, self.new_requested.emit,
        )  # fmt: skip
        choices.fill(menu, self._theme)
        return menu

    def _show(self) -> None:
        chosen = next((value for value in self._values if value.id == self._value), None)
        if chosen is None:
            self.button.set_value(self._none, muted=True)
        else:
            self.button.set_value(chosen.name, chosen.hue, tinted=self._tinted)

    def _on_button_value_requested(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _on_chosen(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit()
