# SPDX-License-Identifier: MIT
"""The list of places: as quick with a hundred thousand rows as with ten."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from novelist.ui.icons import Icons
from novelist.ui.search.hit_delegate import HitDelegate
from novelist.ui.search.results import ResultsModel
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import KeyboardRing


class ResultsView(KeyboardRing, QTableView):
    """A click on a box or the space bar chooses; a double click or Enter goes to the place.

    A table of one column: a list lays all of its rows out again whenever some come.
    """

    place_requested = Signal(QModelIndex)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search_results")
        self.results = ResultsModel(self)
        self.hits = HitDelegate(theme, icons, self)
        self.setItemDelegate(self.hits)
        self.setModel(self.results)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.lay_ground(self, "page")
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box chooses the row, or leaves it."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        margin = self._theme.space("xs")
        box = self.hits.check_rect(self.visualRect(index), index) if index.isValid() else None
        if box is not None and box.adjusted(-margin, -margin, margin, margin).contains(point):
            self.setCurrentIndex(index)
            self.results.toggle(index)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the place."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.place_requested.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, Enter goes there."""
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Space:
            self.show_ring(True)
            self.results.toggle(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place_requested.emit(index)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Words of the rows are said in the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row_table"))
        self.viewport().update()
