# SPDX-License-Identifier: MIT
"""The list of statuses or labels: renamed in place, dragged, moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from novelist.ui.icons import Icons
from novelist.ui.novel_details.choice_model import ChoiceModel
from novelist.ui.theme import Theme
from novelist.ui.widgets.row_view import RowTree

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChoiceList(RowTree):
    """F2 or a double click renames; Alt and an arrow moves; Del asks to delete."""

    delete_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, model: ChoiceModel, parent: QWidget) -> None:
        super().__init__(theme, icons, parent)
        self._choices = model
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)

    @property
    def chosen_id(self) -> int | None:
        """The status or label that is chosen, or None."""
        index = self.currentIndex()
        return self._choices.rows[index.row()].id if index.isValid() else None

    def choose(self, choice_id: int | None) -> None:
        """Choose a row, where it is there."""
        index = self._choices.row_of(choice_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def event(self, event: QEvent) -> bool:
        """Qt: the keys of this list are no shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        chosen = self.chosen_id
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_requested.emit()
        elif chosen is not None and alt and event.key() in _STEPS:
            self._choices.step(chosen, _STEPS[Qt.Key(event.key())])
        elif chosen is not None and event.key() == Qt.Key.Key_F2:
            self.edit(self.currentIndex())
        elif chosen is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)
