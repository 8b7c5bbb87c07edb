# SPDX-License-Identifier: MIT
"""The sheet "Bookmarks": the words around each, the scene it stands in; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QWidget

from novelist.domain.bookmarks import Bookmark
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

_SIZE: Final = QSize(680, 560)
_PLACE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PlacedBookmark:
    """A bookmark, the item in whose text it stands, and what that is called."""

    item_id: int
    title: str
    bookmark: Bookmark


class _Places(RowList):
    """Enter goes to the place of a row, Delete removes the bookmark."""

    chosen = Signal(QModelIndex)
    removed = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.removed.emit(index)
        else:
            super().keyPressEvent(event)


class BookmarksSheet(Retranslated, Sheet):
    """Shows what it is given; going to one and removing one are wishes."""

    place_requested = Signal(object)
    """Go to this ``PlacedBookmark``."""
    removal_requested = Signal(object)
    """Remove this ``PlacedBookmark``."""

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("bookmarks_sheet")
        self._hint = TextLabel(theme, "small", "text_2", self)
        self.model = QStandardItemModel(self)
        self.list = _Places(theme, icons, self)
        self.list.setObjectName("bookmarks_list")
        self.list.setModel(self.model)
        self._empty = EmptyState(theme, icons, "bookmark", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._hint)
        self.body.addSpacing(theme.space("s"))
        self.body.addWidget(self._stack, 1)
        self.remove = self.add_button()
        self.remove.setObjectName("bookmark_remove")
        self.go = self.add_button(ButtonRole.PRIMARY)
        self.go.setObjectName("bookmark_go")
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.list.doubleClicked.connect(self._on_list_chosen)
        self.list.chosen.connect(self._on_list_chosen)
        self.list.removed.connect(self._on_list_removed)
        self.go.clicked.connect(lambda: self._on_list_chosen(self.list.currentIndex()))
        self.remove.clicked.connect(lambda: self._on_list_removed(self.list.currentIndex()))

    def show_bookmarks(self, found: Sequence[PlacedBookmark], chosen: int = 0) -> None:
        """List these, in the order of reading."""
        self.model.clear()
        for each in found:
            row = QStandardItem(f"{each.bookmark.before}{each.bookmark.after}".strip())
            row.setData(each, _PLACE)
            row.setData(each.title, RowRole.COUNT)
            row.setEditable(False)
            self.model.appendRow(row)
        self._stack.setCurrentWidget(self.list if found else self._empty)
        for widget in (self.go, self.remove, self._hint):
            widget.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.model.index(min(chosen, len(found) - 1), 0))

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.set_words(self.tr("Bookmarks"), self.tr("Close"))
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self._hint.setText(self.tr("Enter goes to the place, Delete removes the bookmark."))
        self._empty.set_words(
            self.tr("No bookmark in this novel yet. Ctrl+F2 sets one where the caret is.")
        )
        self.go.setText(self.tr("Go to the place"))
        self.remove.setText(self.tr("Remove bookmark"))

    def _on_list_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.place_requested.emit(index.data(_PLACE))

    def _on_list_removed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.removal_requested.emit(index.data(_PLACE))
