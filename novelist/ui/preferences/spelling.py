# SPDX-License-Identifier: MIT
"""The section "Spelling": what is underlined, which dictionaries there are, one's own words."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from novelist.domain.checks import Check
from novelist.settings import Settings
from novelist.ui.icons import Icons
from novelist.ui.labels import check_label
from novelist.ui.preferences.known_words import KnownWordsEditor
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.text_label import TextLabel


class SpellingSection(Retranslated, QWidget):
    """Switches are settings; what else is wished for are signals."""

    setting_changed = Signal(str, object)
    dictionary_chosen = Signal(object)  # Path

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_spelling_section")
        self._languages: list[str] = []
        self._off: set[str] = set()
        self._heading = TextLabel(theme, "strong", "text", self)
        self._spelling = self._switch(theme, "spelling")
        self._spelling_row = SettingRow(theme, self._spelling, parent=self)
        self.add_dictionary = Button(theme, icons, parent=self)
        self.add_dictionary.setObjectName("preferences_add_dictionary")
        self._dictionaries_row = SettingRow(theme, self.add_dictionary, parent=self)
        self.words = KnownWordsEditor(theme, icons, self)
        self._other = TextLabel(theme, "strong", "text", self)
        self._other.setContentsMargins(0, theme.space("xl"), 0, 0)
        self._checks = self._switch(theme, "checks")
        self._checks_row = SettingRow(theme, self._checks, parent=self)
        self._kinds = {check: self._switch(theme, f"check_{check}") for check in Check}
        self._kind_rows = {
            check: SettingRow(theme, switch, parent=self) for check, switch in self._kinds.items()
        }
        rows = (self._heading, self._spelling_row, self._dictionaries_row, self.words)
        column = inset_column(*rows, self._other, self._checks_row, *self._kind_rows.values())
        column.addStretch(1)
        self.setLayout(column)
        self._connect()
        self.retranslate()

    def _switch(self, theme: Theme, name: str) -> Switch:
        switch = Switch(theme, self)
        switch.setObjectName(f"preferences_{name}")
        return switch

    def _connect(self) -> None:
        self._spelling.clicked.connect(lambda on: self.setting_changed.emit("spelling", on))
        self._checks.clicked.connect(self._on_checks_clicked)
        self.add_dictionary.clicked.connect(self.choose_dictionary)
        for check, switch in self._kinds.items():
            switch.clicked.connect(lambda on, kind=check.value: self._choose_kind(kind, on))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._spelling.setChecked(settings.spelling)
        self._checks.setChecked(settings.checks)
        self._off = set(settings.checks_off)
        for check, switch in self._kinds.items():
            switch.setChecked(check.value not in self._off)
            switch.setEnabled(settings.checks)

    def show_dictionaries(self, languages: Collection[str]) -> None:
        """Name the languages that there are dictionaries of."""
        self._languages = sorted(languages)
        self.retranslate()

    def choose_dictionary(self) -> QFileDialog:
        """Ask for one of the two files of a dictionary."""
        dialog = QFileDialog(self, self.tr("Add a dictionary"))
        dialog.setObjectName("add_dictionary_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        pattern = self.tr("Dictionaries of Hunspell ({pattern})").format(pattern="*.dic *.aff")
        dialog.setNameFilter(pattern)
        dialog.fileSelected.connect(lambda name: self.dictionary_chosen.emit(Path(name)))
        dialog.open()
        return dialog

    def _on_checks_clicked(self, on: bool) -> None:
        for switch in self._kinds.values():
            switch.setEnabled(on)
        self.setting_changed.emit("checks", on)

    def _choose_kind(self, kind: str, on: bool) -> None:
        self._off ^= {kind} if (kind in self._off) == on else set()
        self.setting_changed.emit("checks_off", sorted(self._off))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("Spelling"))
        self._spelling_row.set_words(
            self.tr("Check spelling"),
            self.tr("Misspelt words are underlined; the menu over them offers others."),
        )
        self._spelling.setAccessibleName(self.tr("Check spelling"))
        names = self.tr(", ").join(dict.fromkeys(map(_name, self._languages)))
        self._dictionaries_row.set_words(self.tr("Dictionaries"), names)
        self.add_dictionary.setText(self.tr("Add dictionary…"))
        self._other.setText(self.tr("Other slips"))
        self._checks_row.set_words(
            self.tr("Mark possible slips"),
            self.tr("Underlined with dots; the menu says why and offers to mend them."),
        )
        self._checks.setAccessibleName(self.tr("Mark possible slips"))
        for check, row in self._kind_rows.items():
            row.set_words(check_label(check))
            self._kinds[check].setAccessibleName(check_label(check))


def _name(language: str) -> str:
    """What speakers of a language call it; its tag where Qt does not know it."""
    locale = QLocale(language)
    name = locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name and locale != QLocale.c() else language
