# SPDX-License-Identifier: MIT
"""What was thrown away, in place of the tree: put back, or deleted for ever after a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from novelist.ui.binder.tree_model import BinderModel
from novelist.ui.binder.view import BinderView
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem, Status


class TrashPage(Retranslated, QWidget):
    """A flat list of what was thrown away by itself; what went with it comes back with it."""

    restore_requested = Signal(list)
    purge_requested = Signal(list)
    chosen = Signal(object)
    """The one item that is chosen while this is in view, else None."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.setObjectName("binder_trash")
        self._model = BinderModel(self, flat=True)
        self._asked: list[int] = []
        self.tree = BinderView(theme, icons, self._model, self)
        self.tree.setObjectName("trash_tree")
        self.tree.shown.set_section(None)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self._empty = EmptyState(theme, icons, "trash-2", self)
        self._build()
        self.tree.selection_changed.connect(self._on_tree_selection_changed)
        self.retranslate()
        self._update()

    def _build(self) -> None:
        self.put_back = self._button(ButtonRole.BORDERED, "trash_put_back", self._on_put_back)
        self.delete = self._button(ButtonRole.DANGER, "trash_delete", self._on_delete)
        self.confirm = self._button(ButtonRole.DANGER, "trash_confirm", self._on_confirm)
        self.keep = self._button(ButtonRole.BORDERED, "trash_keep", self._on_keep)
        self._question = TextLabel(self._theme, "body", "text", self, wrap=True)
        self._question.setObjectName("trash_question")
        self._offer = _row(self.put_back, self.delete)
        self._doubt = _row(self.keep, self.confirm)
        self._bar = QWidget(self)
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(*[self._theme.space("l"), self._theme.space("s")] * 2)
        for part in (self._question, self._doubt, self._offer):
            bar.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._bar)

    def _button(self, role: ButtonRole, name: str, run: Callable[[], None]) -> Button:
        button = Button(self._theme, self._icons, role, self, small=True)
        button.setObjectName(name)
        button.clicked.connect(run)
        return button

    def show_items(
        self, items: Iterable[OutlineItem], statuses: Iterable[Status], language: str
    ) -> None:
        """List these; they are shown without a number and without what is inside them."""
        self._model.set_outline(items, statuses, language)
        self._asked = []
        self._update()
        self._tell_chosen()

    def show_excerpts(self, words: Mapping[int, str]) -> None:
        """How the texts begin that have no title."""
        for item_id, beginning in words.items():
            self._model.set_excerpt(item_id, beginning)

    def title_of(self, item_id: int) -> str:
        """What the row of an item says."""
        return str(self._model.index_of(item_id).data() or "")

    def item(self, item_id: int) -> OutlineItem:
        """An item that is listed."""
        return self._model.tree.items[item_id]

    def count(self) -> int:
        """How many were thrown away."""
        return len(self._model.tree)

    def ask_to_purge(self, ids: list[int]) -> None:
        """Ask once more before these are lost; nothing brings them back."""
        self._asked = ids
        self._update()
        if ids:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Del asks to delete, Esc takes the question back."""
        if event.key() == Qt.Key.Key_Delete and self.tree.selected_ids():
            self.ask_to_purge(self.tree.selected_ids())
        elif event.key() == Qt.Key.Key_Escape and self._asked:
            self.ask_to_purge([])
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._empty.set_words(self.tr("Nothing has been thrown away."))
        self.tree.setAccessibleName(self.tr("Trash"))
        self.put_back.setText(self.tr("Put back"))
        self.confirm.setText(self.tr("Delete for ever"))
        self.keep.setText(self.tr("Keep"))
        self._model.retranslate()
        self._update()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what is chosen is in view."""
        super().showEvent(event)
        self._tell_chosen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: nothing of it is."""
        super().hideEvent(event)
        self.chosen.emit(None)

    def _update(self) -> None:
        """Show what can be done with what is chosen."""
        chosen = self.tree.selected_ids()
        is_empty = self.count() == 0
        self.tree.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._bar.setVisible(not is_empty)
        self._offer.setVisible(not self._asked)
        self._doubt.setVisible(bool(self._asked))
        self._question.setVisible(bool(self._asked))
        self.put_back.setEnabled(bool(chosen))
        self.delete.setText(self.tr("Delete for ever…") if chosen else self.tr("Empty the trash…"))
        self._question.setText(self._ask())

    def _ask(self) -> str:
        if len(self._asked) == 1:
            title = self._model.index_of(self._asked[0]).data()
            return self.tr("Delete “{title}” for ever?").format(title=title)
        return self.tr("Delete %n entries for ever?", "", len(self._asked))

    def _on_tree_selection_changed(self) -> None:
        self._asked = []
        self._update()
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        ids = self.tree.selected_ids()
        self.chosen.emit(ids[0] if len(ids) == 1 and self.isVisible() else None)

    def _on_put_back(self) -> None:
        self.restore_requested.emit(self.tree.selected_ids())

    def _on_delete(self) -> None:
        self.ask_to_purge(self.tree.selected_ids() or list(self._model.tree.items))

    def _on_confirm(self) -> None:
        asked, self._asked = self._asked, []
        self._update()
        self.purge_requested.emit(asked)

    def _on_keep(self) -> None:
        self.ask_to_purge([])


def _row(*buttons: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return holder
