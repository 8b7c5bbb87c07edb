# SPDX-License-Identifier: MIT
"""Which lines stand on which page, with the footnotes that belong to them. No Qt: only heights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

NOTE_GAP: Final = 20  # pixels between the text and the notes below it
_NOTES_AT_MOST: Final = 0.5  # of a page, for what is left of the notes of the page before


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; ``position`` is its first character, ``notes`` those it calls."""

    top: float
    bottom: float
    position: int
    is_first: bool = True  # of its paragraph
    is_last: bool = True
    is_heading: bool = False
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NotePart:
    """Some lines of a note, from ``first`` up to ``last``, which is not among them."""

    note: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page."""

    top: float
    bottom: float
    position: int
    notes: tuple[NotePart, ...] = ()


@dataclass
class Paging:
    """Takes lines as they come and makes pages of them; ``notes`` are the heights of their lines.

    A note that does not fit goes on at the foot of the next page.
    """

    height: float
    notes: Sequence[Sequence[float]] = ()
    pages: list[Page] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _carried: list[NotePart] = field(default_factory=list)

    def take(self, lines: Sequence[Line]) -> None:
        """Some more lines; pages that are full by now are made."""
        self._lines += lines
        self._pack(is_end=False)

    def finish(self) -> None:
        """There are no more lines."""
        self._pack(is_end=True)
        while self._carried:  # notes that no line is left for
            self._add([])

    def page_of(self, position: int) -> int | None:
        """The page that holds a place; None where it was not come to yet."""
        found = None
        for number, page in enumerate(self.pages):
            if page.position > position:
                return number - 1 if number else 0
            found = number
        return None if self._lines or found is None else found

    def _pack(self, *, is_end: bool) -> None:
        while self._lines:
            count = self._fitting()
            if count == len(self._lines) and not is_end:
                return
            if count < len(self._lines):
                count = self._kept_together(count)
            self._add(self._lines[:count])
            del self._lines[:count]

    def _fitting(self) -> int:
        """How many lines fit on a page with their notes, or their beginnings; at least one."""
        room = self.height - self._height_of(self._carried_here())
        top, reserved, gap = self._lines[0].top, 0.0, 0.0 if self._carried else NOTE_GAP
        for number, line in enumerate(self._lines):
            if line.notes:
                reserved += sum(self._wanted(self.notes[each]) for each in line.notes)
                reserved, gap = reserved + gap, 0.0
            if number and line.bottom - top + reserved > room:
                return number
        return len(self._lines)

    def _wanted(self, heights: Sequence[float]) -> float:
        """The room that a note should have on the page that calls it: all of a short one."""
        whole = sum(heights)
        return whole if whole <= self.height * _NOTES_AT_MOST or not heights else heights[0]

    def _kept_together(self, count: int) -> int:
        """Break a little earlier, where a heading or one line of a paragraph would stand alone."""
        lines, wanted = self._lines, count
        if wanted > 2 and lines[wanted].is_last and not lines[wanted].is_first:
            wanted -= 1
        if wanted > 1 and lines[wanted - 1].is_first and not lines[wanted - 1].is_last:
            wanted -= 1
        while wanted > 1 and lines[wanted - 1].is_heading:
            wanted -= 1
        return wanted if wanted >= max(count - 4, 1) else count

    def _add(self, lines: Sequence[Line]) -> None:
        used = lines[-1].bottom - lines[0].top if lines else 0.0
        called = [each for line in lines for each in line.notes]
        waiting = self._carried + [NotePart(n, 0, len(self.notes[n])) for n in called]
        room = self.height - used - (NOTE_GAP if waiting else 0)
        placed, self._carried = self._placed(waiting, room)
        first = lines[0] if lines else None
        bottom = self.pages[-1].bottom if self.pages and first is None else 0.0
        position = self.pages[-1].position if self.pages and first is None else 0
        self.pages.append(
            Page(
                bottom if first is None else first.top,
                bottom if first is None else lines[-1].bottom,
                position if first is None else first.position,
                tuple(placed),
            )
        )

    def _placed(
        self, waiting: Sequence[NotePart], room: float
    ) -> tuple[list[NotePart], list[NotePart]]:
        """The notes that stand in so much room, and what is left; one line always stands."""
        placed: list[NotePart] = []
        for number, part in enumerate(waiting):
            heights, last = self.notes[part.note], part.first
            while last < part.last and (
                heights[last] <= room or (not placed and last == part.first)
            ):
                room -= heights[last]
                last += 1
            if last > part.first:
                placed.append(NotePart(part.note, part.first, last))
            if last < part.last:
                rest = NotePart(part.note, last, part.last)
                return placed, [rest, *waiting[number + 1 :]]
        return placed, []

    def _carried_here(self) -> list[NotePart]:
        return self._placed(self._carried, self.height * _NOTES_AT_MOST)[0] if self._carried else []

    def _height_of(self, parts: Sequence[NotePart]) -> float:
        lines = sum(sum(self.notes[part.note][part.first : part.last]) for part in parts)
        return lines + NOTE_GAP if parts else 0.0
