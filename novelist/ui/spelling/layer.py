# SPDX-License-Identifier: MIT
"""The wavy lines: what is misspelt in a block, from what is known at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextBlock, QTextCharFormat

from novelist.domain.words_to_spell import Word, dictionary_form
from novelist.ui.editor.colouring import Part
from novelist.ui.spelling.language_runs import texts_by_language, to_offset, to_position
from novelist.ui.theme import Theme

if TYPE_CHECKING:
    from novelist.ui.spelling.checking import Checking
    from novelist.ui.spelling.word_cache import WordCache

_WAVE: Final = QTextCharFormat.UnderlineStyle.WaveUnderline


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

    def __init__(self, theme: Theme, checking: Checking) -> None:
        self._theme, self._checking = theme, checking
        self._formats: dict[str, QTextCharFormat] = {}

    def parts(self, block: QTextBlock) -> list[Part]:
        """The lines under a block; none before it was looked at in its turn."""
        if not self._checking.covers(block):
            return []
        line = self._line()
        return [Part(start, length, line) for start, length in self._places(block)]

    def is_painted_otherwise(self, block: QTextBlock) -> bool:
        """Whether the lines that the block has are not those that it should have."""
        painted = {
            (each.start, each.length)
            for each in block.layout().formats()
            if each.format.underlineStyle() == _WAVE
        }
        return painted != set(self._places(block))

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

    def _places(self, block: QTextBlock) -> list[tuple[int, int]]:
        """Start and length (Qt's) of what is to be underlined."""
        caret = self._checking.typing.inside(block)
        return [(each.start, each.length) for each in self._find(block, block.text(), caret)]

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

    def _line(self) -> QTextCharFormat:
        if self._theme.name not in self._formats:
            line = QTextCharFormat()
            line.setUnderlineStyle(_WAVE)
            line.setUnderlineColor(self._theme.colour("spell"))
            self._formats[self._theme.name] = line
        return self._formats[self._theme.name]
