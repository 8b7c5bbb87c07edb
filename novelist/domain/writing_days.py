# SPDX-License-Identifier: MIT
"""How much was written on which day: counted together, by month, and the best of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

EARLIEST: Final = date(1900, 1, 1)
"""No program counted words before that."""
MOST_DAYS: Final = 40_000
"""Days of one novel: a century of them."""
MOST_WORDS: Final = 100_000_000
"""Words of one day, written or removed."""
MOST_SECONDS: Final = 100_000_000
"""Seconds that are counted for one day: a program left open for three years."""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """Words that came less those that went; seconds spent, or None where nobody measured."""

    words: int
    seconds: int | None = None

    def __add__(self, other: WrittenDay) -> WrittenDay:
        known = [each for each in (self.seconds, other.seconds) if each is not None]
        return WrittenDay(self.words + other.words, sum(known) if known else None)


WrittenDays: TypeAlias = Mapping[date, WrittenDay]


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something was written: its days, and the words of all of them."""

    year: int
    month: int
    words: int
    days: tuple[tuple[date, WrittenDay], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Of all days together; ``best`` is the day with the most words, the later of equals."""

    days: int
    words: int
    seconds: int | None
    best: date


def is_plausible(day: date, written: WrittenDay) -> bool:
    """Whether somebody may have written that much then; other values are damaged."""
    seconds = written.seconds or 0
    return day >= EARLIEST and abs(written.words) <= MOST_WORDS and 0 <= seconds <= MOST_SECONDS


def summed(days: Iterable[tuple[date, WrittenDay]]) -> dict[date, WrittenDay]:
    """One value a day, in the order of the calendar; as much of it as a library holds."""
    found: dict[date, WrittenDay] = {}
    for day, written in days:
        found[day] = found[day] + written if day in found else written
    return {day: _bounded(found[day]) for day in sorted(found)}


def by_month(days: WrittenDays) -> list[Month]:
    """The months in which something was written, and their days, the latest first."""
    inside: dict[tuple[int, int], list[tuple[date, WrittenDay]]] = {}
    for day in sorted(days, reverse=True):
        inside.setdefault((day.year, day.month), []).append((day, days[day]))
    return [
        Month(year, month, sum(written.words for _, written in listed), tuple(listed))
        for (year, month), listed in inside.items()
    ]


def summary(days: WrittenDays) -> Summary | None:
    """All days together; None where there are none."""
    if not days:
        return None
    whole = sum(days.values(), WrittenDay(0))
    best = max(days, key=lambda day: (days[day].words, day))
    return Summary(len(days), whole.words, whole.seconds, best)


def _bounded(day: WrittenDay) -> WrittenDay:
    words = max(-MOST_WORDS, min(day.words, MOST_WORDS))
    return WrittenDay(words, None if day.seconds is None else min(day.seconds, MOST_SECONDS))
