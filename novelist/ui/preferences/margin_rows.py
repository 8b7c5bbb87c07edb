# SPDX-License-Identifier: MIT
"""Rows of the section "Appearance": the figures in the margin, and after how many words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from novelist.settings import Settings
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.switch import Switch

_WORDS: Final = (250, 500, 1000, 2500)
_CHARACTERS: Final = (500, 1000, 2000, 5000)


class MarginRows(Retranslated, QWidget):
    """Each choice is told at once."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = Switch(theme, self)
        self._words, self._characters = Segmented(theme, self), Segmented(theme, self)
        self._on.setObjectName("preferences_margin_figures")
        self._words.setObjectName("preferences_margin_words")
        self._characters.setObjectName("preferences_margin_characters")
        controls = (self._on, self._words, self._characters)
        self._rows = [SettingRow(theme, control, parent=self) for control in controls]
        self.setLayout(inset_column(*self._rows))
        self.retranslate()
        self._on.clicked.connect(lambda on: self.setting_changed.emit("margin_figures", on))
        self._words.value_changed.connect(self._teller("margin_words"))
        self._characters.value_changed.connect(self._teller("margin_characters"))

    def _teller(self, name: str) -> object:
        return lambda value: self.setting_changed.emit(name, int(value))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._on.setChecked(settings.margin_figures)
        for choice, known, value in (
            (self._words, _WORDS, settings.margin_words),
            (self._characters, _CHARACTERS, settings.margin_characters),
        ):
            with QSignalBlocker(choice):
                choice.set_value(str(min(known, key=lambda each: abs(each - value))))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        locale = QLocale()
        for choice, known in ((self._words, _WORDS), (self._characters, _CHARACTERS)):
            with QSignalBlocker(choice):
                choice.set_segments([(str(each), locale.toString(each)) for each in known])
        names = (
            self.tr("Figures in the margin"),
            self.tr("Words between two figures"),
            self.tr("Characters between two figures"),
        )
        self._rows[0].set_words(names[0], self.tr("How much was written down to that line."))
        self._rows[1].set_words(names[1])
        self._rows[2].set_words(names[2], self.tr("In Chinese novels."))
        for control, name in zip((self._on, self._words, self._characters), names, strict=True):
            control.setAccessibleName(name)
