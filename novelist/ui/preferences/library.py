# SPDX-License-Identifier: MIT
"""The section "Library": where everything is kept, and other libraries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist import paths
from novelist.domain.library_place import LibraryPlace
from novelist.ui.icons import Icons
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import button_row, inset_column
from novelist.ui.widgets.text_label import TextLabel

_SUFFIX: Final = ".novelist"


class LibrarySection(Retranslated, QWidget):
    """Names the library in use; wishes for another one are signals."""

    open_requested = Signal(object)  # Path
    create_requested = Signal(object)  # Path

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        show_file: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_library")
        self._library: LibraryPlace = paths.default_library()
        self._heading = TextLabel(theme, "strong", "text", self)
        names = ("reveal_library", "open_library", "new_library")
        buttons = [Button(theme, icons, parent=self) for _ in names]
        for button, name in zip(buttons, names, strict=True):
            button.setObjectName(f"preferences_{name}")
        self._show_library, self._open, self._create = buttons
        self._file_row = SettingRow(theme, self._show_library, parent=self)
        self._lay_out()
        self._show_library.clicked.connect(lambda: show_file(self._file))
        self._open.clicked.connect(self.choose_library)
        self._create.clicked.connect(self.name_library)
        self.retranslate()

    def _lay_out(self) -> None:
        column = inset_column(self._heading, self._file_row)
        column.addSpacing(16)
        column.addLayout(button_row(self._open, self._create))
        column.addStretch(1)
        self.setLayout(column)

    def show_library(self, library: LibraryPlace) -> None:
        """Name another library."""
        self._library = library
        self._show_library.setVisible(isinstance(library, Path))
        self.retranslate()

    @property
    def _file(self) -> Path:
        """The library; one's own where this one is on a server."""
        return self._library if isinstance(self._library, Path) else paths.default_library()

    def choose_library(self) -> QFileDialog:
        """Ask which library to open."""
        dialog = self._dialog(self.tr("Open a library"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_requested.emit(Path(name)))
        dialog.open()
        return dialog

    def name_library(self) -> QFileDialog:
        """Ask where a new library should be made."""
        dialog = self._dialog(self.tr("New library"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda name: self.create_requested.emit(Path(name)))
        dialog.open()
        return dialog

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(self._file.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(
            self.tr("Libraries of Novelist ({pattern})").format(pattern="*.novelist")
        )
        return dialog

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("This library"))
        on_disk = isinstance(self._library, Path)
        words = (self.tr("All your novels are in one file"), self.tr("Your novels are on a server"))
        self._file_row.set_words(words[0] if on_disk else words[1], str(self._library))
        self._show_library.setText(self.tr("Show in folder"))
        self._open.setText(self.tr("Open another library…"))
        self._create.setText(self.tr("New library…"))
