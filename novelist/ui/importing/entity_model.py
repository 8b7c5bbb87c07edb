# SPDX-License-Identifier: MIT
"""People, places and things of an import plan for Qt: a list under the names of their kinds."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from novelist.domain.entities import EntityKind
from novelist.ui.bible.signs import ICONS
from novelist.ui.importing.plan import PlannedEntity
from novelist.ui.labels import entity_heading, unnamed_label
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.row_look import RowRole

_ROOT: Final = QModelIndex()
Row = EntityKind | PlannedEntity


class EntityRole(IntEnum):
    """What the rows answer besides ``RowRole``."""

    DEPTH = RowRole.LAST + 1  # int: 0 for a kind


class EntityPlanModel(QAbstractListModel):
    """Shows what comes into the story bible; a row is a kind with all of it, or one of them."""

    plan_changed = Signal()  # something was left out or taken in

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._of_kind: dict[EntityKind, list[PlannedEntity]] = {}

    def show(self, entities: Sequence[PlannedEntity]) -> None:
        """Show these."""
        self.beginResetModel()
        by_kind = {kind: [e for e in entities if e.entity.kind is kind] for kind in EntityKind}
        self._of_kind = {kind: found for kind, found in by_kind.items() if found}
        self._rows = []
        for kind, found in self._of_kind.items():
            self._rows += [kind, *found]
        self.endResetModel()

    def entity_of(self, index: Index) -> PlannedEntity | None:
        """The entity of a row; None for a kind."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, PlannedEntity) else None

    def toggle(self, index: Index) -> None:
        """Leave out what is taken in, or take it in; of a kind all."""
        if not index.isValid():
            return
        row = self._rows[index.row()]
        among = [row] if isinstance(row, PlannedEntity) else self._of_kind[row]
        chosen = not all(each.is_chosen for each in among)
        for each in among:
            each.is_chosen = chosen
        self.retell()
        self.plan_changed.emit()

    def retell(self) -> None:
        """Say everything anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Qt: a list."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be chosen and checked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag(0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Qt: what a row says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._of_one(row, role) if isinstance(row, PlannedEntity) else self._all(row, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: check or uncheck a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggle(index)
        return True

    def _of_one(self, row: PlannedEntity, role: int) -> Any:  # noqa: ANN401
        entity = row.entity
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entity.name.strip() or unnamed_label(entity.kind)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked
        answers = {
            RowRole.ICON: ICONS[entity.kind],
            RowRole.NOTE: entity.summary.strip().split("\n")[0],
            RowRole.MUTED: not row.is_chosen,
            EntityRole.DEPTH: 1,
        }
        return answers.get(role)  # type: ignore[call-overload]  # roles are whole numbers

    def _all(self, kind: EntityKind, role: int) -> Any:  # noqa: ANN401
        among = self._of_kind[kind]
        chosen = sum(each.is_chosen for each in among)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entity_heading(kind)
        if role == Qt.ItemDataRole.CheckStateRole:
            if chosen == len(among):
                return Qt.CheckState.Checked
            return Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        answers = {
            RowRole.STRONG: True,
            RowRole.COUNT: QLocale().toString(chosen),
            RowRole.MUTED: not chosen,
            EntityRole.DEPTH: 0,
        }
        return answers.get(role)  # type: ignore[call-overload]  # roles are whole numbers
