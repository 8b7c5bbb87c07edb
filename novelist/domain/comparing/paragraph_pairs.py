# SPDX-License-Identifier: MIT
"""Which paragraphs of two versions belong together, so that no match ties strangers.

A quotation mark or a full stop is in every paragraph. Where one of a paragraph that went meets one
of a paragraph that came, both are read as what they are only without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from novelist.domain.comparing.sequences import Match, add_match

_SHARE: Final = 4  # a quarter of the words of the shorter paragraph makes two of them kin
_LONG: Final = 16  # and so do more letters of words that stay together

Pair: TypeAlias = tuple[int, int]  # number of a paragraph in the old, and in the new
_Run: TypeAlias = tuple[Pair, Match]  # what matches within one paragraph of each version


@dataclass(frozen=True)
class Paragraphs:
    """Those of one version: ``ends`` are the places of the last piece of each, in ``keys``.

    ``whole`` are the numbers of those that are one piece, and the same in both versions.
    """

    keys: Sequence[str]
    texts: Sequence[str]
    ends: Sequence[int]
    whole: Collection[int]

    def letters_before(self) -> list[int]:
        """How many letters of words stand before each piece, and before the end."""
        sizes = [len(text) if text.isalnum() else 0 for text in self.texts]
        return list(accumulate(sizes, initial=0))


def without_strangers(old: Paragraphs, new: Paragraphs, found: Iterable[Match]) -> list[Match]:
    """The matches within paragraphs that belong together; their ends match too where they can."""
    runs = list(_runs(old, new, found))
    before, after = old.letters_before(), new.letters_before()
    kin = _kin(runs, _sizes(old, before), _sizes(new, after), after)
    pairs = {pair for pair, _ in runs}
    kin |= {pair for pair in pairs if pair[1] in new.whole}
    kin |= _lonely(kin, pairs, len(old.ends), len(new.ends))
    kept = [match for pair, match in runs if pair in kin]
    for pair in sorted(kin):
        _tie_ends(old, new, pair, kept)
    joined: list[Match] = []
    for match in kept:
        add_match(joined, match)
    return joined


def _runs(old: Paragraphs, new: Paragraphs, found: Iterable[Match]) -> Iterator[_Run]:
    """The matches, cut where a paragraph ends."""
    firsts, seconds = old.ends, new.ends
    i = j = 0
    for at, place, length in found:
        last = at + length
        while at < last:
            while firsts[i] < at:
                i += 1
            while seconds[j] < place:
                j += 1
            size = min(firsts[i] - at + 1, seconds[j] - place + 1, last - at)
            yield (i, j), (at, place, size)
            at, place = at + size, place + size


def _sizes(paragraphs: Paragraphs, before: Sequence[int]) -> list[int]:
    """The letters of words in each paragraph."""
    bounds = [0, *(end + 1 for end in paragraphs.ends)]
    return [before[last] - before[first] for first, last in pairwise(bounds)]


def _kin(
    runs: Iterable[_Run], old: Sequence[int], new: Sequence[int], before: Sequence[int]
) -> set[Pair]:
    """Paragraphs that share so many words, or so long a stretch, that it is not by chance."""
    shared: dict[Pair, int] = {}
    kin: set[Pair] = set()
    for pair, (_, place, size) in runs:
        stays = before[place + size] - before[place]
        shared[pair] = shared.get(pair, 0) + stays
        if stays > _LONG:
            kin.add(pair)
    enough = (
        (i, j) for (i, j), stays in shared.items() if stays * _SHARE >= max(min(old[i], new[j]), 1)
    )
    return kin.union(enough)


def _lonely(kin: Collection[Pair], pairs: Iterable[Pair], old: int, new: int) -> set[Pair]:
    """Single paragraphs that were rewritten between others that belong together."""
    firsts, seconds = {-1, old, *(i for i, _ in kin)}, {-1, new, *(j for _, j in kin)}
    return {
        (i, j)
        for i, j in pairs
        if i not in firsts
        and j not in seconds
        and {i - 1, i + 1} <= firsts
        and {j - 1, j + 1} <= seconds
    }


def _tie_ends(old: Paragraphs, new: Paragraphs, pair: Pair, kept: list[Match]) -> None:
    """Match the ends of two paragraphs, if they are alike and no match leads across.

    What is alike before them matches too, such as the full stop, up to the last match before. That
    is in these paragraphs as well: none are kin without one.
    """
    at, place = old.ends[pair[0]], new.ends[pair[1]]
    if old.keys[at] != new.keys[place]:
        return
    where = bisect_left(kept, (at, place, 0))
    first, second, size = kept[where - 1] if where else (0, 0, 0)
    room = min(at - first - size, place - second - size)
    crossed = where < len(kept) and (kept[where][0] <= at or kept[where][1] <= place)
    if room < 0 or crossed:
        return
    more = 0
    while more < room and old.keys[at - more - 1] == new.keys[place - more - 1]:
        more += 1
    kept.insert(where, (at - more, place - more, more + 1))
