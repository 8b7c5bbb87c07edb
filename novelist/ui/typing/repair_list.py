# SPDX-License-Identifier: MIT
"""What can be repaired, a row each: the words around it as they are and as they would be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from novelist.domain.finding.replacing import Change, replace_in_text
from novelist.services.finding.full_width import FoundRepair
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList

_AROUND: Final = 8  # characters before and behind
_LONGEST: Final = 24  # of a pair and what stands between
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()


class RepairModel(QAbstractListModel):
    """Repairs with their checks; all are chosen at first."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: list[FoundRepair] = []
        self._left: set[int] = set()

    @property
    def chosen(self) -> list[FoundRepair]:
        """Those that are to be done."""
        return [each for row, each in enumerate(self._found) if row not in self._left]

    def clear(self) -> None:
        """Nothing is found yet."""
        self.beginResetModel()
        self._found, self._left = [], set()
        self.endResetModel()
        self.chosen_changed.emit()

    def add(self, found: Sequence[FoundRepair]) -> None:
        """More was found."""
        if not found:
            return
        first = len(self._found)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self._found += found
        self.endInsertRows()
        self.chosen_changed.emit()

    def toggle(self, row: int) -> None:
        """Choose one, or leave it as it is."""
        self._left ^= {row}
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()

    def choose_all(self, chosen: bool) -> None:
        """Choose all, or none."""
        self._left = set() if chosen else set(range(len(self._found)))
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._found) - 1, 0))
        self.chosen_changed.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._found)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Each can be chosen."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """The words as they are, those they become, and whether they are to."""
        if not index.isValid():
            return None
        if role == _Role.CheckStateRole:
            checked = index.row() not in self._left
            return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        if role in (_Role.DisplayRole, RowRole.NOTE, _Role.AccessibleTextRole):
            old, new = _snippets(self._found[index.row()])
            if role == _Role.DisplayRole:
                return old
            return f"→  {new}" if role == RowRole.NOTE else f"{old} → {new}"
        return None


def _snippets(found: FoundRepair) -> tuple[str, str]:
    """The words around a repair before and after it."""
    text, repair = found.text, found.repair
    start = max(repair.start - _AROUND, 0)
    end = min(repair.end, repair.start + _LONGEST) + _AROUND
    inside = [
        Change(change.start - start, change.end - start, change.new)
        for change in repair.changes
        if change.end <= end
    ]
    before, after = "…" if start else "", "…" if end < len(text) else ""
    old = text[start:end].replace("\n", " ")
    return f"{before}{old}{after}", f"{before}{replace_in_text(old, inside)}{after}"


class RepairList(RowList):
    """A click or Space takes a row in or out."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, icons, parent)
        self.setObjectName("repair_list")
        self.rows_found = RepairModel(self)
        self.setModel(self.rows_found)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space toggles the row."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows_found.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.rows_found.toggle(index.row())
