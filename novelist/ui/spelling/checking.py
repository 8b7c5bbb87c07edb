# SPDX-License-Identifier: MIT
"""Which words of the open texts are misspelt: asks for those that nobody has judged yet.

The dictionary answers from a process of its own; meanwhile nothing is underlined.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock

from novelist.errors import SpellerError
from novelist.services.spelling.dictionaries import Dictionary, dictionary_for
from novelist.services.spelling.spelling import Speller
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.spelling.known_words import KnownWords
from novelist.ui.spelling.layer import Misspelt, SpellingLayer
from novelist.ui.spelling.looking import Looking
from novelist.ui.spelling.taken_in import Waiting
from novelist.ui.spelling.typing_place import TypingPlace
from novelist.ui.spelling.word_cache import WordCache
from novelist.ui.tasks import Tasks

_PAUSE: Final = 40  # milliseconds after an edit until new words are asked for
_AT_ONCE: Final = 4_000  # words of one question


class Checking(QObject):
    """Underlines what is misspelt in the open texts while it is switched on."""

    settled = Signal()
    """Every open text was looked over, and every word in them is judged."""
    failed = Signal(object)
    """A ``SpellerError``: a dictionary answers no more; nothing is underlined by it."""

    def __init__(
        self,
        documents: Documents,
        edit: ManuscriptEdit,
        speller: Speller,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._speller, self._tasks = speller, tasks
        self.looking = Looking(documents, edit, self)
        self.known = KnownWords(self)
        self.typing = TypingPlace(edit, self)
        self.layer = SpellingLayer(self)
        self._language = ""
        self._available: Mapping[str, Dictionary] = {}
        self._caches: dict[str, WordCache | None] = {}  # by language
        self._missing: dict[WordCache, set[str]] = {}
        self._is_on = self._is_asking = False
        self.looking.sliced.connect(self._on_looking_sliced)
        self.looking.all_seen.connect(self._on_looking_all_seen)
        self.known.changed.connect(self.look_again)
        self.typing.left.connect(self.looking.look_soon)

    # -- what is asked of it -------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether anything is underlined."""
        return self._is_on

    def switch(self, on: bool) -> None:
        """Underline what is misspelt, or nothing."""
        if on == self._is_on:
            return
        self._is_on = on
        if on:
            self.looking.add(self.layer)
        else:
            self._missing.clear()
            self.looking.remove(self.layer)

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing to be looked at and nobody to be asked."""
        return self.looking.is_idle and not self._is_asking and not self._missing

    def use(self, available: Mapping[str, Dictionary]) -> None:
        """These are the dictionaries there are, from now on."""
        self._available = available
        self._caches.clear()
        self.look_again()

    @property
    def languages(self) -> list[str]:
        """The languages that there are dictionaries of."""
        return [dictionary.language for dictionary in self._available.values()]

    def set_language(self, language: str) -> None:
        """The language of the texts, but for passages that name another one."""
        if language != self._language:
            self._language = language
            self.look_again()

    @property
    def language(self) -> str:
        """The language of the texts."""
        return self._language

    def look_again(self) -> None:
        """Somebody knows more words now, or fewer, or other ones: look over all texts again."""
        self.looking.look_again()

    def cache_for(self, language: str) -> WordCache | None:
        """Who knows the words of a language; None where there is no dictionary of it."""
        if language not in self._caches:
            dictionary = dictionary_for(language, self._available)
            cache = None if dictionary is None else WordCache(dictionary, self.known)
            self._caches[language] = cache
        return self._caches[language]

    async def judge(self, cache: WordCache, words: set[str]) -> None:
        """Have these words judged. Raises ``SpellerError``."""
        wanted = sorted(words)
        for start in range(0, len(wanted), _AT_ONCE):
            asked = wanted[start : start + _AT_ONCE]
            try:
                wrong = await self._speller.find_wrong(cache.dictionary, asked)
            except SpellerError:  # its process may have been ended: another one is asked, once
                wrong = await self._speller.find_wrong(cache.dictionary, asked)
            cache.learn(asked, wrong)

    async def suggest(self, misspelt: Misspelt) -> list[str]:
        """What may be meant by a word, in the writer's apostrophes. Raises ``SpellerError``."""
        found = await self._speller.suggest(misspelt.cache.dictionary, misspelt.word)
        curly = "’" in misspelt.written
        return [word.replace("'", "’") if curly else word for word in found]

    async def judge_block(self, block: QTextBlock) -> list[Misspelt]:
        """What is wrong in a block, once every word of it is judged. Raises ``SpellerError``."""
        for cache, words in self.layer.unjudged(block).items():
            await self.judge(cache, words)
        return self.layer.misspelt(block) if block.isValid() else []

    # -- what the layer tells and asks -----------------------------------------------------------

    def want(self, block: QTextBlock, cache: WordCache, words: set[str]) -> None:
        """Nobody has judged these words yet, and they stand in this block."""
        text = self.looking.text_of(block)
        if text is not None:
            text.waiting.append(Waiting(block, cache, words))
            self._missing.setdefault(cache, set()).update(words)
            if self.looking.is_idle and not self._is_asking:
                self.looking.go_on(_PAUSE)

    # -- asking ----------------------------------------------------------------------------------

    def _on_looking_sliced(self) -> None:
        if self._missing and not self._is_asking:
            self._is_asking = True
            self._tasks.start(self._ask())

    def _on_looking_all_seen(self) -> None:
        if self.is_settled:
            self.settled.emit()

    async def _ask(self) -> None:
        try:
            while self._missing:
                cache, words = self._missing.popitem()
                await self.judge(cache, words)
                self._tell_judged(cache, words)
        except SpellerError as error:
            self._caches = dict.fromkeys(self._caches)
            self._missing.clear()
            self.failed.emit(error)
        finally:
            self._is_asking = False
        self.looking.go_on(0)

    def _tell_judged(self, cache: WordCache, words: set[str]) -> None:
        for text in self.looking.texts:
            waiting, text.waiting = text.waiting, []
            for each in waiting:
                each.words -= words if each.cache is cache else set()
                if each.words:
                    text.waiting.append(each)
                else:
                    text.look_again_at(each.block)
