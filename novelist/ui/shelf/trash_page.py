# SPDX-License-Identifier: MIT
"""The page of the novels that were thrown away: bring back, or delete for ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.shelf.grid import CoverGrid
from novelist.ui.shelf.header import TrashHeader
from novelist.ui.shelf.model import ShelfModel
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

_TOP = 38


class TrashPage(Retranslated, QWidget):
    """A click chooses, Enter puts back, Delete asks whether to delete for ever."""

    restore_requested = Signal(int)
    purge_requested = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trash_page")
        self.model = ShelfModel(self, with_tile=False)
        self.header = TrashHeader(theme, icons, self)
        self._note = TextLabel(theme, "body", "text_2", self)
        self.grid = CoverGrid(theme, icons, self.model, self)
        self.grid.setObjectName("trash_covers")
        self.grid.open_nothing()
        self.empty = EmptyState(theme, icons, "trash-2", self)
        self.empty.setObjectName("trash_empty")
        self._top = QVBoxLayout()
        self._top.setSpacing(theme.space("s"))
        self._top.addWidget(self.header)
        self._top.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _TOP, 0, 0)
        column.setSpacing(theme.space("xl"))
        column.addLayout(self._top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.empty, 1)
        column.addStretch(0)
        self._connect()
        self.retranslate()
        self.set_cards(())

    def set_cards(self, cards: Sequence[NovelCard]) -> None:
        """Show these novels."""
        self.model.set_cards(cards)
        empty = not self.model.cards
        self.grid.setVisible(not empty)
        self.header.setVisible(not empty)
        self._note.setVisible(not empty)
        self.empty.setVisible(empty)
        self.grid.fit()
        self._on_current_changed()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.grid.setAccessibleName(self.tr("Trash"))
        self._note.setText(self.tr("Novels stay here until you delete them for ever."))
        self.empty.set_words(self.tr("Nothing has been thrown away."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Align the words to the outer edges of the covers."""
        super().resizeEvent(event)
        left, right = self.grid.edges(self.width())
        self._top.setContentsMargins(left, 0, right, 0)

    def _connect(self) -> None:
        self.header.restore_requested.connect(self._on_restore_requested)
        self.header.purge_requested.connect(self._on_purge_requested)
        self.grid.delete_requested.connect(self.purge_requested)
        self.grid.current_changed.connect(self._on_current_changed)

    def _on_restore_requested(self) -> None:
        self.restore_requested.emit(self.grid.current_id)

    def _on_purge_requested(self) -> None:
        self.purge_requested.emit(self.grid.current_id)

    def _on_current_changed(self) -> None:
        self.header.set_chosen(bool(self.grid.current_id))
