# SPDX-License-Identifier: MIT
"""The calendar of a novel's history: a month from edge to edge, as many weeks as it has."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint

from novelist.ui.history.calendar import MonthCalendar

EDGE = 16  # of what stands in the panel


@pytest.fixture
def calendar(qtbot, theme):
    made = MonthCalendar(theme)
    qtbot.addWidget(made)
    made.resize(312, made.sizeHint().height())
    return made


@pytest.mark.parametrize("width", [280, 312, 400])
def test_the_days_run_from_edge_to_edge_of_the_panel(calendar, width):
    calendar.show_day(date(2026, 5, 1))
    calendar.resize(width, calendar.sizeHint().height())
    days = [calendar.day_at(QPoint(x, 60)) for x in range(width)]
    taken = [x for x, day in enumerate(days) if day is not None]
    assert taken[0] in range(EDGE - 2, EDGE + 1)
    assert width - EDGE - 7 <= taken[-1] + 1 <= width - EDGE + 2
    assert len({day for day in days if day is not None}) == 7


@pytest.mark.parametrize(
    ("month", "weeks"), [(date(2027, 2, 1), 4), (date(2026, 10, 1), 5), (date(2026, 8, 1), 6)]
)
def test_a_month_is_as_high_as_it_has_weeks(calendar, month, weeks):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))  # weeks begin on Monday
    try:
        calendar.show_day(month)
        assert calendar.sizeHint().height() == 24 + weeks * 32
        assert calendar.day_at(QPoint(calendar.width() - EDGE - 9, 24 + weeks * 32)) is None
    finally:
        QLocale.setDefault(before)
