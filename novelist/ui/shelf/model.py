# SPDX-License-Identifier: MIT
"""The novels on the shelf as rows, with the tile for a new one at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from novelist.ui.shelf.caption import shown_title, spoken_card

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

Index = QModelIndex | QPersistentModelIndex


class ShelfRole(IntEnum):
    """What a row answers besides its title."""

    CARD = Qt.ItemDataRole.UserRole + 1  # NovelCard; None for the tile
    NOVEL_ID = Qt.ItemDataRole.UserRole + 2  # int; 0 for the tile


class ShelfModel(QAbstractListModel):
    """Cards in the order they are given; ``set_filter`` keeps those of a title or author."""

    rename_requested = Signal(int, str)
    """A title was typed for a novel."""

    def __init__(self, parent: QObject | None = None, *, with_tile: bool = True) -> None:
        super().__init__(parent)
        self._all: list[NovelCard] = []
        self._cards: list[NovelCard] = []
        self._filter = ""
        self._with_tile = with_tile

    @property
    def cards(self) -> list[NovelCard]:
        """Every novel, whether the filter shows it or not."""
        return list(self._all)

    @property
    def shown(self) -> list[NovelCard]:
        """The novels that the filter lets through."""
        return list(self._cards)

    def set_cards(self, cards: Sequence[NovelCard]) -> None:
        """Show these novels; where only their values changed, rows stay as they are."""
        self._all = list(cards)
        shown = self._matching()
        if [card.id for card in shown] == [card.id for card in self._cards]:
            self._cards = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
        else:
            self._reset(shown)

    def set_filter(self, text: str) -> None:
        """Keep the novels whose title or author holds the text, in any case."""
        self._filter = text.strip().casefold()
        shown = self._matching()
        if shown != self._cards or self._with_tile:
            self._reset(shown)

    def row_of(self, novel_id: int) -> int | None:
        """Where the novel stands; None where it is not shown."""
        rows = (row for row, card in enumerate(self._cards) if card.id == novel_id)
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Novels, and the tile where nothing is searched."""
        if parent.isValid():
            return 0
        return len(self._cards) + (1 if self._has_tile() else 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, card, and the line that is read aloud."""
        if not index.isValid():
            return None
        card = self._cards[index.row()] if index.row() < len(self._cards) else None
        if role == ShelfRole.NOVEL_ID:
            return card.id if card else 0
        if role == ShelfRole.CARD:
            return card
        return self._words(card, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the new title, and show it until the answer comes."""
        card = self._cards[index.row()]
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not title or title == card.title:
            return False
        renamed = replace(card, title=title)
        self._cards[index.row()] = renamed
        self._all[self._all.index(card)] = renamed
        self.dataChanged.emit(index, index)
        self.rename_requested.emit(card.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Novels can be renamed; the tile can only be pressed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.row() < len(self._cards) else flags

    def _words(self, card: NovelCard | None, role: int) -> str | None:
        if role == Qt.ItemDataRole.EditRole:
            return card.title if card else None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_title(card) if card else self.tr("New novel")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_card(card) if card else self.tr("New novel")
        return None

    def _has_tile(self) -> bool:
        return self._with_tile and not self._filter

    def _matching(self) -> list[NovelCard]:
        if not self._filter:
            return list(self._all)
        return [
            card for card in self._all if self._filter in f"{card.title}\n{card.author}".casefold()
        ]

    def _reset(self, shown: list[NovelCard]) -> None:
        self.beginResetModel()
        self._cards = shown
        self.endResetModel()
