# SPDX-License-Identifier: MIT
"""Moves the bounds of a change to where a reader sees them: to ends of blocks, sentences, words.

Of “hand[. She looked]. He” and “hand. [She looked. ]He”, which say the same, the second is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from novelist.domain.comparing.sequences import Match

_STOPS: Final = frozenset(".!?…。！？；”’」』")
_FARTHEST: Final = 200  # pieces


def slide_changes(
    old: Sequence[str], new: Sequence[str], found: Sequence[Match], is_end: Callable[[str], bool]
) -> list[Match]:
    """The same matches, with what only one version has moved along where it reads better.

    Between a removal and an addition only whole blocks are moved apart. ``is_end`` tells the end
    of a block.
    """
    kept: list[Match] = []
    a = b = 0
    for match in found:
        at, place, length = match
        sides = ((old, a, at), (new, b, place))
        gaps = [values[first:last] for values, first, last in sides]
        if gaps[0] and gaps[1]:
            kept += _parted(gaps, new[place : place + length], (a, b), match, is_end)
        elif (gaps[0] or gaps[1]) and kept:
            gap = gaps[0] or gaps[1]
            shift = _best_shift(gap, new, kept[-1], match, is_end)
            kept[-1] = _longer(kept[-1], shift)
            kept.append((at + shift, place + shift, length - shift))
        else:
            kept.append(match)
        a, b = at + length, place + length
    return [match for match in kept if match[2] > 0]


def _longer(match: Match, by: int) -> Match:
    at, place, length = match
    return at, place, length + by


def _parted(
    gaps: Sequence[Sequence[str]],
    following: Sequence[str],
    starts: tuple[int, int],
    match: Match,
    is_end: Callable[[str], bool],
) -> list[Match]:
    """Of a replacement that swallowed the end of a block on one side: that end stays."""
    at, place, length = match
    size = _first_end(following, is_end)
    for side in (0, 1):
        gap = gaps[side]
        end = _first_end(gap, is_end)
        if not 0 < size <= end < len(gap) or list(gap[end - size : end]) != list(following[:size]):
            continue
        start = starts[side] + end - size
        stays = (start, place, size) if side == 0 else (at, start, size)
        return [stays, (at + size, place + size, length - size)]
    return [match]


def _first_end(keys: Sequence[str], is_end: Callable[[str], bool]) -> int:
    """How many pieces there are up to the first end of a block; 0 where none is near."""
    return next((n + 1 for n, key in enumerate(keys[:_FARTHEST]) if is_end(key)), 0)


def _best_shift(
    gap: Sequence[str],
    new: Sequence[str],
    before: Match,
    after: Match,
    is_end: Callable[[str], bool],
) -> int:
    """How far what only one version has is best moved to the right (or, below 0, to the left)."""
    left = _shared_left(gap, new, before)
    right = _shared_right(gap, new, after)
    end = before[1] + before[2]
    context = [*new[max(end - left - 2, 0) : end], *gap, *new[after[1] : after[1] + right]]
    base = len(context) - right - len(gap)
    scores = {
        shift: _score(context, base + shift, is_end)
        + _score(context, base + shift + len(gap), is_end)
        for shift in range(-left, right + 1)
    }
    return max(scores, key=lambda shift: (scores[shift], shift == 0, -abs(shift)))


def _shared_right(gap: Sequence[str], new: Sequence[str], after: Match) -> int:
    limit = min(after[2], _FARTHEST)
    turned = 0
    while turned < limit and new[after[1] + turned] == gap[turned % len(gap)]:
        turned += 1
    return turned


def _shared_left(gap: Sequence[str], new: Sequence[str], before: Match) -> int:
    limit = min(before[2], _FARTHEST)
    end, size = before[1] + before[2], len(gap)
    turned = 0
    while turned < limit and new[end - 1 - turned] == gap[size - 1 - turned % size]:
        turned += 1
    return turned


def _score(context: Sequence[str], bound: int, is_end: Callable[[str], bool]) -> int:
    """How natural it is that a change begins or ends between two pieces."""
    # what stands before a bound decides: the end of the context is one too, its beginning is not
    if bound <= 0 or bound > len(context):
        return 0
    last, second = context[bound - 1], context[bound - 2] if bound > 1 else ""
    if is_end(last):
        return 4
    if last in _STOPS or (last.isspace() and second in _STOPS):
        return 3
    if last.isspace() or not last.isalnum():
        return 1
    return 0
