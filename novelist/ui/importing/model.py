# SPDX-License-Identifier: MIT
"""The tree of an import plan for Qt: titles with check boxes, kinds, words."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QObject, Qt, Signal

from novelist.domain.enums import ItemKind
from novelist.ui.importing.plan import Choice, ImportPlan, PlannedItem
from novelist.ui.labels import count_label, kind_label, untitled_label
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.row_look import RowRole

_KIND_ICONS: Final = {
    ItemKind.PART: "layers",
    ItemKind.CHAPTER: "folder-closed",
    ItemKind.FOLDER: "folder-closed",
    ItemKind.SCENE: "file-text",
    ItemKind.FRONT: "book-open",
    ItemKind.BACK: "book-open",
    ItemKind.NOTE: "sticky-note",
}
_CHECKS: Final = {
    Choice.OUT: Qt.CheckState.Unchecked,
    Choice.PARTLY: Qt.CheckState.PartiallyChecked,
    Choice.IN: Qt.CheckState.Checked,
}


class KindRole(IntEnum):
    """What the rows of a plan answer besides ``RowRole``."""

    KIND = RowRole.LAST + 1  # ItemKind
    HAS_CHOICE = RowRole.LAST + 2  # bool: it may be made another kind


class PlanModel(QAbstractItemModel):
    """Shows a plan and changes it; nothing is copied, so a plan of any size appears at once."""

    plan_changed = Signal()  # something was left out, taken in, or made another kind

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._answers: dict[int, Callable[[PlannedItem], object]] = {
            Qt.ItemDataRole.DisplayRole: self.title_of,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.CheckStateRole: lambda item: _CHECKS[item.choice],
            RowRole.ICON: lambda item: _KIND_ICONS[item.kind],
            RowRole.COUNT: self.words_text,
            RowRole.MUTED: lambda item: item.choice is Choice.OUT or not item.is_in_book,
            RowRole.NOTE: self._note_of,
            RowRole.STRONG: lambda item: item.kind.is_container,
            KindRole.KIND: lambda item: item.kind,
            KindRole.HAS_CHOICE: lambda item: len(item.kinds()) > 1,
        }

    def set_plan(self, plan: ImportPlan | None) -> None:
        """Show another plan, or nothing."""
        self.beginResetModel()
        self._plan = plan
        self.endResetModel()

    def planned(self, index: Index) -> PlannedItem | None:
        """What stands at an index; None at the root."""
        if not index.isValid() or self._plan is None:
            return None
        return self._plan.numbered[index.internalId()]

    def index_of(self, item: PlannedItem) -> QModelIndex:
        """Where something stands."""
        return self.createIndex(item.row, 0, item.number)

    def set_kind(self, index: Index, kind: ItemKind) -> None:
        """Make it another kind; what a text swallows leaves the tree, and comes back with it."""
        item = self.planned(index)
        if item is None or item.kind == kind:
            return
        place, shown = self.index_of(item), len(item.children)
        if kind.has_text and shown:
            self.beginRemoveRows(place, 0, shown - 1)
            item.set_kind(kind)
            self.endRemoveRows()
        elif not shown and (coming := item.children_as(kind)):
            self.beginInsertRows(place, 0, len(coming) - 1)
            item.set_kind(kind)
            self.endInsertRows()
        else:
            item.set_kind(kind)
        self._announce(item)

    def set_chosen(self, index: Index, chosen: bool) -> None:
        """Take it in with all that is inside, or leave it out."""
        item = self.planned(index)
        if item is not None:
            item.set_chosen(chosen)
            self._announce(item)

    def set_all_chosen(self, chosen: bool) -> None:
        """Take everything in, or leave everything out."""
        for item in self._plan.items if self._plan else []:
            item.set_chosen(chosen)
            self._announce(item)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for item in self._plan.items if self._plan else []:
            self._announce_below(item)

    def _announce(self, item: PlannedItem) -> None:
        above: PlannedItem | None = item
        while above is not None:
            self.dataChanged.emit(self.index_of(above), self.index_of(above))
            above = above.parent
        self._announce_below(item)
        self.plan_changed.emit()

    def _announce_below(self, item: PlannedItem) -> None:
        for each in item.walk():
            if each.children:
                first, last = each.children[0], each.children[-1]
                self.dataChanged.emit(self.index_of(first), self.index_of(last))

    # Qt's side.

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The place of a row in ``parent``."""
        siblings = self._siblings(parent)
        if 0 <= row < len(siblings) and column == 0:
            return self.createIndex(row, 0, siblings[row].number)
        return QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]  # Qt overloads it with QObject.parent
        """What an index lies in."""
        item = self.planned(index) if index is not None else None
        if item is None or item.parent is None:
            return QModelIndex()
        return self.index_of(item.parent)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many things lie directly inside."""
        return len(self._siblings(parent))

    def columnCount(self, parent: Index | None = None) -> int:
        """One: the row paints its kind and its words itself."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be chosen and checked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, the check and the spoken name of a row."""
        item = self.planned(index)
        answer = self._answers.get(role)
        return answer(item) if item is not None and answer is not None else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or uncheck a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        unchecked = (Qt.CheckState.Unchecked, Qt.CheckState.Unchecked.value)
        self.set_chosen(index, value not in unchecked)
        return True

    def title_of(self, item: PlannedItem) -> str:
        """How a thing is called in the tree: by its title, or by how it begins."""
        if not item.title and item.kind.has_text and (opening := item.opening):
            return self.tr("“{opening}…”").format(opening=opening)
        return item.title or untitled_label(item.kind)

    def _note_of(self, item: PlannedItem) -> str | None:
        if item.choice is Choice.OUT:
            return None
        if item.item.is_trashed:
            return self.tr("in Trash")
        if item.in_manuscript or item.kind is ItemKind.NOTE:
            return None
        return self.tr("outside the manuscript")

    def _siblings(self, parent: Index | None) -> list[PlannedItem]:
        item = self.planned(parent) if parent is not None else None
        if item is not None:
            return item.children
        return self._plan.items if self._plan else []

    def words_text(self, item: PlannedItem) -> str:
        """The count of a row; nothing where there is no text."""
        words = item.all_words if item.choice is Choice.OUT else item.words
        return QLocale().toString(words) if words else ""

    def kinds(self) -> set[ItemKind]:
        """Those that there are."""
        return {item.kind for item in self._plan.numbered} if self._plan else set()

    def widest_count(self) -> str:
        """The longest count that a row may have, its figures all alike."""
        outer = self._plan.items if self._plan else []  # nothing has more than what it lies in
        words = max((item.all_words for item in outer), default=0)
        return re.sub(r"\d", "8", QLocale().toString(words)) if words else ""

    def _spoken(self, item: PlannedItem) -> str:
        language = self._plan.novel.language if self._plan else ""
        words = count_label(item.words, language)
        return ", ".join((self.title_of(item), kind_label(item.kind), words))
