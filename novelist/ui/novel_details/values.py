# SPDX-License-Identifier: MIT
"""What is typed of a novel's details, as values: a day, a number in a series."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")  # 2027-01-31, 2027年1月31日
_MOST: Final = 9999


def day_from(text: str) -> date | None:
    """The day that was written, year first; None for nothing; ValueError for anything else."""
    if not text.strip():
        return None
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year, month, day = map(int, found.groups())
    return date(year, month, day)


def day_text(day: date | None) -> str:
    """The day as it is written everywhere."""
    return "" if day is None else day.isoformat()


def place_from(text: str) -> int | None:
    """The place in a series, None for nothing; ValueError for anything else."""
    if not text.strip():
        return None
    place = int(text)
    if not 0 < place <= _MOST:
        raise ValueError(text)
    return place


def place_text(place: int | None) -> str:
    """The place as it is written; nothing for none."""
    return "" if place is None else str(place)
