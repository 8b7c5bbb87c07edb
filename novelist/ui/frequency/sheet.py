# SPDX-License-Identifier: MIT
"""The sheet "Frequent words": word, count, per thousand; Enter shows the places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from novelist.domain.frequency import Frequency, Use
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

SCOPES: Final = ("scene", "chapter", "manuscript")
_SIZE: Final = QSize(640, 640)
_TEXT: Final = Qt.ItemDataRole.UserRole


class _Uses(RowList):
    """Enter shows the places of a row, as a double click does."""

    chosen = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FrequencySheet(Retranslated, Sheet):
    """Shows what it is given; another scope and the places of a word are wishes."""

    scope_chosen = Signal(str)
    places_requested = Signal(str)
    """Show where this word or phrase stands."""

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("frequency_sheet")
        self._found: Frequency | None = None
        self.scopes, self.kinds = Segmented(theme, self), Segmented(theme, self)
        self.scopes.setObjectName("frequency_scopes")
        self.kinds.setObjectName("frequency_kinds")
        self._hint = TextLabel(theme, "small", "text_2", self)
        self.word_head = TextLabel(theme, "small", "text_2", self)
        self.count_head = TextLabel(theme, "small", "text_2", self)
        self.model = QStandardItemModel(self)
        self.list = _Uses(theme, icons, self)
        self.list.setObjectName("frequency_list")
        self.list.setModel(self.model)
        self._empty = EmptyState(theme, icons, "chart-column", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._put_together(theme)
        self.scopes.value_changed.connect(self.scope_chosen)
        self.kinds.value_changed.connect(self._show)
        self.list.doubleClicked.connect(self._on_list_chosen)
        self.list.chosen.connect(self._on_list_chosen)
        self.retranslate()

    def _put_together(self, theme: Theme) -> None:
        choices = QHBoxLayout()
        choices.addWidget(self.scopes)
        choices.addStretch(1)
        choices.addWidget(self.kinds)
        self.body.addLayout(choices)
        self.body.addSpacing(theme.space("s"))
        self.body.addWidget(self._hint)
        self.body.addSpacing(theme.space("s"))
        heads, inset = QHBoxLayout(), 2 * theme.space("s")  # above the words of the rows
        heads.setContentsMargins(inset, 0, inset, 0)
        heads.addWidget(self.word_head)
        heads.addStretch(1)
        heads.addWidget(self.count_head)
        self.body.addLayout(heads)
        self.body.addWidget(self._stack, 1)

    @property
    def scope(self) -> str:
        """What is measured: one of ``SCOPES``."""
        return self.scopes.value() or SCOPES[0]

    def show_frequency(self, found: Frequency | None) -> None:
        """Show these; None while they are being counted."""
        self._found = found
        self._show()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self.set_words(self.tr("Frequent words"), self.tr("Close"))
        names = (self.tr("Scene"), self.tr("Chapter"), self.tr("Manuscript"))
        self.scopes.set_segments(zip(SCOPES, names, strict=True))
        self.kinds.set_segments((("words", self.tr("Words")), ("phrases", self.tr("Phrases"))))
        self.list.setAccessibleName(self.tr("Frequent words"))
        self._hint.setText(self.tr("Enter or a double click shows the places."))
        self.count_head.setText(self.tr("Count  ·  in 1,000 words"))
        self._empty.set_words(self.tr("Nothing stands here more than once."))
        self._show()

    def _uses(self) -> Sequence[Use]:
        if self._found is None:
            return ()
        if self.kinds.value() == "phrases":
            return self._found.phrases
        return [use for use in self._found.words if use.count > 1]

    def _show(self) -> None:
        self.model.clear()
        is_phrases = self.kinds.value() == "phrases"
        self.word_head.setText(self.tr("Phrase") if is_phrases else self.tr("Word"))
        locale = QLocale()
        for use in self._uses():
            assert self._found is not None
            row = QStandardItem(use.text)
            row.setData(use.text, _TEXT)
            share = locale.toString(self._found.per_thousand(use), "f", 1)
            row.setData(f"{locale.toString(use.count)}  ·  {share}", RowRole.COUNT)
            row.setEditable(False)
            self.model.appendRow(row)
        is_empty = self._found is not None and not self.model.rowCount()
        self._stack.setCurrentWidget(self._empty if is_empty else self.list)
        for head in (self.word_head, self.count_head):
            head.setVisible(not is_empty)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _on_list_chosen(self, index: QModelIndex) -> None:
        self.places_requested.emit(index.data(_TEXT))
