# SPDX-License-Identifier: MIT
"""The sheet "Preferences": sections at the left, their choices at the right, applied at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QWidget

from novelist.domain.library_place import LibraryPlace
from novelist.settings import Settings
from novelist.ui.icons import Icons
from novelist.ui.preferences.appearance import AppearanceSection
from novelist.ui.preferences.backups import BackupsSection
from novelist.ui.preferences.focus import FocusSection
from novelist.ui.preferences.library import LibrarySection
from novelist.ui.preferences.spelling import SpellingSection
from novelist.ui.preferences.typing import TypingSection
from novelist.ui.preferences.writing import WritingSection
from novelist.ui.reveal import reveal
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.sided_sheet import SidedSheet, scrolled
from novelist.ui.widgets.text_label import TextLabel

_ICONS: Final = (
    *("palette", "pen-line", "keyboard", "spell-check", "focus", "library", "shield-check"),
)
_RESTORED: Final = (
    "theme", "language", "typeface", "zoom", "leading", "line_width", "paragraph_space",
    "page_sheet", "page_paper", "page_ink",
)  # fmt: skip


class PreferencesSheet(Retranslated, SidedSheet):
    """Changes nothing itself: it tells what was chosen, and shows the settings it is given."""

    setting_changed = Signal(str, object)  # the name of a field of Settings, its new value
    library_open_requested = Signal(object)  # Path
    library_create_requested = Signal(object)  # Path
    backups_requested = Signal()
    back_up_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        window: QWidget,
        settings: Settings,
        *,
        library: LibraryPlace,
        show_file: Callable[[Path], None] = reveal,
    ) -> None:
        self._settings = settings
        super().__init__(theme, icons, window, size=theme.extent("sheet"))
        self.setObjectName("preferences_sheet")
        self._build(theme, icons, show_file)
        self._connect()
        self.show_library(library)
        self.retranslate()

    def _build(self, theme: Theme, icons: Icons, show_file: Callable[[Path], None]) -> None:
        self._rows = QStandardItemModel(self)
        self._list = RowList(theme, icons, self)
        self._list.setObjectName("preferences_sections")
        self.appearance = AppearanceSection(theme, self)
        self.writing = WritingSection(theme, self)
        self.typing = TypingSection(theme, icons, self)
        self.spelling = SpellingSection(theme, icons, self)
        self.focus = FocusSection(theme, icons, self)
        self.library = LibrarySection(theme, icons, show_file, self)
        self.backups = BackupsSection(theme, icons, show_file, self)
        self._pages = QStackedWidget(self)
        for icon, section in zip(_ICONS, self._sections, strict=True):
            row = QStandardItem()
            row.setData(icon, RowRole.ICON)
            self._rows.appendRow(row)
            self._pages.addWidget(scrolled(section))
        self._list.setModel(self._rows)
        self.side.addWidget(self._list, 1)
        self.body.addWidget(self._pages)
        self._note = TextLabel(theme, "body", "text_2", self)
        self.foot.insertWidget(0, self._note)
        self._restore = self.add_button(ButtonRole.QUIET)
        self._restore.setObjectName("preferences_restore")
        self._done = self.add_button(ButtonRole.PRIMARY)
        self._done.setObjectName("preferences_done")

    @property
    def _sections(self) -> tuple[QWidget, ...]:
        first = self.appearance, self.writing, self.typing
        return *first, self.spelling, self.focus, self.library, self.backups

    def _connect(self) -> None:
        self._list.selectionModel().currentRowChanged.connect(self._on_list_current_row_changed)
        self.appearance.setting_changed.connect(self.setting_changed)
        self.writing.setting_changed.connect(self.setting_changed)
        self.typing.setting_changed.connect(self.setting_changed)
        self.spelling.setting_changed.connect(self.setting_changed)
        self.focus.setting_changed.connect(self.setting_changed)
        self.library.open_requested.connect(self.library_open_requested)
        self.library.create_requested.connect(self.library_create_requested)
        self.backups.setting_changed.connect(self.setting_changed)
        self.backups.show_requested.connect(self._on_backups_show_requested)
        self.backups.back_up_requested.connect(self.back_up_requested)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._done.clicked.connect(self.close_sheet)

    # What is asked of it.

    def open_preferences(self) -> None:
        """Show the settings as they are now."""
        self.show_settings()
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._rows.index(0, 0))
        self.open_sheet(self._list)

    def open_language(self) -> None:
        """Show the settings where the language of the interface is chosen."""
        self._list.setCurrentIndex(self._rows.index(self._sections.index(self.appearance), 0))
        self.open_preferences()
        self.appearance.focus_language()

    def open_focus(self) -> None:
        """Show the settings of focus mode."""
        self._list.setCurrentIndex(self._rows.index(self._sections.index(self.focus), 0))
        self.open_preferences()

    def show_settings(self) -> None:
        """Follow the settings, wherever they were changed."""
        self.appearance.show_settings(self._settings)
        self.writing.show_settings(self._settings)
        self.typing.show_settings(self._settings)
        self.spelling.show_settings(self._settings)
        self.focus.show_settings(self._settings)
        self.backups.show_settings(self._settings)

    def show_library(self, library: LibraryPlace) -> None:
        """Name the library in use."""
        self.library.show_library(library)
        if isinstance(library, Path):
            self.backups.show_library(library)

    def close_sheet(self) -> None:
        """Close it; what is being typed counts."""
        self.writing.tell()
        super().close_sheet()

    # Showing.

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Preferences"), self.tr("Close"))
        names = (
            self.tr("Appearance"),
            self.tr("Writing"),
            self.tr("Typing"),
            self.tr("Spelling"),
            self.tr("Focus"),
            self.tr("Library"),
            self.tr("Backups"),
        )
        for row, name in enumerate(names):
            self._rows.item(row).setText(name)
        self._list.setAccessibleName(self.tr("Sections"))
        self._note.setText(self.tr("Changes apply at once."))
        self._restore.setText(self.tr("Restore defaults"))
        self._done.setText(self.tr("Done"))

    # Slots.

    def _on_list_current_row_changed(self) -> None:
        row = self._list.currentIndex().row()
        self._pages.setCurrentIndex(row)
        self._restore.setVisible(row == 0)

    def _on_backups_show_requested(self) -> None:
        self.close_sheet()
        self.backups_requested.emit()

    def _on_restore_clicked(self) -> None:
        defaults = Settings()
        for name in _RESTORED:
            value = getattr(defaults, name)
            if getattr(self._settings, name) != value:
                self.setting_changed.emit(name, value)
        self.show_settings()
