# SPDX-License-Identifier: MIT
"""The outline as Qt sees it: live items, read by role; wishes are emitted, never carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from novelist.domain.enums import ItemKind
from novelist.domain.excerpts import shortened
from novelist.domain.numbering import chapter_label
from novelist.domain.outline import may_contain, number_chapters
from novelist.ui.binder.outline_tree import OutlineTree
from novelist.ui.dragged_ids import carry_ids, ids_in
from novelist.ui.labels import STAND_IN_LENGTH, count_label, stand_in
from novelist.ui.widgets.row_look import RowRole

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem, Status

AnyIndex = QModelIndex | QPersistentModelIndex

MIME: Final = "application/x-novelist-outline-items"
_TOP: Final = QModelIndex()
_FLAG: Final = Qt.ItemFlag
_ANY_ITEM: Final = (
    _FLAG.ItemIsSelectable | _FLAG.ItemIsEnabled | _FLAG.ItemIsEditable | _FLAG.ItemIsDragEnabled
)
_HOLDS_OTHERS: Final = _ANY_ITEM | _FLAG.ItemIsDropEnabled
_HOLDS_NOTHING: Final = _ANY_ITEM | _FLAG.ItemNeverHasChildren
_MANY_STEPS: Final = 200  # from here on a reset is quicker than telling every step


class ItemRole(IntEnum):
    """What an index tells beyond the roles of Qt and of the rows."""

    ID = RowRole.LAST + 1
    KIND = RowRole.LAST + 2  # an ItemKind
    WORDS = RowRole.LAST + 3  # as a number; RowRole.COUNT is how it is shown
    IN_MANUSCRIPT = RowRole.LAST + 4
    NUMBER = RowRole.LAST + 5  # of the chapter, or None
    UNTITLED = RowRole.LAST + 6  # the shown title is only a stand-in


class BinderModel(QAbstractItemModel):
    """The tree of one novel. It never changes the items: it asks, and is told what changed."""

    move_requested = Signal(list, object, int)  # ids, parent id or None, index as they stand
    rename_requested = Signal(int, str)

    def __init__(self, parent: QObject | None = None, *, flat: bool = False) -> None:
        """``flat`` is for a list of loose items: each shows by an icon what it is."""
        super().__init__(parent)
        self.tree = OutlineTree()
        self._flat = flat
        self._language = "en"
        self._hues: dict[int, str] = {}
        self._numbers: dict[int, int] = {}
        self._excerpts: dict[int, str] = {}

    # What is shown.

    def set_outline(
        self, items: Iterable[OutlineItem], statuses: Iterable[Status] = (), language: str = "en"
    ) -> None:
        """Show these items in place of all that was there."""
        self.beginResetModel()
        self._language = language
        self._hues = {status.id: status.hue for status in statuses}
        self._excerpts = {}
        self.tree = OutlineTree(items)
        self._numbers = {} if self._flat else number_chapters(self.tree.items.values())
        self.endResetModel()

    def set_statuses(self, statuses: Iterable[Status]) -> None:
        """Follow a change of the statuses' colours."""
        self._hues = {status.id: status.hue for status in statuses}
        self._announce(self.tree.items)

    def set_excerpt(self, item_id: int, text: str) -> None:
        """The first words of a text, shown while its item has no title."""
        excerpt = shortened(text[: 4 * STAND_IN_LENGTH], STAND_IN_LENGTH)
        if self._excerpts.get(item_id, "") == excerpt:
            return
        self._excerpts[item_id] = excerpt
        if item_id in self.tree:
            self._announce([item_id])

    def refresh_item(self, item_id: int) -> None:
        """Show the present title, status and words of an item, and the totals above it."""
        if item_id in self.tree:
            changed = {item_id, *self.tree.recount(item_id)}
            if self.tree.items[item_id].kind == ItemKind.CHAPTER:
                changed |= self._renumber()
            self._announce(changed)

    def apply_changes(
        self, items_by_id: Mapping[int, OutlineItem], removed: Iterable[int] = ()
    ) -> None:
        """Follow a change of the store: new, moved, altered and removed items."""
        known = [item for item_id, item in items_by_id.items() if item_id in self.tree]
        self.tree.items.update((item.id, item) for item in known)
        if len(items_by_id) > _MANY_STEPS:
            self._rebuild(items_by_id, removed)
            return
        touched = self._insert_new(items_by_id) | self._move_across(known)
        is_other_tree = bool(touched) | self._remove(removed)
        known = [item for item in known if item.id in self.tree]
        for parent_id in touched | {self.tree.parent(item.id) for item in known}:
            is_other_tree |= self._sort(parent_id)
        changed = {item.id for item in known}
        for item in known:
            changed.update(self.tree.recount(item.id))
        if is_other_tree or any(item.kind == ItemKind.CHAPTER for item in known):
            changed |= self._renumber()
        self._announce(changed)

    @property
    def is_flat(self) -> bool:
        """Whether this is a list of loose items."""
        return self._flat

    # Indexes.

    def index_of(self, item_id: int | None) -> QModelIndex:
        """The index of an item; the invalid one for None and for items that are not here."""
        if item_id is None or item_id not in self.tree:
            return QModelIndex()
        return self.createIndex(self.tree.row(item_id), 0, item_id)

    def id_of(self, index: AnyIndex) -> int | None:
        """The id behind an index, None for the top."""
        return int(index.internalId()) if index.isValid() else None

    def index(self, row: int, column: int, parent: AnyIndex = _TOP) -> QModelIndex:
        """Qt: the index of a child."""
        children = self.tree.children(parent.internalId() if parent.isValid() else None)
        if column == 0 and 0 <= row < len(children):
            return self.createIndex(row, 0, children[row])
        return QModelIndex()

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]  # overloaded in Qt
        """Qt: the index of the item that holds it."""
        item_id = self.id_of(index)
        if item_id is None or item_id not in self.tree:
            return QModelIndex()
        return self.index_of(self.tree.parent(item_id))

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """Qt: how many items stand directly inside."""
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self.tree.children(self.id_of(parent)))

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """Qt: one; the count at the right is a role."""
        return 1

    # Values.

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: one value of an item, read from the live object."""
        item_id = self.id_of(index)
        item = None if item_id is None else self.tree.items.get(item_id)
        reader = _READERS.get(role)
        return None if item is None or reader is None else reader(self, item)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: ask for a new title; nothing changes here until the store has changed."""
        item_id = self.id_of(index)
        if item_id is not None and role == Qt.ItemDataRole.EditRole:
            title = " ".join(str(value).split())
            if title != self.tree.items[item_id].title:
                self.rename_requested.emit(item_id, title)
        return False

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Qt: everything can be chosen, renamed and dragged; containers take drops."""
        item_id = self.id_of(index)
        if item_id is None or item_id not in self.tree:
            return _FLAG.ItemIsDropEnabled
        return _HOLDS_OTHERS if _is_container(self.tree.items[item_id]) else _HOLDS_NOTHING

    def title_of(self, item: OutlineItem) -> str:
        """The title as the binder shows it, with the chapter's number or a stand-in."""
        title = item.title or self._stand_in(item)
        return chapter_label(self._numbers.get(item.id), self._language, title)

    def number_of(self, item: OutlineItem) -> int | None:
        """The chapter's number, None where it has none."""
        return self._numbers.get(item.id)

    def hue_of(self, item: OutlineItem) -> str | None:
        """The hue of the status; the dot belongs to scenes and other texts."""
        has_dot = not (self._flat or item.kind == ItemKind.NOTE or _is_container(item))
        if item.status_id is None or not has_dot:
            return None
        return self._hues.get(item.status_id)

    def icon_of(self, item: OutlineItem) -> str | None:
        """The icon before the title: notes have one, in a flat list everything."""
        kind = ItemKind(item.kind)
        return _KIND_ICONS[kind] if self._flat or kind in _WITH_ICON else None

    def count_of(self, item: OutlineItem) -> str:
        """The count at the right of a row, grouped by locale; parts have none."""
        is_hollow = self._flat and _is_container(item)  # what is inside is not here
        none = is_hollow or item.kind == ItemKind.PART
        return "" if none else QLocale().toString(self.words_of(item))

    def words_of(self, item: OutlineItem) -> int:
        """The item's words and those inside it."""
        return self.tree.total(item.id)

    def describe(self, item: OutlineItem) -> str:
        """Title and count in words, for tooltips and screen readers."""
        words = count_label(self.words_of(item), self._language)
        return self.tr("{title}, {words}").format(title=self.title_of(item), words=words)

    def retranslate(self) -> None:
        """Show stand-ins and counts in the present language of the interface."""
        self._announce(self.tree.items)

    def _stand_in(self, item: OutlineItem) -> str:
        return stand_in(item.kind, self._excerpts.get(item.id, ""), item.synopsis)

    # Drag and drop.

    def mimeTypes(self) -> list[str]:
        """Qt: our own type alone."""
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: items move."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: the ids of what is dragged, without those that come along anyway."""
        ids = [item_id for item_id in map(self.id_of, indexes) if item_id is not None]
        return carry_ids(MIME, self.tree.without_descendants(ids))

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Qt: whether everything dragged may stand there."""
        return self.may_move(self.dragged_ids(data), self.id_of(parent))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Qt: ask for the move; the rows follow when the store has changed."""
        ids, parent_id = self.dragged_ids(data), self.id_of(parent)
        if not self.may_move(ids, parent_id):
            return False
        end = len(self.tree.children(parent_id))
        self.move_requested.emit(ids, parent_id, end if row < 0 else min(row, end))
        return True

    def dragged_ids(self, data: QMimeData) -> list[int]:
        """The items of this novel that a drag carries."""
        return [item_id for item_id in ids_in(MIME, data) if item_id in self.tree]

    def may_move(self, ids: Sequence[int], parent_id: int | None) -> bool:
        """Whether all of ``ids`` may stand in ``parent_id``."""
        above: set[int] = set()
        kind: str | None = None
        if parent_id is not None:
            above = {parent_id, *self.tree.ancestors(parent_id)}
            kind = self.tree.items[parent_id].kind
        allowed = all(may_contain(kind, self.tree.items[item_id].kind) for item_id in ids)
        return bool(ids) and allowed and above.isdisjoint(ids)

    # Following the store.

    def _rebuild(self, items_by_id: Mapping[int, OutlineItem], removed: Iterable[int]) -> None:
        self.beginResetModel()
        gone = set(removed)
        items = {**self.tree.items, **items_by_id}
        self.tree = OutlineTree(item for item in items.values() if item.id not in gone)
        self._numbers = number_chapters(self.tree.items.values())
        self.endResetModel()

    def _insert_new(self, items_by_id: Mapping[int, OutlineItem]) -> set[int | None]:
        """Insert what is not here yet, parents first; the parents that got something."""
        waiting = {key: item for key, item in items_by_id.items() if key not in self.tree}
        touched: set[int | None] = set()
        while waiting:
            ready = [item for item in waiting.values() if item.parent_id not in waiting]
            for item in ready or list(waiting.values()):
                parent_id = self.tree.wanted_parent(item)
                row = self.tree.row_for(item, parent_id)
                self.beginInsertRows(self.index_of(parent_id), row, row)
                self.tree.insert(item, parent_id, row)
                self.endInsertRows()
                touched.add(parent_id)
                del waiting[item.id]
        return touched

    def _move_across(self, items: Iterable[OutlineItem]) -> set[int | None]:
        """Move the items whose parent is another one now; the parents that got something."""
        touched: set[int | None] = set()
        for item in items:
            parent_id = self.tree.wanted_parent(item)
            if parent_id != self.tree.parent(item.id):
                self._move(item.id, parent_id, self.tree.row_for(item, parent_id))
                touched.add(parent_id)
        return touched

    def _sort(self, parent_id: int | None) -> bool:
        """Bring the children into order; whether any moved."""
        steps = self.tree.moves_to_order(parent_id)
        for item_id, follows in steps:
            before = self.tree.row(item_id)
            row = 0 if follows is None else self.tree.row(follows) + 1
            self._move(item_id, parent_id, row - (before < row))
        return bool(steps)

    def _move(self, item_id: int, parent_id: int | None, row: int) -> None:
        """Move one item; ``row`` counts without it."""
        source, old = self.tree.parent(item_id), self.tree.row(item_id)
        shown = row + 1 if source == parent_id and old <= row else row
        begun = self.beginMoveRows(self.index_of(source), old, old, self.index_of(parent_id), shown)
        if begun:
            self.tree.move(item_id, parent_id, row)
            self.endMoveRows()

    def _remove(self, removed: Iterable[int]) -> bool:
        """Take items out, with all they hold; whether there were any."""
        roots = self.tree.without_descendants(removed)
        for item_id in roots:
            row = self.tree.row(item_id)
            self.beginRemoveRows(self.index_of(self.tree.parent(item_id)), row, row)
            self.tree.remove(item_id)
            self.endRemoveRows()
        return bool(roots)

    def _renumber(self) -> set[int]:
        """Number the chapters anew; the ids whose number changed."""
        before, self._numbers = self._numbers, number_chapters(self.tree.items.values())
        changed = {key for key, number in self._numbers.items() if before.get(key) != number}
        return changed | {key for key in before if key in self.tree and key not in self._numbers}

    def _announce(self, ids: Iterable[int]) -> None:
        """Tell that values changed: one signal for all rows of a parent."""
        rows: dict[int | None, list[int]] = {}
        for item_id in ids:
            rows.setdefault(self.tree.parent(item_id), []).append(self.tree.row(item_id))
        for parent_id, found in rows.items():
            parent = self.index_of(parent_id)
            first, last = self.index(min(found), 0, parent), self.index(max(found), 0, parent)
            self.dataChanged.emit(first, last)


