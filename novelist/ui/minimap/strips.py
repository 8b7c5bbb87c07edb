# SPDX-License-Identifier: MIT
"""Where the strip of each scene lies in the height there is. No Qt."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_GAP: Final = 4.0
_LEAST: Final = 6.0


@dataclass(frozen=True)
class Strips:
    """``tops[n]`` and ``heights[n]`` of the n-th scene, in pixels."""

    tops: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()

    def at(self, y: float) -> tuple[int, float] | None:
        """The scene at a height, and how far in it (0 to 1); None where there is no scene."""
        if not self.tops:
            return None
        number = max(bisect.bisect_right(self.tops, y) - 1, 0)
        inside = (y - self.tops[number]) / max(self.heights[number], 1)
        return number, min(max(inside, 0.0), 1.0)

    def y_of(self, number: int, share: float) -> float:
        """The height of a place."""
        return self.tops[number] + self.heights[number] * share


def strips_in(height: float, lengths: Sequence[int], most: float) -> Strips:
    """Strips as high as the scenes are long, no larger than ``most`` pixels a character."""
    if not lengths:
        return Strips()
    gap = _GAP if len(lengths) * (_GAP + _LEAST) <= height else 0.0
    room = max(height - gap * (len(lengths) - 1), 1.0)
    least = min(_LEAST, room / len(lengths))
    spare = room - least * len(lengths)
    scale = min(spare / max(sum(lengths), 1), most)
    tops, heights, top = [], [], 0.0
    for length in lengths:
        own = least + length * scale
        tops.append(top)
        heights.append(own)
        top += own + gap
    return Strips(tuple(tops), tuple(heights))
