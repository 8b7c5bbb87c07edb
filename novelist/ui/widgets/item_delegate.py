# SPDX-License-Identifier: MIT
"""What rows and covers share: renaming in place, and a focus ring after a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QWidget

Index = QModelIndex | QPersistentModelIndex

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ItemDelegate(QStyledItemDelegate):
    """Its editor is a ``QLineEdit`` with the title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ring_visible = False
        """Whether the current item wears the focus ring (see ``KeyboardRing``)."""

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the title as it is, all of it selected; what is being typed stays."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.setSelection(len(editor.text()), -len(editor.text()))  # the start stays in view

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed title to the model."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)


if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # a class of Qt can be inherited once only: the view itself brings it


class KeyboardRing(_View):
    """For a view with an ``ItemDelegate``, before Qt's class: a ring after a key, not a click."""

    def show_ring(self, visible: bool) -> None:
        """Whether the current item wears the focus ring."""
        delegate = self.itemDelegate()
        if isinstance(delegate, ItemDelegate) and delegate.ring_visible != visible:
            delegate.ring_visible = visible
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the focus ring away."""
        self.show_ring(False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the first key on the current item wears the focus ring."""
        self.show_ring(True)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by a key."""
        super().focusInEvent(event)
        self.show_ring(event.reason() in KEYBOARD_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The selection turns idle."""
        super().focusOutEvent(event)
        self.viewport().update()
