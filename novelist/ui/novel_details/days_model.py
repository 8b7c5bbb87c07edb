# SPDX-License-Identifier: MIT
"""The months in which a novel was written, and in each of them its days, the latest first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from novelist.domain.writing_days import WrittenDay, WrittenDays, by_month
from novelist.ui.labels import count_label
from novelist.ui.novel_details.days_words import DaysWords
from novelist.ui.widgets.row_look import RowRole

Index = QModelIndex | QPersistentModelIndex
SHARE: Final = RowRole.LAST + 1
"""A number from 0 to 1: how much a row is of the largest of its kind."""
_ROOT: Final = QModelIndex()
_MONTH: Final = 0  # the internal id of a month; that of a day is the number of its month, from 1


class DaysModel(QAbstractItemModel):
    """Rows are made when they are asked for: a long life has many days."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = DaysWords(self)
        self._language = ""
        self.show_days({}, "")

    def show_days(self, days: WrittenDays, language: str) -> None:
        """Show these of a novel in that language."""
        self.beginResetModel()
        self._language, self._months = language, by_month(days)
        self._largest = (
            max((each.words for each in self._months), default=0),
            max((each.words for each in days.values()), default=0),
        )
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Qt: where a month or day stands."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _MONTH)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # of QObject too
        """Qt: the month of a day."""
        if not index.isValid() or index.internalId() == _MONTH:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _MONTH)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Qt: how many months there are, or days in one."""
        if not parent.isValid():
            return len(self._months)
        is_month = parent.internalId() == _MONTH and parent.column() == 0
        return len(self._months[parent.row()].days) if is_month else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Qt: one, with all that a row says."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what a row shows."""
        if not index.isValid():
            return None
        is_month = index.internalId() == _MONTH
        said = self._of_month(index.row()) if is_month else self._of_day(index)
        title, note, words = said
        largest = self._largest[0 if is_month else 1]
        count = count_label(words, self._language)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(x for x in (title, note, count) if x),
            RowRole.NOTE: note or None,
            RowRole.COUNT: count,
            RowRole.STRONG: is_month or None,
            SHARE: max(words, 0) / largest if largest > 0 else 0.0,
        }
        return answers.get(role)

    def _of_month(self, row: int) -> tuple[str, str, int]:
        month = self._months[row]
        return self._words.month(month), self._words.days(len(month.days)), month.words

    def _of_day(self, index: Index) -> tuple[str, str, int]:
        day, written = self._months[index.internalId() - 1].days[index.row()]
        return self._words.day(day), self._time(written), written.words

    def _time(self, written: WrittenDay) -> str:
        return self._words.time(written.seconds) if written.seconds else ""