def _is_container(item: OutlineItem) -> bool:
    return item.kind in _CONTAINERS


def is_muted(model: BinderModel, item: OutlineItem) -> bool:
    """Whether the title is quieter: a stand-in, or a scene left out of the manuscript."""
    left_out = not item.in_manuscript and not model.tree.is_outside(item.id)
    return left_out or not item.title


_CONTAINERS: Final = frozenset(kind for kind in ItemKind if kind.is_container)
_WITH_ICON: Final = frozenset({ItemKind.NOTE, ItemKind.FOLDER})
_KIND_ICONS: Final[Mapping[ItemKind, str]] = {
    ItemKind.PART: "layers",
    ItemKind.CHAPTER: "folder-closed",
    ItemKind.SCENE: "file-text",
    ItemKind.FOLDER: "folder-closed",
    ItemKind.NOTE: "sticky-note",
    ItemKind.FRONT: "file-text",
    ItemKind.BACK: "file-text",
}

_READERS: Final[Mapping[int, Callable[[BinderModel, OutlineItem], object]]] = {
    Qt.ItemDataRole.DisplayRole: BinderModel.title_of,
    Qt.ItemDataRole.EditRole: lambda _model, item: item.title,
    Qt.ItemDataRole.ToolTipRole: BinderModel.describe,
    Qt.ItemDataRole.AccessibleTextRole: BinderModel.describe,
    RowRole.DOT: BinderModel.hue_of,
    RowRole.ICON: BinderModel.icon_of,
    RowRole.COUNT: BinderModel.count_of,
    RowRole.MUTED: is_muted,
    RowRole.SECTION: lambda model, item: item.kind == ItemKind.PART and not model.is_flat,
    ItemRole.ID: lambda _model, item: item.id,
    ItemRole.KIND: lambda _model, item: ItemKind(item.kind),
    ItemRole.WORDS: BinderModel.words_of,
    ItemRole.IN_MANUSCRIPT: lambda _model, item: item.in_manuscript,
    ItemRole.NUMBER: BinderModel.number_of,
    ItemRole.UNTITLED: lambda _model, item: not item.title,
}
