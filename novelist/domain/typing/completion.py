# SPDX-License-Identifier: MIT
"""Words that may be meant by the letters that are typed: names, then frequent words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from novelist.domain.typing.letters import is_han_letter, is_in_word

REACH: Final = 40
"""Characters before the caret that are looked at, at most."""
_MOST: Final = 5
_FEWEST_LETTERS: Final = 3  # that are typed
_FEWEST_LEFT: Final = 2  # letters that a proposal spares
_JOINERS: Final = "'’-"


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is typed of a word, and the words that it may become, the likeliest first."""

    typed: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """What can be proposed; ``names`` come first, and in Han from the first character on."""

    frequent: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    _both: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Names that are frequent too stand there once."""
        object.__setattr__(self, "_both", tuple(dict.fromkeys((*self.names, *self.frequent))))

    def proposals(self, before: str) -> Proposals:
        """What the letters before the caret may become; nothing where they are too few."""
        if not before or not self._both:
            return Proposals()
        if is_han_letter(before[-1]):
            return self._han(before)
        typed = _word_before(before)
        if len(typed) < _FEWEST_LETTERS:
            return Proposals()
        found = _matching(self.names, typed, _FEWEST_LEFT, is_name=True)
        found += _matching(self.frequent, typed, _FEWEST_LEFT, found)
        return Proposals(typed, tuple(found)) if found else Proposals()

    def _han(self, before: str) -> Proposals:
        for length, words in ((2, self._both), (1, self.names)):
            typed = before[-length:]
            found = _matching(words, typed, 1, is_name=True) if _is_han(typed) else []
            if found:
                return Proposals(typed, tuple(found))
        return Proposals()


def _is_han(text: str) -> bool:
    return all(map(is_han_letter, text))


def _matching(
    words: Iterable[str],
    typed: str,
    fewest_left: int,
    known: Sequence[str] = (),
    *,
    is_name: bool = False,
) -> list[str]:
    """The words that begin like that and are not known, in the case that is typed, but names."""
    wanted, found = typed.lower(), list[str]()
    others = {word.lower() for word in known}
    for word in words:
        if len(known) + len(found) == _MOST:
            break
        is_longer = len(word) >= len(typed) + fewest_left
        if is_longer and word.lower().startswith(wanted) and word.lower() not in others:
            found.append(word if is_name else typed + word[len(typed) :])
    return found


def _word_before(before: str) -> str:
    """The letters of the word that is being typed."""
    start = len(before)
    while start and (is_in_word(before[start - 1]) or before[start - 1] in _JOINERS):
        start -= 1
    return before[start:].lstrip(_JOINERS)
