# SPDX-License-Identifier: MIT
"""Days, months and times as the page "Written so far" says them."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, QObject

from novelist.domain.writing_days import Month

_MINUTE: Final = 60  # seconds, and minutes of an hour
_LONG: Final = 10  # hours


class DaysWords(QObject):
    """Says them in the language of the interface."""

    def month(self, month: Month) -> str:
        """“November 2026”."""
        return QLocale().toString(QDate(month.year, month.month, 1), self.tr("MMMM yyyy"))

    def day(self, day: date) -> str:
        """“Sunday, 1 November”; the year stands above it."""
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("dddd, d MMMM"))

    def brief_day(self, day: date) -> str:
        """“1 Nov 2026”."""
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMM yyyy"))

    def days(self, number: int) -> str:
        """“12 days”."""
        return self.tr("%Ln days", "", number)

    def time(self, seconds: int) -> str:
        """“1 h 20 min”, to the next full minute; “77 h” where minutes say no more."""
        hours, minutes = divmod(-(-seconds // _MINUTE), _MINUTE)
        if hours >= _LONG:
            return self.tr("%Ln h", "hours", round(seconds / _MINUTE / _MINUTE))
        if not hours:
            return self.tr("%Ln min", "minutes", minutes)
        return self.tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
