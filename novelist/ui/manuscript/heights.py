# SPDX-License-Identifier: MIT
"""How high each of thousands of sections is, and which one lies at a height, both at once."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """Heights in pixels by number; changing one and finding one both take log n steps.

    A binary indexed tree: Peter M. Fenwick, "A New Data Structure for Cumulative Frequency
    Tables", Software: Practice and Experience 24 (1994).
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._sums = [0, *self._heights]
        for place in range(1, len(self._sums)):
            above = place + (place & -place)
            if above < len(self._sums):
                self._sums[above] += self._sums[place]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, number: int) -> int:
        return self._heights[number]

    @property
    def total(self) -> int:
        """All of them together."""
        return self.top(len(self._heights))

    def set(self, number: int, height: int) -> None:
        """One of them is as high as that now."""
        change = height - self._heights[number]
        self._heights[number] = height
        place = number + 1
        while change and place < len(self._sums):
            self._sums[place] += change
            place += place & -place

    def top(self, number: int) -> int:
        """Where that one begins; with the number of all of them, where the last one ends."""
        found = 0
        while number:
            found += self._sums[number]
            number -= number & -number
        return found

    def at(self, y: int) -> int:
        """The number of the one that lies at that height; the first or the last outside of all.

        Raises ``IndexError`` when there is none at all.
        """
        if not self._heights:
            raise IndexError("there are no heights")
        place, rest = 0, max(y, 0)
        step = 1 << (len(self._heights).bit_length() - 1)
        while step:
            following = place + step
            if following < len(self._sums) and self._sums[following] <= rest:
                place = following
                rest -= self._sums[following]
            step >>= 1
        return min(place, len(self._heights) - 1)
