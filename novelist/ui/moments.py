# SPDX-License-Identifier: MIT
"""Days and times as people say them, in the language of the interface."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QObject, QTime


def day_label(day: date, today: date | None = None) -> str:
    """“Today”, “Yesterday”, “14 October”, “14 October 2025”."""
    return _Days().said(day, today or datetime.now().astimezone().date())


def day_within(day: date, today: date | None = None) -> str:
    """The same in the middle of a sentence: “today”, “yesterday”, “on 14 October”."""
    return _Days().within(day, today or datetime.now().astimezone().date())


def time_label(moment: datetime) -> str:
    """“4:12 pm” or “16:12”, by the writer's clock and the customs of the language."""
    local = moment.astimezone()
    form = QLocale.FormatType.ShortFormat
    return QLocale().toString(QTime(local.hour, local.minute), form)


def short_label(moment: datetime, today: date | None = None) -> str:
    """Where there is little room: “16:12” for today, “Yesterday” or “14 October” before."""
    today = today or datetime.now().astimezone().date()
    day = moment.astimezone().date()
    return time_label(moment) if day == today else day_label(day, today)


def moment_label(moment: datetime, today: date | None = None) -> str:
    """“Yesterday, 21:48”."""
    return _Days().joined(day_label(moment.astimezone().date(), today), time_label(moment))


def dated_label(moment: datetime) -> str:
    """“20 November 2026, 21:48”: what stays true when the day is over."""
    local = moment.astimezone().date()
    return _Days().joined(_Days().whole(local), time_label(moment))


def moment_within(moment: datetime, today: date | None = None) -> str:
    """The same in the middle of a sentence: “yesterday at 21:48”."""
    return _Days().at(day_within(moment.astimezone().date(), today), time_label(moment))


class _Days(QObject):
    """The words; only ``QObject.tr`` is collected for translation."""

    def said(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        return self.date(day, today)

    def within(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("today", "in a sentence")
        if day == today - timedelta(days=1):
            return self.tr("yesterday", "in a sentence")
        return self.tr("on {day}").format(day=self.date(day, today))

    def whole(self, day: date) -> str:
        form = self.tr("d MMMM yyyy")
        return QLocale().toString(QDate(day.year, day.month, day.day), form)

    def date(self, day: date, today: date) -> str:
        if day.year != today.year:
            return self.whole(day)
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMMM"))

    def joined(self, day: str, time: str) -> str:
        return self.tr("{day}, {time}").format(day=day, time=time)

    def at(self, day: str, time: str) -> str:
        return self.tr("{day} at {time}").format(day=day, time=time)
