# SPDX-License-Identifier: MIT
"""Trees and lists of rows without frames, branch lines or the stock drop indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index, KeyboardRing
from novelist.ui.widgets.painting import dot, horizontal_line
from novelist.ui.widgets.row_delegate import RowDelegate

_DROP_DOT = 8
_Position = QAbstractItemView.DropIndicatorPosition


if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # the other base is a view: there may be only one


class _LaidOutOnce(_View):
    """For a view, before Qt's class: one layout for a new theme, where Qt has one a piece."""

    theme: Theme

    def doItemsLayout(self) -> None:
        """Lay the rows out, or soon where more is to come."""
        if self.theme.is_dressing:
            self.scheduleDelayedItemsLayout()
        else:
            super().doItemsLayout()

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class RowTree(KeyboardRing, _LaidOutOnce, QTreeView):
    """A tree of rows: chevrons of our own, whole rows selected, drop line and drop ground.

    Give it a model, and what else a tree needs (drag mode, edit triggers). ``rows`` is its
    delegate; a subclass may pass its own.
    """

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        delegate: RowDelegate | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = delegate or RowDelegate(theme, icons, self)
        self._drop_line: tuple[QPersistentModelIndex, _Position] | None = None
        self.setItemDelegate(self.rows)
        _prepare(self)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(0)  # the delegate indents, so that the ground spans the panel
        self.setRootIsDecorated(True)
        self.setExpandsOnDoubleClick(False)
        theme.theme_changed.connect(self._on_theme_changed)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """No lines: the chevron is a part of the row."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line where a drag would be dropped."""
        painter = QPainter(self.viewport())
        self.drawTree(painter, event.region())
        if self._drop_line is not None:
            self._paint_drop_line(painter, *self._drop_line)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a chevron opens or closes the row and does nothing else."""
        self.show_ring(False)
        index = self.indexAt(event.position().toPoint())
        if self._on_chevron(index, event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second quick press on a chevron is another press."""
        index = self.indexAt(event.position().toPoint())
        if self._on_chevron(index, event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mouseDoubleClickEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the drag would be dropped; a place that refuses shows nothing."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        position = self.dropIndicatorPosition()
        self._clear_drop()
        if event.isAccepted() and index.isValid():
            if position is _Position.OnItem:
                self.rows.drop_into = QPersistentModelIndex(index)
            elif position is not _Position.OnViewport:
                self._drop_line = (QPersistentModelIndex(index), position)
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the drop place."""
        super().dragLeaveEvent(event)
        self._clear_drop()
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the model take it and forget the drop place."""
        super().dropEvent(event)
        self._clear_drop()
        self.viewport().update()

    def _clear_drop(self) -> None:
        self._drop_line = None
        self.rows.drop_into = QPersistentModelIndex()

    def _on_chevron(self, index: QModelIndex, point: QPoint) -> bool:
        if not index.isValid():
            return False
        chevron = self.rows.layout(self, self.visualRect(index), index).chevron
        return not chevron.isNull() and chevron.adjusted(-6, -8, 2, 8).contains(point)

    def _paint_drop_line(
        self, painter: QPainter, index: QPersistentModelIndex, position: _Position
    ) -> None:
        rect = self.visualRect(index)
        top = rect.top() if position is _Position.AboveItem else rect.bottom() + 1
        pieces = self.rows.layout(self, rect, index)
        left = next(
            (piece for piece in (pieces.chevron, pieces.mark) if not piece.isNull()), pieces.title
        ).left()
        accent = self.theme.colour("accent")
        horizontal_line(painter, left, pieces.ground.right() + 1, max(top - 1, 0), accent, 2)
        dot(painter, QRect(left, max(top - 1, 0), 2, 2).center().toPointF(), accent, _DROP_DOT)


class RowList(KeyboardRing, _LaidOutOnce, QListView):
    """A flat list of rows; ``rows`` is its delegate."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        delegate: RowDelegate | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = delegate or RowDelegate(theme, icons, self)
        self.setItemDelegate(self.rows)
        _prepare(self)
        self.setUniformItemSizes(True)
        theme.theme_changed.connect(self._on_theme_changed)


def _prepare(view: QAbstractItemView) -> None:
    view.setFrameShape(QAbstractItemView.Shape.NoFrame)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.viewport().setAutoFillBackground(False)
