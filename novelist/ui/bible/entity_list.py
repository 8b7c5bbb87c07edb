# SPDX-License-Identifier: MIT
"""The list of entities: chosen, moved to another kind, deleted by keys, mouse and menu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from novelist.domain.entities import EntityKind
from novelist.ui.bible.draft import Draft
from novelist.ui.bible.kind_chooser import add_kinds
from novelist.ui.bible.list_model import MIME, EntityModel
from novelist.ui.dragged_ids import ids_in
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.painting import text_line
from novelist.ui.widgets.row_delegate import RowDelegate
from novelist.ui.widgets.row_view import RowList

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KINDS: Final = list(EntityKind)


class EntityDelegate(RowDelegate):
    """A heading on one line; an entity on two, with the sign of its kind."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and room around them, or the line of a heading."""
        model = index.model()
        assert isinstance(model, EntityModel)  # asked itself: this is wanted of every row at once
        is_heading = model.is_heading(index.row())
        return QSize(0, self._theme.size("row" if is_heading else "row_two_lines"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, two lines."""
        look = self._looks.of(index)
        if look.is_section:
            option.state |= QStyle.StateFlag.State_Enabled
            option.state &= ~QStyle.StateFlag.State_MouseOver
            super().paint(painter, option, index)
            return
        theme, side = self._theme, self._theme.space("s")
        ground = option.rect.adjusted(side, 1, -side, -1)
        painter.save()
        self._paint_ground(painter, option, ground, index)
        icon = theme.size("icon_row")
        left, line = ground.left() + side, theme.type_style("body").line
        lines = 2 if look.note else 1
        top = ground.top() + (ground.height() - lines * line) // 2
        self._paint_icon(painter, look.icon, QRect(left, top, icon, line), look.icon_ink)
        left += icon + side
        room = QRect(left, top, ground.right() - side - left, line)
        painter.setFont(self._title_font(option, look))
        painter.setPen(theme.colour("text_3" if look.is_muted else "text"))
        text_line(painter, room, look.title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        text_line(painter, room.translated(0, line), look.note)
        painter.restore()


class EntityList(RowList):
    """Enter goes to the form, F2 renames, Del deletes; Alt and an arrow or a drag give a kind."""

    entity_chosen = Signal(int)
    kind_requested = Signal(int, str)
    delete_requested = Signal(int)
    form_requested = Signal()
    rename_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(theme, icons, parent)
        self.setObjectName("bible_list")
        self._icons = icons
        self.entities = EntityModel(self)
        self.rows = EntityDelegate(theme, icons, self)
        self.setItemDelegate(self.rows)
        self.setUniformItemSizes(False)
        self.setModel(self.entities)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self._is_showing = False
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def chosen(self) -> Draft | None:
        """The entity of the current row."""
        return self.entities.draft_of(self.currentIndex())

    def show_entities(self, drafts: Iterable[Draft], chosen: int | None) -> None:
        """Show these, one of them chosen; tells nobody."""
        with self._showing():
            self.entities.show(drafts)
            self._choose(chosen)

    def set_filter(self, text: str, chosen: int | None) -> None:
        """Show what has these words; ``chosen`` stays that where it is shown."""
        with self._showing():
            self.entities.set_filter(text)
            self._choose(chosen)

    def choose(self, entity_id: int | None) -> None:
        """Choose an entity, and have it in view; tells nobody."""
        with self._showing():
            self._choose(entity_id)

    def choose_first(self) -> None:
        """Choose what comes first, as a person would."""
        for row in range(self.entities.rowCount()):
            index = self.entities.index(row)
            if self.entities.draft_of(index) is not None:
                self.setCurrentIndex(index)
                return

    @contextmanager
    def _showing(self) -> Iterator[None]:
        """What is chosen meanwhile is told to nobody."""
        before, self._is_showing = self._is_showing, True
        try:
            yield
        finally:
            self._is_showing = before

    def _choose(self, entity_id: int | None) -> None:
        index = self.entities.index_of(entity_id)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    # -- keys and menu -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list."""
        chosen = self.chosen
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if chosen is None:
            super().keyPressEvent(event)
        elif alt and event.key() in _STEPS:
            number = _KINDS.index(chosen.kind) + _STEPS[Qt.Key(event.key())]
            if 0 <= number < len(_KINDS):
                self.kind_requested.emit(chosen.id, str(_KINDS[number]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_requested.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(chosen.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with the row."""
        menu = self.menu()
        if menu is not None:
            menu.popup(event.globalPos())

    def menu(self) -> Menu | None:
        """The menu of the chosen row."""
        draft = self.chosen
        if draft is None:
            return None
        menu = Menu(self.theme, self)
        menu.setObjectName("bible_row_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        add_kinds(menu, self._icons, partial(self._ask_for_kind, draft.id), draft.kind)
        menu.addSeparator()
        rename = QAction(self.tr("Rename"), menu)
        rename.setObjectName("bible_rename")
        rename.triggered.connect(self.rename_requested)
        menu.addAction(rename)
        delete = QAction(self.tr("Delete"), menu)
        delete.setObjectName("bible_delete")
        delete.triggered.connect(partial(self.delete_requested.emit, draft.id))
        menu.addAction(delete)
        return menu

    def _ask_for_kind(self, entity_id: int, kind: EntityKind) -> None:
        self.kind_requested.emit(entity_id, str(kind))

    # -- drags ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: every kind offers its place."""
        super().dragEnterEvent(event)
        if self._is_own(event):
            self.entities.set_all_kinds(True)
            _accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: show the kind that would be given."""
        super().dragMoveEvent(event)
        kind = self._kind_at(event.position().toPoint())
        if kind is None or not self._is_own(event):
            self._mark(None)
            event.ignore()
        else:
            self._mark(kind)
            _accept(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: forget the place."""
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: ask for the kind where it was dropped."""
        kind = self._kind_at(event.position().toPoint())
        ids = ids_in(MIME, event.mimeData())
        super().dropEvent(event)
        self._end_drag()
        if kind is not None and ids and self._is_own(event):
            _accept(event)
            self.kind_requested.emit(ids[0], str(kind))

    def _is_own(self, event: QDropEvent) -> bool:
        """Whether a row of this very list is dragged: numbers of another program mean nothing."""
        return event.mimeData().hasFormat(MIME) and event.source() is self

    def _kind_at(self, point: QPoint) -> EntityKind | None:
        return self.entities.kind_of(self.indexAt(point))

    def _mark(self, kind: EntityKind | None) -> None:
        index = QModelIndex() if kind is None else self.entities.heading_of(kind)
        self.rows.drop_into = QPersistentModelIndex(index)
        self.viewport().update()

    def _end_drag(self) -> None:
        self._mark(None)
        self.entities.set_all_kinds(False)

    def _on_current_changed(self, current: QModelIndex) -> None:
        draft = self.entities.draft_of(current)
        if draft is not None and not self._is_showing:
            self.entity_chosen.emit(draft.id)


def _accept(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.MoveAction)
    event.accept()
