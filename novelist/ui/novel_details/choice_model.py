# SPDX-License-Identifier: MIT
"""The statuses or labels of a novel as rows: dot, name, how many entries carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from novelist.ui.dragged_ids import carry_ids, ids_in
from novelist.ui.widgets.row_look import RowRole

Index = QModelIndex | QPersistentModelIndex
MIME: Final = "application/x-novelist-choice"
_ROOT: Final = QModelIndex()


@dataclass(frozen=True)
class ChoiceRow:
    """One status or label, and how many entries carry it."""

    id: int
    name: str
    hue: str
    carriers: int


class ChoiceModel(QAbstractListModel):
    """A view of the store: renames and moves are wishes, ``show_rows`` shows what came of them."""

    rename_requested = Signal(int, str)
    move_requested = Signal(int, int)  # id, its place among the others

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[ChoiceRow] = []

    @property
    def rows(self) -> list[ChoiceRow]:
        """All of them, in order."""
        return self._rows

    def show_rows(self, rows: Sequence[ChoiceRow]) -> None:
        """Show these. Where only words and hues changed, what is being renamed goes on."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same and rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, choice_id: int | None) -> QModelIndex:
        """Where it stands; no index where it does not."""
        place = next((at for at, row in enumerate(self._rows) if row.id == choice_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Qt: how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what a row shows."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name
        if role == RowRole.DOT:
            return row.hue
        if role == RowRole.COUNT:
            return str(row.carriers) if row.carriers else None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: ask for another name; an empty one, or the same, is none."""
        name, row = " ".join(str(value).split()), self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or name in ("", row.name):
            return False
        self.rename_requested.emit(row.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: rows are named in place and dragged between each other."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        editable = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Qt: our own type alone."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: the id of the row that is dragged."""
        return carry_ids(MIME, [self._rows[indexes[0].row()].id])

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Qt: ask for the move; the rows follow when the store has changed."""
        choice_id = next(iter(ids_in(MIME, data)), 0)
        index = self.row_of(choice_id)
        if not index.isValid():
            return False
        end = len(self._rows)
        self._ask_to_move(choice_id, index.row(), end if row < 0 else row)
        return True

    def step(self, choice_id: int, by: int) -> None:
        """Ask to move it up (-1) or down (1)."""
        place = self.row_of(choice_id).row()
        if place >= 0 and 0 <= place + by < len(self._rows):
            self.move_requested.emit(choice_id, place + by)

    def _ask_to_move(self, choice_id: int, place: int, before: int) -> None:
        """``before`` counts the rows as they stand, with the one that is moved."""
        wanted = before - 1 if before > place else before
        if wanted != place:
            self.move_requested.emit(choice_id, wanted)
