# SPDX-License-Identifier: MIT
"""Threads as rows: what a card of the list shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from novelist.domain.comments import Thread
from novelist.domain.excerpts import shortened

CARD: Final = Qt.ItemDataRole.UserRole
_QUOTED: Final = 140  # characters of a passage
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """One thread; ``scene`` is the title of its scene where several are listed, else ""."""

    thread: Thread
    item_id: int
    quote: str
    is_lost: bool
    scene: str = ""


def quoted(text: str) -> str:
    """A passage on one line, as it is quoted."""
    return shortened(text, _QUOTED)


class CommentsModel(QAbstractListModel):
    """A row a thread, in the order of reading."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []

    def show(self, cards: Sequence[Card]) -> bool:
        """Show these; rows stay where the threads are the same. Whether any is otherwise."""
        if [each.thread.id for each in cards] != [each.thread.id for each in self._cards]:
            self.beginResetModel()
            self._cards = list(cards)
            self.endResetModel()
            return True
        changed = [n for n, card in enumerate(cards) if card != self._cards[n]]
        for number in changed:
            self._cards[number] = cards[number]
            self.dataChanged.emit(self.index(number), self.index(number))
        return bool(changed)

    def cards(self) -> list[Card]:
        """All of them, in order."""
        return self._cards

    def row_of(self, thread_id: int | None) -> int:
        """The row of a thread; -1 where it is not listed."""
        found = (n for n, card in enumerate(self._cards) if card.thread.id == thread_id)
        return next(found, -1)

    def card(self, index: _Index) -> Card:
        """The card of a row."""
        return self._cards[index.row()]

    def tell_size(self, row: int) -> None:
        """The card of a row is higher or lower now."""
        if 0 <= row < len(self._cards):
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many threads there are."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the comment says, or its ``Card``."""
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.thread.remarks[0].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.quote}: {card.thread.remarks[0].text}"
        return None
