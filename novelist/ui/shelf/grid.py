# SPDX-License-Identifier: MIT
"""The covers side by side: as many in a row as fit, centred, moved through by arrows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from novelist.ui.icons import Icons
from novelist.ui.shelf.card_delegate import PAD, CardDelegate
from novelist.ui.shelf.model import Index, ShelfModel, ShelfRole
from novelist.ui.shelf.open_button import open_button_rect
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import KeyboardRing

_MOST_COLUMNS = 8
_SLACK = 2  # Qt breaks a row that is exactly full


def columns_in(width: int, cell: int) -> int:
    """How many cells stand in a row that wide."""
    return max(1, min(_MOST_COLUMNS, width // cell))


class CoverGrid(KeyboardRing, QListView):
    """A click chooses; a double click, Enter or the button on the cover opens.

    F2, Delete and the menu key do what they say on the card.
    """

    chosen = Signal(int)
    """A novel was opened; 0 stands for the tile."""
    delete_requested = Signal(int)
    menu_requested = Signal(int, QPoint)  # novel, place on the screen
    current_changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, model: ShelfModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards = CardDelegate(theme, icons, self)
        self._can_open = True
        self._clicked_at = QPoint()
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self._prepare()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        model.modelReset.connect(self.fit)
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        theme.theme_changed.connect(self._on_theme_changed)
        self._kept = 0
        self._on_theme_changed()

    def _prepare(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def open_nothing(self) -> None:
        """Let the mouse choose alone: what stands here cannot be opened."""
        self._can_open = self.cards.offers_to_open = False

    @property
    def current_id(self) -> int:
        """The novel that is chosen; 0 for the tile or none."""
        index = self.currentIndex()
        return int(index.data(ShelfRole.NOVEL_ID)) if index.isValid() else 0

    def edges(self, width: int) -> tuple[int, int]:
        """Distance of the outermost covers from the left and right edge of a page that wide."""
        row = self._columns(width) * self.cards.cell().width()
        left = max(min((width - row) // 2, width - row - self._reserve()), 0)
        return left + PAD, width - left - row + PAD

    def content_height(self) -> int:
        """The height of all rows."""
        rows = -(-self.model().rowCount() // self._columns(self.width()))
        return rows * self.cards.cell().height()

    def fit(self) -> None:
        """Take no more height than the rows need, and centre them."""
        left, right = self.edges(self.width())
        right = max(right - PAD - self._reserve(), 0)
        self.setViewportMargins(left - PAD, 0, right, 0)
        self.setMaximumHeight(max(self.content_height(), 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        return QSize(self.width(), self.content_height())

    def minimumSizeHint(self) -> QSize:
        """Half a cover."""
        cell = self.cards.cell()
        return QSize(cell.width(), min(cell.height() // 2, self.content_height()))

    def rename_current(self) -> None:
        """Type over the name of the chosen novel."""
        if self.current_id:
            self.edit(self.currentIndex())

    def select_novel(self, novel_id: int) -> None:
        """Choose that novel, or the first one where it is not shown."""
        model = self.model()
        row = model.row_of(novel_id) if isinstance(model, ShelfModel) else None
        if row is not None:
            self.setCurrentIndex(model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Delete throws away; arrows, Home and End move."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # what the field for a new name has no use for
            return
        self.show_ring(True)
        key, novel_id = event.key(), self.current_id
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(novel_id)
        elif key == Qt.Key.Key_F2:
            self.rename_current()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and novel_id:
            self.delete_requested.emit(novel_id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Note where the click is: on the button of a cover it means more."""
        self._clicked_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card under the mouse, or of the chosen one for the menu key."""
        index = self.currentIndex()
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        elif index.isValid():
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid() and index.data(ShelfRole.NOVEL_ID):
            self.setCurrentIndex(index)
            self.menu_requested.emit(int(index.data(ShelfRole.NOVEL_ID)), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cells to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that another novel is chosen."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def _columns(self, width: int) -> int:
        return columns_in(width - self._reserve(), self.cards.cell().width())

    def _reserve(self) -> int:
        """What the scroll bar takes."""
        return self._theme.size("scrollbar") + _SLACK

    def _on_clicked(self, index: QModelIndex) -> None:
        """The tile begins a novel at once, and the button on a cover opens it."""
        novel_id = int(index.data(ShelfRole.NOVEL_ID))
        button = open_button_rect(self.cards.cover_rect(self.visualRect(index)))
        if self._can_open and (not novel_id or button.contains(self._clicked_at)):
            self.chosen.emit(novel_id)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        novel_id = int(index.data(ShelfRole.NOVEL_ID))
        if self._can_open and novel_id:
            self.chosen.emit(novel_id)

    def _on_model_about_to_be_reset(self) -> None:
        self._kept = self.current_id

    def _on_model_reset(self) -> None:
        self.select_novel(self._kept)
        self.current_changed.emit()

    def _on_theme_changed(self) -> None:
        self.setGridSize(self.cards.cell())
        self.fit()
        self.viewport().update()
