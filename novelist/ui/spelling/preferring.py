# SPDX-License-Identifier: MIT
"""Does what the section "Spelling" of the preferences wishes for."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from novelist.domain.changes import Changes, Subject
from novelist.services.spelling import known_words
from novelist.ui.preferences.known_words import LIBRARY, NOVEL
from novelist.ui.preferences.spelling import SpellingSection

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.spelling.controller import SpellingController


class SpellingPreferences(QObject):
    """Between the section and the store; the section shows what is there then."""

    def __init__(
        self, section: SpellingSection, controller: Controller, spelling: SpellingController
    ) -> None:
        super().__init__(section)
        self._section, self._controller, self._spelling = section, controller, spelling
        words = section.words
        words.add_requested.connect(self._on_words_add_requested)
        words.remove_requested.connect(self._on_words_remove_requested)
        words.import_requested.connect(self._on_words_import_requested)
        words.export_requested.connect(self._on_words_export_requested)
        section.dictionary_chosen.connect(self._on_section_dictionary_chosen)
        controller.context.bus.changed.connect(self._on_bus_changed)

    def refresh(self) -> None:
        """Show dictionaries and words as they are now."""
        self._section.show_dictionaries(self._spelling.checking.languages)
        self._controller.tasks.latest("show_known_words", self._show_words())

    async def _show_words(self) -> None:
        if not self._controller.is_open:
            return
        novel_id = self._controller.workspace.novel_id
        found = {LIBRARY: await known_words.list_known_words()}
        if novel_id is not None:
            found[NOVEL] = await known_words.list_known_words(novel_id)
        self._section.words.show_words(found, has_novel=novel_id is not None)

    def _novel_of(self, scope: str) -> int | None:
        return self._controller.workspace.novel_id if scope == NOVEL else None

    def _start(self, act: Awaitable[object]) -> None:
        async def do() -> None:
            await act

        self._controller.tasks.start(do())

    def _on_words_add_requested(self, scope: str, word: str) -> None:
        self._start(known_words.add_known_words([word], self._novel_of(scope)))

    def _on_words_remove_requested(self, scope: str, words: list[str]) -> None:
        self._start(known_words.remove_known_words(words, self._novel_of(scope)))

    def _on_words_import_requested(self, scope: str, path: Path) -> None:
        self._controller.tasks.start(self._import(scope, path))

    async def _import(self, scope: str, path: Path) -> None:
        fresh = await known_words.read_word_list(path, self._novel_of(scope))
        self._controller.window.notify(self.tr("%Ln new words", "", len(fresh)))

    def _on_words_export_requested(self, scope: str, path: Path) -> None:
        self._start(known_words.write_word_list(path, self._novel_of(scope)))

    def _on_section_dictionary_chosen(self, path: Path) -> None:
        self._controller.tasks.start(self._add_dictionary(path))

    async def _add_dictionary(self, path: Path) -> None:
        await self._spelling.add_dictionary(path)
        self._section.show_dictionaries(self._spelling.checking.languages)

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(entry.subject is Subject.WORD for entry in changes.entries):
            self.refresh()
