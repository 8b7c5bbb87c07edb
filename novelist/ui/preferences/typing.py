# SPDX-License-Identifier: MIT
"""The section "Typing": what is put right while one types, for each language by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from novelist.domain.typing.choices import TypingChoices, Words, from_json, to_json
from novelist.domain.typing.habits import (
    DASH_STYLES,
    LANGUAGES,
    QUOTE_STYLES,
    habits_of,
    language_key,
)
from novelist.services.spelling.typing_lists import shipped_corrections
from novelist.settings import Settings
from novelist.ui.icons import Icons
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.preferences.word_table import WordTable
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.text_label import TextLabel

_SWITCHES: Final = (
    "quotes", "dashes", "ellipsis", "capitals", "two_capitals", "pairs", "spacing", "completion",
    "corrections", "expansions",
)  # fmt: skip
_ALPHABETIC: Final = frozenset({"capitals", "two_capitals"})
_HAN: Final = frozenset({"pairs", "spacing"})
_STYLES: Final = {"quotes": "quote_style", "dashes": "dash_style"}
_BOX_WIDTH: Final = 168
_NAMES: Final = {  # each in itself
    "en": "English", "zh": "简体中文", "zh-Hant": "繁體中文", "ja": "日本語", "de": "Deutsch",
    "fr": "Français", "es": "Español", "it": "Italiano", "pt": "Português", "nl": "Nederlands",
    "sv": "Svenska", "fi": "Suomi", "da": "Dansk", "nb": "Norsk", "pl": "Polski", "cs": "Čeština",
    "hu": "Magyar", "ru": "Русский", "uk": "Українська",
}  # fmt: skip


class TypingSection(Retranslated, QWidget):
    """Tells the whole of the settings of typing whenever one of them is changed."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_typing")
        self._choices = TypingChoices()
        self._heading = TextLabel(theme, "strong", "text", self)
        self._note = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._language = self._box("language")
        self._language_row = SettingRow(theme, self._language, parent=self)
        self._boxes = {name: self._box(name) for name in _STYLES.values()}
        self._switches: dict[str, Switch] = {}
        self._rows: dict[str, SettingRow] = {}
        for name in _SWITCHES:
            self._make_row(theme, name)
        self._corrections = WordTable(theme, icons, "typing_corrections", self)
        self._expansions = WordTable(theme, icons, "typing_expansions", self)
        self._lay_out(theme)
        self._connect()
        self._fill_boxes()
        self.retranslate()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"typing_{name}")
        box.setFixedWidth(_BOX_WIDTH)
        return box

    def _make_row(self, theme: Theme, name: str) -> None:
        switch = Switch(theme, self)
        switch.setObjectName(f"typing_{name}")
        switch.clicked.connect(self._chooser(name))
        self._switches[name] = switch
        box = self._boxes.get(_STYLES.get(name, ""))
        controls = (switch,) if box is None else (box, switch)
        self._rows[name] = SettingRow(theme, *controls, parent=self)

    def _lay_out(self, theme: Theme) -> None:
        column = inset_column(self._heading, self._note, self._language_row)
        column.setSpacing(0)
        self._note.setContentsMargins(0, 4, 0, 0)
        for name in _SWITCHES:
            column.addWidget(self._rows[name])
            if name == "corrections":
                column.addWidget(self._corrections)
        column.addWidget(self._expansions)
        column.addStretch(1)
        self.setLayout(column)

    def _connect(self) -> None:
        self._language.activated.connect(self._show_language)
        for style, box in self._boxes.items():
            box.activated.connect(partial(self._choose_style, style))
        self._corrections.changed.connect(self._on_corrections_changed)
        self._expansions.changed.connect(self._on_expansions_changed)

    def _fill_boxes(self) -> None:
        for key in LANGUAGES:
            self._language.addItem(_NAMES.get(key, key), key)
        for name, style in QUOTE_STYLES.items():
            (first, last), (inner, end) = style.double, style.single
            self._boxes["quote_style"].addItem(f"{first} {last}  {inner} {end}", name)
        for name, (two, three) in DASH_STYLES.items():
            words = f"--  →  {two}" + (f"   ---  →  {three}" if three else "")
            self._boxes["dash_style"].addItem(words, name)
        own = language_key(QLocale().name())
        self._language.setCurrentIndex(max(self._language.findData(own), 0))

    # -- showing -------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """The language whose rules are shown."""
        return str(self._language.currentData())

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._choices = from_json(settings.typing)
        self._expansions.show_words(self._choices.expansions)
        self._show_language()

    def _show_language(self) -> None:
        language, chosen = self.language, self._choices.of(self.language)
        is_han = habits_of(language).is_han
        for name, switch in self._switches.items():
            switch.setChecked(bool(getattr(chosen, name)))
            is_other = name in (_ALPHABETIC if is_han else _HAN)
            self._rows[name].setVisible(not is_other)
        for style, box in self._boxes.items():
            box.setCurrentIndex(box.findData(getattr(chosen, style)))
        for name, style in _STYLES.items():
            self._boxes[style].setEnabled(bool(getattr(chosen, name)))
        shipped = shipped_corrections(language)
        self._corrections.show_words(self._choices.corrections_of(language, shipped))

    # -- choosing ------------------------------------------------------------------------------

    def _choose(self, name: str, value: object) -> None:
        self._take(self._choices.choose(self.language, name, value))

    def _chooser(self, name: str) -> Callable[[bool], None]:
        return lambda checked: self._choose(name, checked)

    def _take(self, choices: TypingChoices) -> None:
        self._choices = choices
        self.setting_changed.emit("typing", to_json(choices))
        self._show_language()

    def _choose_style(self, style: str, _row: int = 0) -> None:
        self._choose(style, self._boxes[style].currentData())

    def _on_corrections_changed(self, words: Words) -> None:
        language = self.language
        shipped = shipped_corrections(language)
        self._take(self._choices.with_corrections(language, words, shipped))

    def _on_expansions_changed(self, words: Words) -> None:
        self._take(self._choices.with_expansions(words))

    # -- words ---------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("While you type"))
        self._note.setText(self.tr("One “Undo” always gives back exactly what you typed."))
        self._language_row.set_words(
            self.tr("Language"), self.tr("What is chosen below holds for texts in this language.")
        )
        for name, (words, hint) in self._words().items():
            self._rows[name].set_words(words, hint)
            self._switches[name].setAccessibleName(words)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "quotes": (self.tr("Quotation marks"), self.tr("Straight ones become these.")),
            "dashes": (self.tr("Dashes"), self.tr("Hyphens in a row become these.")),
            "ellipsis": (self.tr("Ellipsis"), self.tr("Three full stops become one mark.")),
            "capitals": (
                self.tr("Capital after a full stop"),
                self.tr("Not after abbreviations and an ellipsis."),
            ),
            "two_capitals": (self.tr("One capital where a word begins with two"), ""),
            "pairs": (
                self.tr("Marks in pairs"),
                self.tr(
                    "The closing mark comes with the opening one; what is selected is put between"
                    " them."
                ),
            ),
            "spacing": (
                self.tr("Gap between Han characters and letters"),
                self.tr("Shown on the page, never written into the text."),
            ),
            "completion": (
                self.tr("Suggest words"),
                self.tr("Frequent words of the novel; Tab takes one."),
            ),
            "corrections": (
                self.tr("Correct slips"),
                self.tr("When a space, a mark or Enter follows."),
            ),
            "expansions": (
                self.tr("Write out abbreviations"),
                self.tr("When a space, a mark or Enter follows. One table for all languages."),
            ),
        }
