# SPDX-License-Identifier: MIT
"""The list of what comes into the story bible, each with a check box."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.importing.entity_model import EntityPlanModel, EntityRole
from novelist.ui.theme import Theme
from novelist.ui.widgets.item_delegate import Index
from novelist.ui.widgets.row_delegate import RowDelegate
from novelist.ui.widgets.row_view import RowList


class _Delegate(RowDelegate):
    """People stand under the name of their kind."""

    def depth(self, index: Index) -> int:
        """How many levels the row is indented."""
        return int(index.data(EntityRole.DEPTH) or 0)


class EntityPlanList(RowList):
    """Shows an ``EntityPlanModel``; Space takes in or leaves out, of a kind all."""

    current_changed = Signal(object)  # PlannedEntity, or None on a kind

    def __init__(
        self, theme: Theme, icons: Icons, model: EntityPlanModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, icons, parent)
        self.rows = _Delegate(theme, icons, self)
        self.setItemDelegate(self.rows)
        self._entities = model
        self.setObjectName("import_entities")
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row; its check box does what it shows."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            check = self.rows.layout(self, self.visualRect(index), index).check
            if check.adjusted(-4, -8, 4, 8).contains(point):
                self._entities.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is a press like the first."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks; the arrows walk."""
        if event.key() == Qt.Key.Key_Space:
            self._entities.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a row that the keys go to."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.current_changed.emit(self._entities.entity_of(current))
