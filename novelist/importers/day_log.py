# SPDX-License-Identifier: MIT
"""What a project says of the days on which it was written, gathered line by line."""

from __future__ import annotations

from datetime import date
from typing import Final

from novelist.domain.writing_days import MOST_DAYS, WrittenDay, is_plausible, summed
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part

_LONGEST: Final = 60  # characters of what names a damaged line
_DIGITS: Final = 12  # of a number: more are no count of words


class DayLog:
    """Adds up what was written on each day; what cannot have been is noted as damaged."""

    def __init__(self, leftovers: Leftovers) -> None:
        self._leftovers = leftovers
        self._found: dict[date, WrittenDay] = {}

    def add(self, day: date, words: int, seconds: int | None = None, *, name: str) -> None:
        """So many words more on that day; ``name`` is what the line is called if it cannot be."""
        written = WrittenDay(words, seconds)
        if not is_plausible(day, written):
            self.damage(name)
        elif day in self._found:
            self._found[day] += written
        elif len(self._found) < MOST_DAYS:
            self._found[day] = written
        else:
            self._leftovers.leave(Part.WRITING_HISTORY)

    def damage(self, name: str) -> None:
        """A line, or the whole log, could not be read."""
        self._leftovers.damage(Part.WRITING_HISTORY, name[:_LONGEST])

    def days(self) -> dict[date, WrittenDay]:
        """What was written on each day, in the order of the calendar."""
        return summed(self._found.items())


def number_of(written: str) -> int:
    """A whole number as programs write it. Raises ``ValueError`` for whatever else."""
    sign, digits = (-1, written[1:]) if written.startswith("-") else (1, written)
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS):
        raise ValueError(written)
    return sign * int(digits)
