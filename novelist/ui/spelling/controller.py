# SPDX-License-Identifier: MIT
"""Spelling in the window: switched, told which novel and which words, ended with the program."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from novelist.domain.changes import Changes, Subject
from novelist.errors import NovelistError, SpellerError
from novelist.services.spelling import known_words
from novelist.services.spelling.dictionaries import find_dictionaries
from novelist.services.spelling.spelling import Speller, SpellerProcess, add_dictionary
from novelist.ui import errors
from novelist.ui.checks.controller import ChecksController
from novelist.ui.spelling.checking import Checking
from novelist.ui.spelling.known_words import NOVEL, PERSONAL, SESSION
from novelist.ui.spelling.menu import SpellingMenu
from novelist.ui.spelling.moves import Moves
from novelist.ui.tasks import Tasks

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.preferences.spelling import SpellingSection
    from novelist.ui.spelling.preferring import SpellingPreferences

BEGINS_AFTER: Final = 1_500  # milliseconds: the first second is for writing


class SpellingController(QObject):
    """One for the life of the window."""

    def __init__(self, controller: Controller, speller: Speller | None = None) -> None:
        super().__init__(controller)
        self._controller = controller
        self._workspace, self._notify = controller.workspace, controller.window.notify
        self._actions, self._settings = controller.window.actions_, controller.context.settings
        self._speller = speller or SpellerProcess()
        self._tasks = Tasks(self, self._on_error)  # nobody who leaves a library waits for these
        editor = self._workspace.editor
        self.checking = Checking(
            editor.documents,
            editor.edit,
            self._speller,
            self._tasks,
            self,
        )
        self.known = self.checking.known
        self.checks = ChecksController(controller, self.checking)
        self._menu = SpellingMenu(self.checking, editor.edit, self._tasks, self)
        self._moves = Moves(self.checking, editor.edit, self)
        self._ignored: set[str] = set()
        self._preferences: SpellingPreferences | None = None
        self._novel: tuple[str, int | None] = ("", None)
        self._connect()
        QTimer.singleShot(BEGINS_AFTER, self, self.begin)

    def _connect(self) -> None:
        self._workspace.editor.menu_opening.connect(self._menu.fill)
        self._menu.add_requested.connect(self.add_word)
        self._menu.add_to_novel_requested.connect(self._on_menu_add_to_novel_requested)
        self._menu.ignore_requested.connect(self.ignore)
        self._moves.none_found.connect(self._on_moves_none_found)
        self.checking.failed.connect(self._on_error)
        self._workspace.counts_changed.connect(self._on_workspace_counts_changed)
        self._controller.context.bus.changed.connect(self._on_bus_changed)
        self._controller.lead.ended.connect(self._on_lead_ended)
        self._actions["spelling"].setChecked(self._settings.spelling)
        self._actions["spelling"].triggered.connect(self.switch)
        self._actions.connect_all(
            {
                "next_misspelt": partial(self.go, 1),
                "previous_misspelt": partial(self.go, -1),
            }
        )

    def begin(self) -> None:
        """Find the dictionaries, and look over what is open."""
        if self._controller.lead.has_ended:
            return
        self._tasks.latest("begin", self._begin())

    async def _begin(self) -> None:
        self.checking.use(await asyncio.to_thread(find_dictionaries))
        self.checking.switch(self._settings.spelling)
        self.checks.show_choice()

    # -- what can be done ----------------------------------------------------------------------

    def switch(self, on: bool) -> None:
        """Underline what is misspelt, or nothing; remembered."""
        self._controller.commands.choose("spelling", on)

    def show_choice(self) -> None:
        """Follow the setting, wherever it was changed."""
        self._actions["spelling"].setChecked(self._settings.spelling)
        self.checking.switch(self._settings.spelling)

    def go(self, step: int) -> None:
        """To the next misspelt word, or with -1 to the one before."""
        if self.checking.cache_for(self.checking.language) is None:
            self._notify(self.tr("There is no dictionary for the language of this novel."))
            return
        if not self._settings.spelling:
            self.switch(True)
        self._tasks.latest("go", self._moves.go(step))

    def add_word(self, word: str) -> None:
        """Call a word right in all novels of this library."""
        self._keep(word, None, PERSONAL, self.tr("“{word}” is in your dictionary now"))

    def add_word_to_novel(self, word: str) -> None:
        """Call a word right in this novel."""
        said = self.tr("“{word}” is known in this novel now")
        self._keep(word, self._workspace.novel_id, NOVEL, said)

    def ignore(self, word: str) -> None:
        """Say nothing of a word until the program ends."""
        self._ignored.add(word)
        self.known.tell(SESSION, self._ignored)

    def _keep(self, word: str, novel_id: int | None, source: str, said: str) -> None:
        self.known.tell(source, self.known.of(source) | {word})  # at once; the store tells it too
        take_back = partial(self._remove, word, novel_id)
        added = known_words.add_known_words([word], novel_id)
        self._controller.tasks.start(self._tell(added, said.format(word=word), take_back))

    async def _tell(self, act: Awaitable[object], said: str, undo: partial[None]) -> None:
        await act
        self._notify(said, undo)

    def _remove(self, word: str, novel_id: int | None) -> None:
        self._controller.tasks.start(known_words.remove_known_words([word], novel_id))

    def attend(self, section: SpellingSection) -> None:
        """Do what the preferences wish for."""
        from novelist.ui.spelling.preferring import SpellingPreferences  # noqa: PLC0415 - when wanted

        self._preferences = SpellingPreferences(section, self._controller, self)

    def refresh_preferences(self) -> None:
        """Show in the preferences what there is."""
        if self._preferences is not None:
            self._preferences.refresh()

    async def add_dictionary(self, chosen: Path) -> None:
        """Take a dictionary among the user's own. Raises ``DictionaryError``."""
        await add_dictionary(self._speller, chosen)
        self.checking.use(await asyncio.to_thread(find_dictionaries))

    # -- following -----------------------------------------------------------------------------

    def _on_workspace_counts_changed(
        self, _scene: object, _chapter: object, _novel: int, language: str, _kind: str
    ) -> None:
        self.checking.set_language(language)
        shown = (str(self._controller.context.library), self._workspace.novel_id)
        if shown != self._novel:
            self._novel = shown
            self._controller.tasks.latest("known_words", self._read_words())

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(entry.subject is Subject.WORD for entry in changes.entries):
            self._controller.tasks.latest("known_words", self._read_words())

    async def _read_words(self) -> None:
        novel_id = self._workspace.novel_id
        self.known.tell(PERSONAL, await known_words.list_known_words())
        words = [] if novel_id is None else await known_words.list_known_words(novel_id)
        self.known.tell(NOVEL, words)

    def _on_menu_add_to_novel_requested(self, word: str) -> None:
        self.add_word_to_novel(word)

    def _on_moves_none_found(self) -> None:
        self._notify(self.tr("No misspelt word in this scene"))

    def _on_error(self, error: BaseException) -> None:
        errors.record(error)
        if isinstance(error, SpellerError | NovelistError):
            self._notify(errors.sentence(error))

    def _on_lead_ended(self) -> None:
        self._tasks.cancel_all()
        self._speller.close()
