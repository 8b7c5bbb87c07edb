# SPDX-License-Identifier: MIT
"""Words and phrases of a text in Han characters, found in the text itself: it has no spaces.

What stands together often is told where it stands freely, with other characters before and behind
it from place to place, or a border: so a piece cut out of something longer is none. A word has
two to four characters, none of them a particle, that meet oftener than chance lets them; a phrase
has four to eight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from novelist.domain.stop_words import STOP_HAN

_FEWEST: Final = 3  # times that something stands in a text, to be told at all
_LONGEST_WORD: Final = 4
_LONGEST: Final = 8
_BORDER: Final = "\n"
_FREE: Final = 0.8  # of its places: it has the same neighbour at fewer than so many
_TOGETHER: Final = 6  # times as often as chance would put the parts of a word side by side
_PARTICLES: Final = frozenset("的了着过是在和与就都也不把被有我你他她它们这那很吗呢吧啊")
_LOOSE: Final = STOP_HAN - frozenset("一二三上下中里来去会能道") | frozenset("自")
_NEVER_FIRST: Final = frozenset("的了着过得地们么吗呢吧啊呀出起")  # of a phrase


def han_words_and_phrases(
    runs: Iterable[str], go_on: Callable[[int], int] = lambda length: length
) -> tuple[dict[str, int], dict[str, int]]:
    """How often each word stands in these runs of Han characters, and each phrase.

    ``go_on`` is asked before each length of pieces; what it raises ends the counting.
    """
    text = _BORDER + _BORDER.join(runs) + _BORDER
    counts = _repeated(text, go_on)
    pieces = _pieces(counts)
    free = {gram: n for gram, n in counts.items() if gram not in pieces}
    words = {gram: n for gram, n in free.items() if _is_word(gram, counts, len(text))}
    phrases = {g: n for g, n in free.items() if g not in words and _is_phrase(g)}
    return words, phrases


def _repeated(text: str, go_on: Callable[[int], int]) -> Counter[str]:
    """Every character, and all that stands several times, up to one more than the longest."""
    counts = Counter(text)
    del counts[_BORDER]
    places = [at for at, here in enumerate(text) if _BORDER not in (here, text[at + 1 : at + 2])]
    for length in map(go_on, range(2, _LONGEST + 2)):
        grams = [text[place : place + length] for place in places]
        frequent = {gram: n for gram, n in Counter(grams).items() if n >= _FEWEST}
        counts.update(frequent)
        kept = [place for place, gram in zip(places, grams, strict=True) if gram in frequent]
        places = [first for first, second in pairwise(kept) if second == first + 1]
    return counts


def _is_word(gram: str, counts: Counter[str], size: int) -> bool:
    if not 2 <= len(gram) <= _LONGEST_WORD or not _LOOSE.isdisjoint(gram):
        return False
    if (gram[0] in STOP_HAN and gram[-1] in STOP_HAN) or (len(gram) > 2 and gram[-1] == "道"):
        return False
    splits = [(counts[gram[:cut]], counts[gram[cut:]]) for cut in range(1, len(gram))]
    number = counts[gram]
    return all(
        number * size >= _TOGETHER * first * second or number >= _FREE * max(first, second)
        for first, second in splits
    )


def _is_phrase(gram: str) -> bool:
    if not _LONGEST_WORD <= len(gram) <= _LONGEST or gram[0] in _NEVER_FIRST:
        return False
    return gram[0] not in STOP_HAN and gram[-1] not in STOP_HAN


def _pieces(counts: Counter[str]) -> set[str]:
    """What is nearly everywhere a part of the same longer thing; particles are no part of any."""
    found: set[str] = set()
    for gram, number in counts.items():
        if gram[-1:] not in _PARTICLES and number >= _FREE * counts[gram[:-1]]:
            found.add(gram[:-1])
        if gram[:1] not in _PARTICLES and number >= _FREE * counts[gram[1:]]:
            found.add(gram[1:])
    return found
