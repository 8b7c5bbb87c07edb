# SPDX-License-Identifier: MIT
"""Where every so many words of a text (字 in Chinese) are full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from novelist.domain.counting import EACH

# What counts as one, near enough to say in which line a thousand is full.
_UNIT: Final = re.compile(rf"[{EACH}]|[^\W{EACH}]+(?:['’\-‐‑.,][^\W{EACH}]+)*")


def full_at(before: int, words: int, every: int) -> list[int]:
    """The milestones that a paragraph of so many words reaches, ``before`` words standing before.

    ``full_at(900, 300, 500)`` is ``[1000]``.
    """
    first = before // every + 1
    last = (before + words) // every
    return [number * every for number in range(first, last + 1)]


def offsets(text: str, wanted: Sequence[int]) -> list[int]:
    """Where the n-th word of a text stands, for each n (from 1, growing); code points."""
    found: list[int] = []
    left = list(reversed(wanted))
    for number, start in enumerate(_starts(text), 1):
        while left and left[-1] == number:
            found.append(start)
            left.pop()
        if not left:
            return found
    return found + [max(len(text) - 1, 0)] * len(left)


def _starts(text: str) -> Iterable[int]:
    return (unit.start() for unit in _UNIT.finditer(text))
