# SPDX-License-Identifier: MIT
"""The activity bar at the far left: where one can go, and the menu at its foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.context import Context
from novelist.ui.widgets.rail_button import RailButton
from novelist.ui.widgets.retranslated import Retranslated


@dataclass(frozen=True)
class _Entry:
    """A page of the window, or something that opens over it."""

    name: str
    icon: str
    is_page: bool = True


_TOP: Final = (
    _Entry("shelf", "library"),
    _Entry("trash", "trash-2"),
    _Entry("write", "pen-line"),
    _Entry("bible", "book-open"),
    _Entry("search", "search"),
    _Entry("history", "history"),
    _Entry("compile", "book-check"),
)
_FOOT: Final = (
    _Entry("preferences", "settings", is_page=False),
    _Entry("menu", "menu", is_page=False),
)
_OF_LIBRARY: Final = ("shelf", "trash", "bible", "search", "history", "compile")
"""Nothing is there without one."""
_SHARED: Final = {"import": "shelf", "reading": "write"}  # pages that stand under another entry


class Rail(Retranslated, QWidget):
    """Emits ``page_requested`` for a page, and the wishes for what opens over the window."""

    page_requested = Signal(str)
    preferences_requested = Signal()
    menu_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._context = context
        self._buttons: dict[str, RailButton] = {}
        self._library_is_open = True
        self._build()
        self.set_current("")
        context.theme.theme_changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(4)
        for entry in _TOP:
            column.addWidget(self._button(entry))
        column.addStretch(1)
        for entry in _FOOT:
            column.addWidget(self._button(entry), 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_write_available(False)

    def _button(self, entry: _Entry) -> RailButton:
        context = self._context
        button = RailButton(
            context.theme,
            context.icons,
            entry.icon,
            self,
            checkable=entry.is_page,
            with_label=entry.is_page,
        )
        button.setObjectName(f"rail_{entry.name}")
        button.clicked.connect(self._wish(entry))
        self._buttons[entry.name] = button
        return button

    def _wish(self, entry: _Entry) -> Callable[[], None]:
        if not entry.is_page:
            wishes = {
                "preferences": self.preferences_requested,
                "menu": self.menu_requested,
            }
            return lambda: wishes[entry.name].emit()

        def ask() -> None:
            self._buttons[entry.name].setChecked(entry.name == self._current)
            self.page_requested.emit(entry.name)

        return ask

    def set_current(self, page: str) -> None:
        """Mark the page that is open; Trash shows beside the shelf; the others where a novel is."""
        self._current = _SHARED.get(page, page)
        for name, button in self._buttons.items():
            if button.isCheckable():
                button.setChecked(name == self._current)
            button.update()  # the mouse may have gone while the page came
        on_shelf = self._current in ("shelf", "trash")
        self._buttons["trash"].setVisible(on_shelf)

    def set_write_available(self, available: bool) -> None:
        """Whether a novel is open to go back to."""
        for name in ("write", "bible", "search", "history", "compile"):
            self._buttons[name].setVisible(available)

    def set_library_available(self, available: bool) -> None:
        """Whether a library is open; without one nothing of it can be looked at."""
        self._library_is_open = available
        for name in _OF_LIBRARY:
            self._buttons[name].setEnabled(available)
        self.retranslate()

    def button(self, name: str) -> RailButton:
        """The button of an entry, to hang a menu on it."""
        return self._buttons[name]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        names = {
            "shelf": self.tr("Shelf"),
            "trash": self.tr("Trash"),
            "write": self.tr("Write"),
            "bible": self.tr("Bible"),
            "search": self.tr("Search"),
            "history": self.tr("History"),
            "compile": self.tr("Compile"),
            "preferences": self.tr("Preferences"),
            "menu": self.tr("Menu"),
        }
        closed = "" if self._library_is_open else self.tr("No library is open.")
        for name, text in names.items():
            self._buttons[name].set_name(text, closed if name in _OF_LIBRARY else "")

    def _dress(self) -> None:
        self._context.theme.lay_ground(self, "window")
        self.setFixedWidth(self._context.theme.size("rail"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._context.theme.colour("line"))
