# SPDX-License-Identifier: MIT
"""What is known of words: answers at once, and remembers which ones nobody has judged yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from novelist.domain.words_to_spell import Word, words_to_spell, wrong_words
from novelist.services.spelling.dictionaries import Dictionary
from novelist.ui.spelling.known_words import KnownWords

MOST: Final = 200_000  # judged words that are remembered; a novel has some 20,000 different ones
_TEXTS: Final = 4_000  # paragraphs whose words are not looked for again


class WordCache:
    """The verdicts of one dictionary, and of whoever knows more words than it."""

    def __init__(self, dictionary: Dictionary, known: KnownWords) -> None:
        self.dictionary = dictionary
        self._known = known
        self._wrong: dict[str, bool] = {}
        self._doubtful: dict[str, list[Word]] = {}  # by text; its words may be judged since
        self._familiar: set[str] = set()  # as they are written: right, whatever stands around them
        known.changed.connect(self._on_known_changed)

    def doubtful(self, text: str) -> list[Word]:
        """The words of a text that are wrong, or that nobody has judged yet."""
        if text in self._doubtful:
            return self._doubtful[text]
        words = words_to_spell(text, self._familiar)
        doubtful: list[Word] = []
        for word in words:
            if self._is_right(word):
                self._familiar.add(text[word.start : word.end])
            else:
                doubtful.append(word)
        if len(self._doubtful) > _TEXTS:
            self._doubtful.clear()
        self._doubtful[text] = doubtful
        return doubtful

    def wrong(self, words: list[Word]) -> list[Word]:
        """Those of them, or of their pieces, that are wrong as far as one knows."""
        return wrong_words(words, self.is_wrong)

    def is_wrong(self, word: str) -> bool | None:
        """None: nobody has judged it yet."""
        verdict = self._wrong.get(word)
        return verdict and not self._known.has(word)

    def unjudged(self, words: Iterable[Word]) -> set[str]:
        """What the dictionary is to be asked for, so that all of them are judged."""
        texts = (each.text for word in words for each in (word, *word.pieces))
        return {text for text in texts if text not in self._wrong}

    def learn(self, asked: Iterable[str], wrong: frozenset[str]) -> None:
        """Take the dictionary's answer."""
        if len(self._wrong) > MOST:
            self._wrong.clear()
            self._familiar.clear()
            self._doubtful.clear()
        self._wrong.update((word, word in wrong) for word in asked)

    def _is_right(self, word: Word) -> bool:
        if self.is_wrong(word.text) is False:
            return True
        pieces = word.pieces
        return bool(pieces) and all(self.is_wrong(piece.text) is False for piece in pieces)

    def _on_known_changed(self) -> None:
        self._familiar.clear()
        self._doubtful.clear()
