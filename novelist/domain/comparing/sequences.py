# SPDX-License-Identifier: MIT
"""Which parts of two sequences are the same, quickly, for texts of thousands of words.

Patience: what occurs once in both is where they meet; between two such places the same again.
What is left and small is compared in full, what is left and large counts as rewritten. Unlike the
shortest edit this is linear for nearly all texts, and what it keeps together reads better.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from typing import Final, TypeAlias

Match: TypeAlias = tuple[int, int, int]  # place in the old, place in the new, length
Stretch: TypeAlias = tuple[int, int, int, int]  # from and to in the old, from and to in the new

_SMALL: Final = 2_500  # products of lengths up to which a stretch is compared in full


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """What both hold, in order; neighbours are joined."""
    found: list[Match] = []
    waiting: list[Stretch | Match] = [(0, len(old), 0, len(new))]
    while waiting:
        part = waiting.pop()
        if len(part) == 3:
            add_match(found, part)
        else:
            waiting.extend(reversed(list(_divide(old, new, part))))
    return found


def add_match(found: list[Match], match: Match) -> None:
    """Add a match, as part of the one before where it goes on from it."""
    at, to, length = match
    if found:
        last_at, last_to, last_length = found[-1]
        if last_at + last_length == at and last_to + last_length == to:
            found[-1] = (last_at, last_to, last_length + length)
            return
    found.append(match)


def _divide(
    old: Sequence[Hashable], new: Sequence[Hashable], part: Stretch
) -> Iterator[Stretch | Match]:
    """The equal ends of a stretch, and what to look at between them."""
    first, last, to, end = part
    a, b = first, to
    while a < last and b < end and old[a] == new[b]:
        a += 1
        b += 1
    if a > first:
        yield first, to, a - first
    c, d = last, end
    while c > a and d > b and old[c - 1] == new[d - 1]:
        c -= 1
        d -= 1
    if a < c and b < d:
        yield from _between(old, new, (a, c, b, d))
    if c < last:
        yield c, d, last - c


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], part: Stretch
) -> Iterator[Stretch | Match]:
    first, last, to, end = part
    anchors = _anchors(old, new, part)
    if not anchors:
        if (last - first) * (end - to) <= _SMALL:
            yield from _compare(old, new, part)
        return
    a, b = first, to
    for at, place in anchors:
        if at > a and place > b:
            yield a, at, b, place
        yield at, place, 1
        a, b = at + 1, place + 1
    if last > a and end > b:
        yield a, last, b, end


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], part: Stretch
) -> list[tuple[int, int]]:
    """Where what occurs once on each side stands, as far as it is in the same order."""
    first, last, to, end = part
    once_old, once_new = _once(old, first, last), _once(new, to, end)
    pairs = [(at, once_new[key]) for key, at in once_old.items() if key in once_new]
    return _longest_rise(sorted(pairs))


def _once(values: Sequence[Hashable], first: int, last: int) -> dict[Hashable, int]:
    """What occurs once between two places, and where."""
    places: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for place in range(first, last):
        value = values[place]
        if value in places:
            again.add(value)
        else:
            places[value] = place
    for value in again:
        del places[value]
    return places


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second members rise too."""
    tops: list[int] = []  # the smallest end of a rise of each length
    ends: list[int] = []  # and the pair it belongs to
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        if length == len(tops):
            tops.append(place)
            ends.append(number)
        else:
            tops[length], ends[length] = place, number
    found: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _compare(old: Sequence[Hashable], new: Sequence[Hashable], part: Stretch) -> Iterator[Match]:
    """The longest common sequence of a small stretch."""
    first, last, to, end = part
    width = end - to + 1
    table = [[0] * width for _ in range(last - first + 1)]
    for a in range(last - 1, first - 1, -1):
        row, below = table[a - first], table[a - first + 1]
        for b in range(end - 1, to - 1, -1):
            same = old[a] == new[b]
            row[b - to] = below[b - to + 1] + 1 if same else max(below[b - to], row[b - to + 1])
    a, b = first, to
    while a < last and b < end:
        if old[a] == new[b]:
            yield a, b, 1
            a, b = a + 1, b + 1
        elif table[a - first + 1][b - to] >= table[a - first][b - to + 1]:
            a += 1
        else:
            b += 1
