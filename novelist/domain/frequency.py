# SPDX-License-Identifier: MIT
"""Which words and phrases a text uses how often, the commonest of the language left out.

Words: runs of letters, without case. Phrases: two to four words in a row inside a sentence, with
other words in them than those that are left out. Of a phrase and a part of it that stands nearly
nowhere else, the longer one is told. Where Han is written there are no words to split at: see
``han_words.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from novelist.domain.counting import count
from novelist.domain.han_words import han_words_and_phrases
from novelist.domain.languages import is_han
from novelist.domain.stop_words import stop_words
from novelist.domain.words_to_spell import dictionary_form

_Gram = tuple[str, ...]
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAN_RUN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003fffd]{2,}")
_BOUND: Final = re.compile(r"[^\w\s'’-]+|\s[-–—]+\s|--+")
_LONGEST: Final = 4
_FEWEST: Final = 3  # times a phrase stands in a text, to be told at all
_NEARLY: Final = 0.8  # of the places of a part: so many are places of the longer phrase too
_TOLD: Final = 500


@dataclass(frozen=True, slots=True)
class Use:
    """A word or phrase, and how often it stands in the text."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Frequency:
    """The words and the phrases of a text, the most frequent first; ``total`` as the counts say."""

    total: int
    words: tuple[Use, ...]
    phrases: tuple[Use, ...]

    def per_thousand(self, use: Use) -> float:
        """How often it stands in a thousand words."""
        return 1000 * use.count / self.total if self.total else 0.0


def measure(
    paragraphs: Iterable[str], language: str, is_left: Callable[[], bool] = lambda: False
) -> Frequency:
    """How often words and phrases stand in these paragraphs.

    ``is_left`` is asked now and then; once nobody waits any more nothing is told.
    """
    try:
        return _measure(list(paragraphs), language, partial(_go_on, is_left))
    except _LeftError:
        return Frequency(0, (), ())


class _LeftError(Exception):
    """Nobody waits for it any more."""


def _go_on(is_left: Callable[[], bool], each: Any) -> Any:  # noqa: ANN401 - whatever it is
    """Hand it on, where somebody still waits."""
    if is_left():
        raise _LeftError
    return each


def _measure(texts: list[str], language: str, go_on: Callable[[Any], Any]) -> Frequency:
    total = sum(count(text).words for text in map(go_on, texts))
    if is_han(language):
        runs = [run for text in texts for run in _HAN_RUN.findall(text)]
        found = han_words_and_phrases(runs, go_on)
        return Frequency(total, _told(found[0]), _told(found[1]))
    stop = stop_words(language)
    sentences = [words for text in map(go_on, texts) for words in _sentences(text)]
    words: Counter[str] = Counter()
    for sentence in map(go_on, sentences):
        words.update(sentence)
    kept = Counter({word: n for word, n in words.items() if word not in stop and len(word) > 1})
    return Frequency(total, _told(kept), _told(_phrases(sentences, stop, go_on)))


def _sentences(text: str) -> Iterator[list[str]]:
    for part in _BOUND.split(text):
        words = [dictionary_form(word).lower() for word in _WORD.findall(part)]
        if words:
            yield words


def _told(uses: Mapping[str, int]) -> tuple[Use, ...]:
    ordered = sorted(uses.items(), key=lambda use: (-use[1], use[0]))
    return tuple(Use(text, number) for text, number in ordered[:_TOLD])


def _phrases(
    sentences: list[list[str]], stop: frozenset[str], go_on: Callable[[list[str]], list[str]]
) -> dict[str, int]:
    """Phrases of two to four words; a longer one only where both its halves are frequent."""
    frequent: dict[tuple[str, ...], int] = {}
    found: list[dict[tuple[str, ...], int]] = []
    for length in range(2, _LONGEST + 1):
        counted: Counter[tuple[str, ...]] = Counter()
        for words in map(go_on, sentences):
            grams = zip(*(words[start:] for start in range(length)), strict=False)
            if length == 2:
                counted.update(grams)
            else:
                counted.update(g for g in grams if g[:-1] in frequent and g[1:] in frequent)
        frequent = {gram: n for gram, n in counted.items() if n >= _FEWEST}
        found.append(frequent)
    kept = _without_parts(found, lambda gram: _says_something(gram, stop))
    return {" ".join(gram): n for gram, n in kept.items()}


def _says_something(gram: tuple[str, ...], stop: frozenset[str]) -> bool:
    """Two words both have to; of several one is enough."""
    own = sum(word not in stop for word in gram)
    return own >= 2 if len(gram) == 2 else own > 0


def _without_parts(
    by_length: Sequence[Mapping[_Gram, int]], is_told: Callable[[_Gram], bool]
) -> dict[_Gram, int]:
    """Those that are to be told, but for parts that stand nearly only in a longer one."""
    told = [{gram: n for gram, n in grams.items() if is_told(gram)} for grams in by_length]
    kept: dict[_Gram, int] = {}
    for index, grams in enumerate(told):
        longer = told[index + 1] if index + 1 < len(told) else {}
        within: dict[_Gram, int] = {}
        for gram, number in longer.items():
            for part in (gram[:-1], gram[1:]):
                within[part] = max(within.get(part, 0), number)
        kept |= {gram: n for gram, n in grams.items() if within.get(gram, 0) < _NEARLY * n}
    return kept
