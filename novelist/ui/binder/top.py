# SPDX-License-Identifier: MIT
"""The header of the binder: where one is, the search, and the button for something new."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_field import SearchField
from novelist.ui.widgets.title_button import TitleButton


class BinderTop(Retranslated, QWidget):
    """Title, search and plus on the line of all panel headers; the search field below it."""

    title_requested = Signal()  # the title of the novel was pressed
    back_requested = Signal()
    search_changed = Signal(str)
    search_left = Signal()  # the field was closed, or left downwards for the tree
    add_requested = Signal(QPoint)  # where its menu opens, on the screen

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = PanelHeader(theme, icons, self, pressable=True)
        self.header.title.setObjectName("binder_title")
        self.back_button = IconButton(theme, icons, "chevron-left", self)
        self.search_button = self.header.add_button("search", checkable=True)
        self.add_button = self.header.add_button("plus")
        self.search_field = SearchField(theme, icons, self)
        for name in ("back_button", "search_button", "add_button", "search_field"):
            getattr(self, name).setObjectName(f"binder_{name}")
        self._lay_out(theme)
        self._connect()
        self.retranslate()

    def set_place(self, title: str, *, can_go_back: bool, can_add: bool, can_search: bool) -> None:
        """Say whose outline this is, or which place beside it, and what can be done here."""
        self.header.set_title(title)
        self.header.title.setEnabled(not can_go_back)
        self.back_button.setVisible(can_go_back)
        self.add_button.setVisible(can_add)
        self.search_button.setVisible(can_search)
        if not can_search:
            self.search_button.setChecked(False)

    def open_search(self) -> None:
        """Show the search field and go to it."""
        self.search_button.setChecked(True)
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear_search(self) -> None:
        """Search for nothing."""
        self.search_field.clear()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.header.title.setAccessibleDescription(self.tr("Novel details"))
        self.back_button.set_name(self.tr("Back to the manuscript"))
        self.search_button.set_name(self.tr("Find in the binder"))
        self.add_button.set_name(self.tr("Add"))
        self.search_field.set_words(self.tr("Title or synopsis"), self.tr("Clear"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc in the empty field closes it, Down goes to what was found."""
        in_field = self.search_field.hasFocus()
        if in_field and event.key() == Qt.Key.Key_Escape:
            self.search_button.setChecked(False)
        elif in_field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        line = self.header.layout()
        if isinstance(line, QHBoxLayout):
            line.insertWidget(0, self.back_button)
        self.back_button.hide()
        self.search_field.hide()
        field = QVBoxLayout()
        field.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        field.addWidget(self.search_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space("s"))
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(field)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_requested)
        if isinstance(self.header.title, TitleButton):
            self.header.title.clicked.connect(self.title_requested)
        self.search_field.textChanged.connect(self.search_changed)
        self.search_button.toggled.connect(self._on_search_button_toggled)
        self.add_button.clicked.connect(self._on_add_button_clicked)

    def _on_search_button_toggled(self, opened: bool) -> None:
        self.search_field.setVisible(opened)
        if opened:
            self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.search_field.clear()
            self.search_left.emit()

    def _on_add_button_clicked(self) -> None:
        self.add_requested.emit(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))
