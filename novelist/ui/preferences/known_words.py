# SPDX-License-Identifier: MIT
"""The words that are called right, of all novels or of the open one: added, removed, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sided_sheet import button_row, inset_column
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

LIBRARY: Final = "library"
NOVEL: Final = "novel"
_LIST_HEIGHT: Final = 192  # six rows
_LONGEST: Final = 200


class _Words(RowList):
    """Del removes what is selected."""

    remove_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)


class KnownWordsEditor(Retranslated, QWidget):
    """Every change is a wish; ``show_words`` shows what came of it. Scope: LIBRARY or NOVEL."""

    add_requested = Signal(str, str)  # scope, word
    remove_requested = Signal(str, list)  # scope, words
    import_requested = Signal(str, object)  # scope, Path
    export_requested = Signal(str, object)  # scope, Path

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, list[str]] = {LIBRARY: [], NOVEL: []}
        self._theme = theme
        self._heading = TextLabel(theme, "strong", "text", self)
        self.scopes = Segmented(theme, self)
        self.field = TextField(theme, self)
        self.field.setMaxLength(_LONGEST)
        self.add = Button(theme, icons, parent=self)
        self.model = QStringListModel(self)
        self.list = _Words(theme, icons, self)
        self.list.setModel(self.model)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setFixedHeight(_LIST_HEIGHT)
        self._empty = TextLabel(theme, "small", "text_2", self, wrap=True)
        self.remove = Button(theme, icons, parent=self)
        self.read = Button(theme, icons, parent=self)
        self.write = Button(theme, icons, parent=self)
        names = ("scopes", "field", "add", "list", "remove", "read", "write")
        for name in names:
            getattr(self, name).setObjectName(f"known_words_{name}")
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def scope(self) -> str:
        """Whose words are shown."""
        return self.scopes.value() or LIBRARY

    def show_words(self, words: Mapping[str, Sequence[str]], *, has_novel: bool) -> None:
        """Show these; without an open novel there is nothing to choose."""
        for scope in (LIBRARY, NOVEL):
            self._words[scope] = sorted(words.get(scope, ()), key=str.casefold)
        self.scopes.setVisible(has_novel)
        if not has_novel:
            self.scopes.set_value(LIBRARY)
        self._show()

    def retranslate(self) -> None:
        """Speak the language of the interface."""
        self._heading.setText(self.tr("Words you call right"))
        self.scopes.set_segments(
            ((LIBRARY, self.tr("In all novels")), (NOVEL, self.tr("In this novel")))
        )
        self.field.setPlaceholderText(self.tr("New word"))
        self.field.setAccessibleName(self.tr("New word"))
        self.list.setAccessibleName(self.tr("Words you call right"))
        self._empty.setText(self.tr("None yet. The menu over a misspelt word adds it here."))
        self.add.setText(self.tr("Add"))
        self.remove.setText(self.tr("Remove"))
        self.read.setText(self.tr("Add from a text file…"))
        self.write.setText(self.tr("Save as a text file…"))

    def ask_for_list(self) -> QFileDialog:
        """Ask which text file to read words from."""
        dialog = self._dialog(self.tr("Add words from a text file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_requested.emit(self.scope, Path(name)))
        dialog.open()
        return dialog

    def ask_where_to(self) -> QFileDialog:
        """Ask where the words should be written to."""
        dialog = self._dialog(self.tr("Save the words as a text file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.export_requested.emit(self.scope, Path(name)))
        dialog.open()
        return dialog

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, self._theme.space("xl"), 0, 8)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.scopes)
        adding = QHBoxLayout()
        adding.setSpacing(12)
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add)
        column = inset_column()
        column.addLayout(head)
        column.addLayout(adding)
        column.addSpacing(8)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addSpacing(8)
        column.addLayout(button_row(self.remove, self.read, self.write))
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def _connect(self) -> None:
        self.scopes.value_changed.connect(self._show)
        self.add.clicked.connect(self._on_add_clicked)
        self.field.returnPressed.connect(self._on_add_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.list.remove_requested.connect(self._on_remove_clicked)
        self.list.selectionModel().selectionChanged.connect(self._follow)
        self.read.clicked.connect(self.ask_for_list)
        self.write.clicked.connect(self.ask_where_to)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("known_words_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Text files ({pattern})").format(pattern="*.txt"))
        return dialog

    def _show(self) -> None:
        words = self._words[self.scope]
        if words != self.model.stringList():
            self.model.setStringList(words)
        self._empty.setVisible(not words)
        self.list.setVisible(bool(words))
        self.write.setEnabled(bool(words))
        self._follow()

    def _follow(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedIndexes()))

    def _on_add_clicked(self) -> None:
        word = self.field.text().strip()
        if word:
            self.field.clear()
            self.add_requested.emit(self.scope, word)

    def _on_remove_clicked(self) -> None:
        words = [str(index.data()) for index in self.list.selectedIndexes()]
        if words:
            self.remove_requested.emit(self.scope, words)
