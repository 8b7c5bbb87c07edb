# SPDX-License-Identifier: MIT
"""The tree on the screen: selection, dragging, renaming in place, type-ahead, what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QDeadlineTimer,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from novelist.domain.enums import ItemKind
from novelist.ui.binder.delegate import BinderDelegate
from novelist.ui.binder.drag_card import HOT_SPOT, drag_card
from novelist.ui.binder.filter_proxy import BinderFilter, Section
from novelist.ui.binder.places import Place
from novelist.ui.binder.tree_model import BinderModel, ItemRole
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.row_view import RowTree

_Position = QAbstractItemView.DropIndicatorPosition
_EDGE = 8  # pixels of a container's row that mean "before" and "after" it
_EXPAND_DELAY = 600  # milliseconds over a closed row until a drag opens it
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_COMMANDING = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier  # as Windows tells it


@dataclass(frozen=True)
class _Drop:
    """What a point over the tree means to a drag, and the row that shows it."""

    index: QModelIndex
    position: _Position
    place: Place


class BinderView(RowTree):
    """A tree over a ``BinderFilter``, spoken to in ids."""

    open_requested = Signal(int)  # to write in it
    tab_requested = Signal(int)  # to open it in a tab of its own
    browse_requested = Signal(int)  # to see it; the keyboard stays here
    selection_changed = Signal(list)  # ids, in tree order

    def __init__(self, theme: Theme, icons: Icons, model: BinderModel, parent: QWidget) -> None:
        super().__init__(theme, icons, parent, delegate=BinderDelegate(theme, icons, parent))
        self._model = model
        self.shown = BinderFilter(model, self)
        self._open: set[int] = set()
        self._kept: tuple[list[int], int | None, int] = ([], None, 0)
        self._typed, self._typed_until = "", QDeadlineTimer()
        self._following = True
        self.write: Callable[[QKeyEvent | QInputMethodEvent], bool] = _write_nothing
        """Takes what is typed into the text that is open; False where there is none."""
        self.setModel(self.shown)
        self.setUniformRowHeights(False)  # parts have air above them
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(_EXPAND_DELAY)
        self._connect()

    def _connect(self) -> None:
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_activated)
        self.shown.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        self.shown.modelReset.connect(self._on_model_reset)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    # What is chosen.

    def selected_ids(self) -> list[int]:
        """The chosen items, in tree order."""
        indexes = self.selectionModel().selectedRows()
        found = [item_id for item_id in map(self.shown.id_of, indexes) if item_id is not None]
        return sorted(found, key=self._model.tree.path)

    @property
    def current_id(self) -> int | None:
        """The item with the keyboard's attention, or None."""
        return self.shown.id_of(self.currentIndex())

    def select(self, ids: Iterable[int], current: int | None = None) -> None:
        """Choose these items; the current one is the first, where none is named."""
        indexes = [index for index in map(self.shown.index_of, ids) if index.isValid()]
        flags = QItemSelectionModel.SelectionFlag
        selection = QItemSelection()
        for index in indexes:
            selection.select(index, index)
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        first = self.shown.index_of(current) if current is not None else QModelIndex()
        if not first.isValid() and indexes:
            first = indexes[0]
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)

    def show_item(self, item_id: int) -> None:
        """Choose one item, open what holds it and scroll to it."""
        self.open_ancestors([item_id])
        place = self.verticalScrollBar().value()  # to choose it may scroll already
        self.select([item_id])
        index = self.shown.index_of(item_id)
        if index.isValid():
            self._bring_into_view(index, place)

    def scroll_to(self, item_id: int) -> None:
        """Bring an item into view, if it is shown."""
        index = self.shown.index_of(item_id)
        if index.isValid():
            self.executeDelayedItemsLayout()
            self._bring_into_view(index, self.verticalScrollBar().value())

    def _bring_into_view(self, index: QModelIndex, place: int) -> None:
        """Scroll to a row, and if that moved the rows from ``place``, to its chapter above it."""
        bar = self.verticalScrollBar()
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        if bar.value() != place:
            missing = self._room_above(index) - self.visualRect(index).top()
            bar.setValue(bar.value() - max(missing, 0))

    def _room_above(self, index: QModelIndex) -> int:
        """What a row is to have above it: all up to its chapter if that is near, or two rows."""
        row, room = self.visualRect(index), self.viewport().height() // 2
        holder = index.parent()
        above = row.top() - self.visualRect(holder).top() if holder.isValid() else room + 1
        return above if above <= room else min(2 * row.height(), room)

    def rename(self, item_id: int) -> None:
        """Put the field for a new title over the row."""
        self.show_item(item_id)
        index = self.shown.index_of(item_id)
        if index.isValid():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit(index)

    # What is open.

    def expanded_ids(self) -> set[int]:
        """The containers that are open, also while a search shows others."""
        return set(self._open)

    def set_expanded_ids(self, ids: Iterable[int]) -> None:
        """Open exactly these containers."""
        self._open = {item_id for item_id in ids if item_id in self._model.tree}
        self._restore_open()

    def expect_expanded_ids(self, ids: Iterable[int]) -> None:
        """Open exactly these containers when the model has its new items."""
        self._open = set(ids)

    def open_ancestors(self, ids: Iterable[int]) -> None:
        """Open whatever holds these items."""
        for item_id in ids:
            if item_id in self._model.tree:
                for above in reversed(list(self._model.tree.ancestors(item_id))):
                    self.setExpanded(self.shown.index_of(above), True)

    def open_all(self) -> None:
        """Open every container."""
        tree = self._model.tree
        self._open = {item_id for item_id in tree.items if tree.children(item_id)}
        self.expandAll()

    def close_all(self) -> None:
        """Close every container."""
        self._open.clear()
        self.collapseAll()

    def search(self, text: str) -> None:
        """Show what matches, opened; with "" everything again, open as it was."""
        self._following = False
        self.shown.set_text(text)
        if self.shown.text:
            self.expandAll()
        else:
            self.collapseAll()
        self._following = True
        if not self.shown.text:
            self._restore_open()
            if self.current_id is not None:
                self.show_item(self.current_id)

    def show_section(self, section: Section) -> None:
        """Show the manuscript or the notes, opened as they were."""
        self.shown.set_section(section)
        self._restore_open()

    def _restore_open(self) -> None:
        self._following = False
        self.collapseAll()
        self._open_kept()

    def _open_kept(self) -> None:
        self._following = False
        self.scheduleDelayedItemsLayout()  # many openings, one layout
        for item_id in self._open:
            self.setExpanded(self.shown.index_of(item_id), True)
        self._following = True

    def _on_expanded(self, index: QModelIndex) -> None:
        item_id = self.shown.id_of(index)
        if self._following and not self.shown.text and item_id is not None:
            self._open.add(item_id)

    def _on_collapsed(self, index: QModelIndex) -> None:
        item_id = self.shown.id_of(index)
        if self._following and not self.shown.text and item_id is not None:
            self._open.discard(item_id)

    def _on_model_about_to_be_reset(self) -> None:
        self._kept = (self.selected_ids(), self.current_id, self.verticalScrollBar().value())

    def _on_model_reset(self) -> None:
        """Open, choose and scroll as before: only the rows are others."""
        ids, current, scroll = self._kept
        self._open &= self._model.tree.items.keys()
        self._open_kept()
        self.select(ids, current)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scroll)

    # What a person does.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Words go into the open text; Enter goes there too; arrows go from scene to scene."""
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in _ENTER and not event.modifiers() & _COMMANDING:
            self._on_activated(self.currentIndex())
        elif not (_types_words(event) and self.write(event)):
            self._go(event)

    def _go(self, event: QKeyEvent) -> None:
        before = self.current_id
        super().keyPressEvent(event)
        if self.current_id != before and self.selected_ids() == [self.current_id]:
            self._on_clicked(self.currentIndex())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed goes into the open text as well."""
        if not self.write(event):
            super().inputMethodEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Qt: go to the next row whose title begins with what is typed in quick succession."""
        if self._typed_until.hasExpired():
            self._typed = ""
        self._typed += search
        self._typed_until.setRemainingTime(QGuiApplication.styleHints().keyboardInputInterval())
        repeated = len(set(self._typed)) == 1 and len(self._typed) > 1
        wanted = self._typed[0] if repeated else self._typed
        found = self._next_titled(wanted.casefold(), after=repeated or len(self._typed) == 1)
        if found is not None:
            self.show_item(found)

    def _next_titled(self, start: str, *, after: bool) -> int | None:
        index = self.currentIndex()
        if not index.isValid() or after:
            index = self._next_row(index)
        first = index
        while index.isValid():
            titles = (index.data(Qt.ItemDataRole.EditRole), index.data())
            if any(str(title).casefold().startswith(start) for title in titles):
                return self.shown.id_of(index)
            index = self._next_row(index)
            if index == first:
                break
        return None

    def _next_row(self, index: QModelIndex) -> QModelIndex:
        """The row below, after the last the first."""
        below = self.indexBelow(index) if index.isValid() else QModelIndex()
        return below if below.isValid() else self.shown.index(0, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button opens a text in a tab of its own."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        item_id = self.shown.id_of(index)
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        if is_middle and item_id is not None and _has_text(index):
            self.tab_requested.emit(item_id)

    def _on_clicked(self, index: QModelIndex) -> None:
        item_id = self.shown.id_of(index)
        chosen_more = QGuiApplication.keyboardModifiers() & _CHOOSING
        if item_id is not None and _has_text(index) and not chosen_more:
            self.browse_requested.emit(item_id)

    def _on_activated(self, index: QModelIndex) -> None:
        item_id = self.shown.id_of(index)
        if item_id is None:
            return
        if _has_text(index):
            self.open_requested.emit(item_id)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self.selected_ids())

    # Dragging.

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's name
        """Qt: carry the chosen rows as a card beside the pointer."""
        roots = self._model.tree.without_descendants(self.selected_ids())
        if not roots:
            return
        indexes = [self._model.index_of(item_id) for item_id in roots]
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(indexes))
        title, ratio = str(indexes[0].data()), self.devicePixelRatioF()
        drag.setPixmap(drag_card(self.theme, title, len(roots), ratio))
        drag.setHotSpot(HOT_SPOT)
        drag.exec(Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: show where the drag would be dropped."""
        super().dragMoveEvent(event)
        drop = self._drop_at(event.position().toPoint(), event.mimeData())
        self._clear_drop()
        if drop is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self._show_drop(drop)
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: ask for the move to the place that was shown."""
        drop = self._drop_at(event.position().toPoint(), event.mimeData())
        super().dragLeaveEvent(QDragLeaveEvent())  # stops scrolling, forgets the place
        if drop is None:
            event.ignore()
            return
        parent = self._model.index_of(drop.place.parent_id)
        action = Qt.DropAction.MoveAction
        self._model.dropMimeData(event.mimeData(), action, drop.place.row, 0, parent)
        event.setDropAction(action)
        event.accept()

    def _drop_at(self, point: QPoint, data: QMimeData) -> _Drop | None:
        """The first place under the mouse that takes what is dragged."""
        ids = self._model.dragged_ids(data)
        for drop in self._drops_at(point):
            if self._model.may_move(ids, drop.place.parent_id):
                return drop
        return None

    def _drops_at(self, point: QPoint) -> list[_Drop]:
        """The places meant by a point, the likeliest first."""
        index = self.indexAt(point)
        item_id = self.shown.id_of(index)
        if item_id is None:
            end = Place(None, len(self._model.tree.children(None)))
            return [_Drop(self._lowest_row(), _Position.BelowItem, end)]
        ground = self.rows.layout(self, self.visualRect(index), index).ground
        beside = [self._drop_above(index, item_id), self._drop_below(index, item_id)]
        if point.y() > ground.center().y():
            beside.reverse()
        if not index.flags() & Qt.ItemFlag.ItemIsDropEnabled:
            return beside[:1]
        into = Place(item_id, len(self._model.tree.children(item_id)))
        inside = _Drop(index, _Position.OnItem, into)
        if ground.adjusted(0, _EDGE, 0, -_EDGE).contains(point):
            return [inside, *beside[:1]]
        return [*beside[:1], inside]

    def _drop_above(self, index: QModelIndex, item_id: int) -> _Drop:
        tree = self._model.tree
        place = Place(tree.parent(item_id), tree.row(item_id))
        return _Drop(index, _Position.AboveItem, place)

    def _drop_below(self, index: QModelIndex, item_id: int) -> _Drop:
        """After the item; below one that is open this is the beginning of its inside."""
        tree = self._model.tree
        if self.isExpanded(index) and self.shown.rowCount(index):
            return _Drop(self.shown.index(0, 0, index), _Position.AboveItem, Place(item_id, 0))
        place = Place(tree.parent(item_id), tree.row(item_id) + 1)
        return _Drop(index, _Position.BelowItem, place)

    def _show_drop(self, drop: _Drop) -> None:
        if drop.position is _Position.OnItem:
            self.rows.drop_into = QPersistentModelIndex(drop.index)
        elif drop.index.isValid():
            self._drop_line = (QPersistentModelIndex(drop.index), drop.position)

    def _lowest_row(self) -> QModelIndex:
        index = self.shown.index(self.shown.rowCount() - 1, 0)
        while self.isExpanded(index) and self.shown.rowCount(index):
            index = self.shown.index(self.shown.rowCount(index) - 1, 0, index)
        return index


def _write_nothing(_event: QKeyEvent | QInputMethodEvent) -> bool:
    return False


def _types_words(event: QKeyEvent) -> bool:
    commanding = event.modifiers() & _COMMANDING
    return (
        bool(event.text())
        and event.text().isprintable()
        and commanding in (_Modifier.NoModifier, _ALT_GR)
    )


def _has_text(index: QModelIndex) -> bool:
    return ItemKind(index.data(ItemRole.KIND)).has_text
