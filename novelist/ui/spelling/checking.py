# SPDX-License-Identifier: MIT
"""Looks over the open texts in short slices, and asks for the words that nobody has judged yet.

Nothing waits for it: a slice ends after some milliseconds, and the dictionary answers from a
process of its own. A block is painted anew only where that changes something.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from novelist.errors import SpellerError
from novelist.services.dictionaries import Dictionary, dictionary_for
from novelist.services.spelling import Speller
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.spelling.known_words import KnownWords
from novelist.ui.spelling.layer import SpellingLayer
from novelist.ui.spelling.taken_in import TakenIn, Waiting
from novelist.ui.spelling.typing_place import TypingPlace
from novelist.ui.spelling.word_cache import WordCache
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme

_SLICE: Final = 0.0025  # seconds
_REST: Final = 5  # milliseconds between two slices
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
        theme: Theme,
        documents: Documents,
        edit: ManuscriptEdit,
        speller: Speller,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._documents, self._edit, self._speller, self._tasks = documents, edit, speller, tasks
        self.known = KnownWords(self)
        self.typing = TypingPlace(edit, self)
        self._layer = SpellingLayer(theme, self)
        self._language = ""
        self._available: Mapping[str, Dictionary] = {}
        self._caches: dict[str, WordCache | None] = {}  # by language
        self._texts: dict[QTextDocument, TakenIn] = {}
        self._open: dict[int, QTextDocument] = {}
        self._missing: dict[WordCache, set[str]] = {}
        self._is_on = self._is_asking = False
        self.is_settled = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)
        documents.opened.connect(self._on_documents_opened)
        documents.forgotten.connect(self._on_documents_forgotten)
        self.known.changed.connect(self.look_again)
        self.typing.left.connect(documents.layers.block_changed)

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
        layers = self._documents.layers
        if on:
            layers.add(self._layer)
            for item_id in self._documents:
                self._on_documents_opened(item_id)
        else:
            for item_id in list(self._open):
                self._on_documents_forgotten(item_id)
            layers.remove(self._layer)

    def use(self, available: Mapping[str, Dictionary]) -> None:
        """These are the dictionaries there are, from now on."""
        self._available = available
        self._caches.clear()
        self.look_again()

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
        for text in self._texts.values():
            text.begin()
        self._go_on(0)

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

    # -- what the layer tells and asks -----------------------------------------------------------

    def covers(self, block: QTextBlock) -> bool:
        """Whether the block was looked at, so that the layer has something to say of it."""
        text = self._texts.get(block.document())
        return text is not None and not text.is_to_come(block)

    def want(self, block: QTextBlock, cache: WordCache, words: set[str]) -> None:
        """Nobody has judged these words yet, and they stand in this block."""
        text = self._texts.get(block.document())
        if text is not None:
            text.waiting.append(Waiting(block, cache, words))
            self._missing.setdefault(cache, set()).update(words)
            if not self._timer.isActive():
                self._go_on(_PAUSE)

    # -- slices ----------------------------------------------------------------------------------

    def _on_documents_opened(self, item_id: int) -> None:
        text = self._documents.find(item_id)
        if self._is_on and text is not None and text.document not in self._texts:
            self._open[item_id] = text.document
            self._texts[text.document] = TakenIn(text.document, self)
            self._go_on(_REST)

    def _on_documents_forgotten(self, item_id: int) -> None:
        document = self._open.pop(item_id, None)
        text = None if document is None else self._texts.pop(document, None)
        if text is not None:
            text.deleteLater()

    def _work(self) -> None:
        until = time.monotonic() + _SLICE
        goes_on = True
        while goes_on and time.monotonic() < until:
            goes_on = self._step()
        if self._missing and not self._is_asking:
            self._is_asking = True
            self._tasks.start(self._ask())
        if goes_on:
            self._go_on(_REST)
        elif not self._is_asking:
            self.is_settled = True
            self.settled.emit()

    def _go_on(self, wait: int) -> None:
        self.is_settled = False
        self._timer.start(wait)

    def _step(self) -> bool:
        """Do one small thing; False where nothing is left to do."""
        for text in self._in_order():
            if text.due:
                block = text.due.popleft()
                text.rest()
                if block.isValid():
                    number = block.blockNumber()
                    self._documents.layers.block_changed.emit(text.document, number)
                return True
            block_to_see = text.next_block(self._first_seen(text))
            if block_to_see is not None:
                if self._layer.is_painted_otherwise(block_to_see):
                    text.due.append(block_to_see)
                return True
        return False

    def _in_order(self) -> list[TakenIn]:
        """The text that is seen comes first."""
        seen = self._texts.get(self._edit.document())
        rest = [text for text in self._texts.values() if text is not seen]
        return rest if seen is None else [seen, *rest]

    def _first_seen(self, text: TakenIn) -> int:
        if text.document is not self._edit.document():
            return 0
        return self._edit.cursorForPosition(QPoint(0, 0)).block().blockNumber()

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
            self._go_on(0)

    def _tell_judged(self, cache: WordCache, words: set[str]) -> None:
        for text in self._texts.values():
            waiting, text.waiting = text.waiting, []
            for each in waiting:
                each.words -= words if each.cache is cache else set()
                if each.words:
                    text.waiting.append(each)
                elif each.block.isValid() and self._layer.is_painted_otherwise(each.block):
                    text.due.append(each.block)
