# SPDX-License-Identifier: MIT
"""The entities as rows under the names of their kinds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from novelist.domain.entities import EntityKind
from novelist.ui.bible.draft import Draft
from novelist.ui.bible.signs import ICONS
from novelist.ui.dragged_ids import carry_ids
from novelist.ui.labels import entity_heading, unnamed_label
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.row_look import RowRole

MIME: Final = "application/x-novelist-entity"
_ROOT: Final = QModelIndex()
_FEW: Final = 24  # rows that come and go one by one; more are shown anew

Row = EntityKind | Draft


class EntityModel(QAbstractListModel):
    """A row is the heading of a kind, or an entity; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: Sequence[Draft] = ()
        self._rows: list[Row] = []
        self._words: list[str] = []
        self._has_all_kinds = False

    # -- what there is -------------------------------------------------------------------------

    def show(self, drafts: Iterable[Draft]) -> None:
        """Show these, which come by kind."""
        self._drafts = list(drafts)
        self._arrange()
        self.retell()  # undone, or written elsewhere, it says something else

    def set_filter(self, text: str) -> None:
        """Show those only that have all the words in their names or summaries."""
        words = _folded(text).split()
        if words != self._words:
            self._words = words
            self._arrange()

    def set_all_kinds(self, wanted: bool) -> None:
        """Whether a kind has its heading even where nothing stands below it."""
        if wanted != self._has_all_kinds:
            self._has_all_kinds = wanted
            self._arrange()

    def refresh(self, draft: Draft) -> None:
        """Something else is to be said in the row of an entity."""
        index = self.index_of(draft.id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def retell(self) -> None:
        """Say everything anew, in another language."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @property
    def matches(self) -> int:
        """How many entities are shown."""
        return sum(isinstance(row, Draft) for row in self._rows)

    def is_heading(self, number: int) -> bool:
        """Whether a row is the name of a kind."""
        return not isinstance(self._rows[number], Draft)

    def draft_of(self, index: Index) -> Draft | None:
        """The entity of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Draft) else None

    def kind_of(self, index: Index) -> EntityKind | None:
        """The kind that a row is the heading of, or that its entity has."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.kind if isinstance(row, Draft) else row

    def index_of(self, entity_id: int | None) -> QModelIndex:
        """The row of an entity; the invalid one while it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Draft) and row.id == entity_id:
                return self.index(number)
        return QModelIndex()

    def heading_of(self, kind: EntityKind) -> QModelIndex:
        """The row of a heading; the invalid one while it is not shown."""
        is_there = kind in self._rows
        return self.index(self._rows.index(kind)) if is_there else QModelIndex()

    # -- Qt ------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Qt: a list."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Qt: what a row says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if not isinstance(row, Draft):
            return _heading(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name.strip() or unnamed_label(row.kind)
        if role == RowRole.NOTE:
            return said_below(row)
        if role == RowRole.ICON:
            return ICONS[row.kind]
        if role == RowRole.MUTED:
            return not row.name.strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = row.name.strip() or unnamed_label(row.kind)
            return ", ".join(filter(None, (name, said_below(row))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a heading cannot be chosen."""
        if self.draft_of(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag
        chosen = flags.ItemIsSelectable | flags.ItemIsEnabled
        return chosen | flags.ItemIsDragEnabled | flags.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        """Qt: what a drag carries."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: the ids of the rows that are dragged."""
        drafts = [draft for index in indexes if (draft := self.draft_of(index)) is not None]
        return carry_ids(MIME, [draft.id for draft in drafts])

    def dropMimeData(
        self, _data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        """Qt: no row is made of what is dropped; the list asks for another kind.

        Qt would take the ids for its own form of rows, and make room for hundreds of millions.
        """
        return False

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: what is dragged changes its kind."""
        return Qt.DropAction.MoveAction

    # -- rows ----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        wanted = self._wanted()
        if not self._come_and_go(wanted):
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    def _wanted(self) -> list[Row]:
        rows: list[Row] = []
        shown = [draft for draft in self._drafts if self._accepts(draft)]
        for kind in EntityKind:
            of_kind = [draft for draft in shown if draft.kind is kind]
            if of_kind or self._has_all_kinds:
                rows += [kind, *of_kind]
        return rows

    def _come_and_go(self, wanted: list[Row]) -> bool:
        """Let a few rows come and go, so that what is chosen stays chosen; whether that is all."""
        keys, known = set(map(id, wanted)), set(map(id, self._rows))
        gone = [n for n, row in enumerate(self._rows) if id(row) not in keys]
        fresh = [n for n, row in enumerate(wanted) if id(row) not in known]
        stay = [row for row in self._rows if id(row) in keys]
        if len(gone) + len(fresh) > _FEW or stay != [r for r in wanted if id(r) in known]:
            return False
        for number in reversed(gone):
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()
        for number in fresh:
            self.beginInsertRows(QModelIndex(), number, number)
            self._rows.insert(number, wanted[number])
            self.endInsertRows()
        return True

    def _accepts(self, draft: Draft) -> bool:
        if not self._words:
            return True
        text = _folded("\n".join((draft.name, *draft.aliases, draft.summary)))
        return all(word in text for word in self._words)


def said_below(draft: Draft) -> str:
    """What stands under the name: the summary, else the other names."""
    return " ".join(draft.summary.split()) or " · ".join(draft.aliases)


def _heading(kind: EntityKind, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return entity_heading(kind)
    return True if role == RowRole.SECTION else None


def _folded(text: str) -> str:
    """Without case and without the width of letters, so that more is found."""
    return unicodedata.normalize("NFKC", text).casefold()
