# SPDX-License-Identifier: MIT
"""The wavy lines: what is misspelt in a block, from what is known at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock

from novelist.domain.words_to_spell import Word, dictionary_form
from novelist.ui.editor.underlines import Line, Underline
from novelist.ui.spelling.language_runs import texts_by_language, to_offset, to_position

if TYPE_CHECKING:
    from novelist.ui.spelling.checking import Checking
    from novelist.ui.spelling.word_cache import WordCache


@dataclass(frozen=True)
class Misspelt:
    """A word that is wrong: its place in the block (Qt's), as it is written, who says so."""

    start: int
    length: int
    written: str
    cache: WordCache

    @property
    def word(self) -> str:
        """The word as dictionaries write it."""
        return dictionary_form(self.written)


class SpellingLayer:
    """Reads what is known; words that nobody has judged yet it asks to be judged."""

    def __init__(self, checking: Checking) -> None:
        self._checking = checking

    def underlines(self, block: QTextBlock) -> Iterator[Underline]:
        """A wave under every word that is wrong, but for the one that is being typed."""
        caret = self._checking.typing.inside(block)
        for each in self._find(block, block.text(), caret):
            yield Underline(each.start, each.length, Line.WAVE)

    def misspelt(self, block: QTextBlock) -> list[Misspelt]:
        """Every word of the block that is wrong as far as one knows, in order."""
        found = self._find(block, block.text(), None)
        return sorted(found, key=lambda word: word.start)

    def unjudged(self, block: QTextBlock) -> dict[WordCache, set[str]]:
        """The words of the block that nobody has judged yet."""
        found = {}
        texts = texts_by_language(block, block.text(), self._checking.language)
        for language, words in texts.items():
            cache = self._checking.cache_for(language)
            unjudged = set() if cache is None else cache.unjudged(cache.doubtful(words))
            if cache is not None and unjudged:
                found[cache] = unjudged
        return found

    def _find(self, block: QTextBlock, text: str, caret: int | None) -> Iterator[Misspelt]:
        """What is wrong, but for the word that the caret types."""
        for language, words in texts_by_language(block, text, self._checking.language).items():
            cache = self._checking.cache_for(language)
            doubtful = [] if cache is None else cache.doubtful(words)
            if cache is None or not doubtful:
                continue
            if caret is not None:
                doubtful = self._without_typed(block, text, caret, doubtful)
            unjudged = cache.unjudged(doubtful)
            if unjudged:
                self._checking.want(block, cache, unjudged)
            for word in cache.wrong(doubtful):
                start = to_position(block, text, word.start)
                length = to_position(block, text, word.end) - start
                yield Misspelt(start, length, text[word.start : word.end], cache)

    def _without_typed(
        self, block: QTextBlock, text: str, caret: int, words: list[Word]
    ) -> list[Word]:
        """Leave out the word that the caret stands in or behind."""
        place = to_offset(block, text, caret)
        kept = [word for word in words if not word.start <= place <= word.end]
        if len(kept) < len(words):
            self._checking.typing.spare(block)
        return kept
