# SPDX-License-Identifier: MIT
"""The page "Bible": entities at the left, the form of the chosen one at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from novelist.ui.bible.form import EntityForm
from novelist.ui.bible.side import BibleSide
from novelist.ui.binding import Saver
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline

_NARROW: Final = 1040  # pixels: with less the list is narrower
_LIST: Final = (264, 224)


class BiblePage(Retranslated, QWidget):
    """Shows; ``BibleController`` fills it and does what is wished."""

    left = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, save: Saver, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bible")
        self.side = BibleSide(theme, icons, self)
        self.form = EntityForm(theme, icons, tasks, save, self)
        self.empty = EmptyState(theme, icons, "book-open", self, action_icon="plus")
        self.empty.setFocusProxy(self.empty.action)
        self._blank = QWidget(self)
        self._stack = QStackedWidget(self)
        for each in (self._blank, self.empty, self.form):
            self._stack.addWidget(each)
        theme.lay_ground(self, "page")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(Hairline(theme, Qt.Orientation.Vertical, self))
        row.addWidget(self._stack, 1)
        self.side.list.form_requested.connect(self.form.write_on)
        self.side.list.rename_requested.connect(self.form.name.rename)
        self.form.name.renamed.connect(self.side.list.setFocus)
        self.side.filter.list_requested.connect(self._on_filter_list_requested)
        self.retranslate()

    def show_form(self) -> None:
        """Show the form."""
        self._stack.setCurrentWidget(self.form)

    def show_empty(self, *, is_read: bool) -> None:
        """Say what belongs here; nothing while that is not known yet."""
        self._stack.setCurrentWidget(self.empty if is_read else self._blank)

    def panels(self) -> tuple[QWidget, ...]:
        """Where F6 leads to."""
        is_form = self._stack.currentWidget() is self.form
        return (self.side, self.form if is_form else self.empty)

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.empty.set_words(
            self.tr("Keep your people and places here."),
            self.tr("What an import brings of them is listed here too."),
            self.tr("Add a character"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the list gives way in a narrow window."""
        super().resizeEvent(event)
        self.side.setFixedWidth(_LIST[self.width() < _NARROW])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to writing; the keys for a new entry and the filter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.New):
            self.side.show_kinds()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.side.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.side.filter.selectAll()
        else:
            super().keyPressEvent(event)

    def _on_filter_list_requested(self) -> None:
        if self.side.list.chosen is None:
            self.side.list.choose_first()
        self.side.list.setFocus(Qt.FocusReason.TabFocusReason)
