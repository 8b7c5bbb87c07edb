# SPDX-License-Identifier: MIT
"""A table of words: what is typed, and what comes in its place; added, changed, taken away."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from novelist.domain.typing.word_lists import clean_key, clean_words
from novelist.services.spelling.typing_lists import read_words, write_words
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.sided_sheet import button_row
from novelist.ui.widgets.text_label import TextLabel

_KEY_WIDTH: Final = 140
_ROWS_SHOWN: Final = 5
_ENTERING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordTable(Retranslated, QWidget):
    """Tells the whole table whenever it was changed; what is typed first also filters the rows."""

    changed = Signal(dict)

    def __init__(self, theme: Theme, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._words: dict[str, str] = {}
        self._rows = QStandardItemModel(self)
        self._row_height = theme.size("row")
        self.key = self._field("key")
        self.key.setFixedWidth(_KEY_WIDTH)
        self.words = self._field("words")
        self._arrow = TextLabel(theme, "body", "text_3", self)
        self._arrow.setText("→")
        self.list = RowList(theme, icons, self)
        self.list.setObjectName(f"{name}_list")
        self.list.setModel(self._rows)
        self._problem = TextLabel(theme, "small", "danger", self, wrap=True)
        self._problem.hide()
        self.add = self._button(theme, icons, "add")
        self.remove = self._button(theme, icons, "remove", ButtonRole.QUIET)
        self.take_in = self._button(theme, icons, "import", ButtonRole.QUIET)
        self.take_out = self._button(theme, icons, "export", ButtonRole.QUIET)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._fill()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"{self.objectName()}_{name}")
        return field

    def _button(
        self, theme: Theme, icons: Icons, name: str, role: ButtonRole = ButtonRole.BORDERED
    ) -> Button:
        button = Button(theme, icons, role, self)
        button.setObjectName(f"{self.objectName()}_{name}")
        return button

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for widget in (self.key, self._arrow, self.words, self.add):
            fields.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addWidget(self._problem)
        column.addWidget(self.list)
        column.addLayout(button_row(self.remove, self.take_in, self.take_out))

    def _connect(self) -> None:
        self.key.textChanged.connect(self._on_key_text_changed)
        self.words.textChanged.connect(self._follow)
        self.add.clicked.connect(self.add_typed)
        self.remove.clicked.connect(self.remove_chosen)
        self.take_in.clicked.connect(self.ask_for_import)
        self.take_out.clicked.connect(self.ask_for_export)
        self.list.clicked.connect(self._on_list_clicked)
        self.list.selectionModel().selectionChanged.connect(self._follow)

    # -- the table -----------------------------------------------------------------------------

    def show_words(self, words: Mapping[str, str]) -> None:
        """Show a table; tells nothing."""
        if words != self._words:
            self._words = dict(words)
            self._fill()

    def add_typed(self) -> None:
        """Put what is typed into the table, in the place of what had the same key."""
        key, words = clean_key(self.key.text()), clean_words(self.words.text())
        if not key or not words:
            return
        self._words[key] = words
        self.key.clear()
        self.words.clear()
        self._tell()
        self.key.setFocus()

    def remove_chosen(self) -> None:
        """Take the chosen row away."""
        row = self.list.currentIndex().row()
        key = self._chosen
        if key is None:
            return
        del self._words[key]
        self._tell()
        self.list.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1), 0))

    def import_words(self, file: Path) -> None:
        """Take in the table of a text file; what is there already gives way to it."""
        try:
            found = read_words(file)
        except OSError:
            self._say(self.tr("This file cannot be read."))
            return
        if not found:
            self._say(self.tr("No line of this file has an arrow or a tab between two words."))
            return
        self._words |= found
        self._say("")
        self._tell()

    def export_words(self, file: Path) -> None:
        """Write the table as a text file."""
        try:
            write_words(file, self._words)
        except OSError:
            self._say(self.tr("The file cannot be written there."))
            return
        self._say("")

    @property
    def _chosen(self) -> str | None:
        index = self.list.currentIndex()
        return str(index.data()) if index.isValid() else None

    def _tell(self) -> None:
        self._fill()
        self.changed.emit(dict(self._words))

    def _fill(self) -> None:
        wanted = clean_key(self.key.text()).casefold()
        self._rows.clear()
        for key in sorted(self._words, key=str.casefold):
            if wanted in key.casefold():
                row = QStandardItem(key)
                row.setData(f"→  {self._words[key]}", RowRole.NOTE)
                row.setData(f"{key} → {self._words[key]}", Qt.ItemDataRole.AccessibleTextRole)
                self._rows.appendRow(row)
        shown = min(self._rows.rowCount(), _ROWS_SHOWN)
        self.list.setFixedHeight(shown * self._row_height)
        self.list.setVisible(shown > 0)
        self._follow()

    def _follow(self) -> None:
        key = clean_key(self.key.text())
        self.add.setEnabled(bool(key and clean_words(self.words.text())))
        self.add.setText(self.tr("Change") if key in self._words else self.tr("Add"))
        self.remove.setEnabled(self._chosen is not None)
        self.take_out.setEnabled(bool(self._words))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    # -- files ---------------------------------------------------------------------------------

    def ask_for_import(self) -> None:
        """Let a text file be chosen."""
        dialog = self._dialog(self.tr("Import a table of words"))
        dialog.fileSelected.connect(lambda name: self.import_words(Path(name)))
        dialog.open()

    def ask_for_export(self) -> None:
        """Let a place for a text file be chosen."""
        dialog = self._dialog(self.tr("Export the table of words"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.export_words(Path(name)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setObjectName(f"{self.objectName()}_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Text files ({pattern})").format(pattern="*.txt"))
        return dialog

    # -- keys, words ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds what is typed, Delete takes the chosen row away."""
        if event.key() in _ENTERING and (self.key.hasFocus() or self.words.hasFocus()):
            self.add_typed()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove_chosen()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for field, words in ((self.key, self.tr("Typed")), (self.words, self.tr("Becomes"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.list.setAccessibleName(self.tr("Words and what they become"))
        self.remove.setText(self.tr("Delete"))
        self.take_in.setText(self.tr("Import…"))
        self.take_out.setText(self.tr("Export…"))
        self._follow()

    def _on_key_text_changed(self) -> None:
        self._fill()

    def _on_list_clicked(self) -> None:
        """A row that is clicked can be changed in the fields."""
        key = self._chosen
        if key is not None:
            words = self._words[key]
            self.key.blockSignals(True)  # all rows stay in view
            self.key.setText(key)
            self.key.blockSignals(False)
            self.words.setText(words)
            self._follow()
