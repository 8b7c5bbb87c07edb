# SPDX-License-Identifier: MIT
"""The menu of languages: which one a passage is in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from novelist.ui.theme import Theme
from novelist.ui.widgets.menu import Menu
from novelist.ui.widgets.retranslated import Retranslated

TAGS: Final = (
    "en", "en-GB", "zh-CN", "zh-TW", "ja", "ko", "fr", "de", "es", "it", "pt", "nl", "sv", "da",
    "nb", "fi", "pl", "cs", "hu", "ru", "uk", "el", "tr", "he", "ar", "fa", "hi", "vi", "la",
)  # fmt: skip


class LanguageMenu(Retranslated, Menu):
    """Filled anew each time it opens; the language in force is checked."""

    chosen = Signal(str)
    """A tag of BCP 47, or "" for the language of the novel."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("menu_languages")
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name."""
        self.setTitle(self.tr("Language of the passage"))

    def fill(self, tag: str) -> None:
        """Show all languages, and which one is in force; "" is that of the novel."""
        self.clear()
        group = QActionGroup(self)
        self._add(group, "", self.tr("As the novel"), is_chosen=not tag)
        self.addSeparator()
        for each in TAGS if not tag or tag in TAGS else (tag, *TAGS):
            self._add(group, each, language_name(each), is_chosen=each == tag)

    def _add(self, group: QActionGroup, tag: str, words: str, *, is_chosen: bool) -> None:
        action = QAction(words, self)
        action.setObjectName(f"language_{tag or 'usual'}")
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda: self.chosen.emit(tag))
        group.addAction(action)
        self.addAction(action)


def language_name(tag: str) -> str:
    """A language in its own words: “Français”, “简体中文”."""
    locale = QLocale(tag)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return tag
    name = locale.nativeLanguageName() or tag
    return f"{name[:1].upper()}{name[1:]}"
