# SPDX-License-Identifier: MIT
"""Days on which somebody wrote: counted together, by month, and the best of them."""

from __future__ import annotations

from datetime import date

from novelist.domain.writing_days import (
    MOST_WORDS,
    Month,
    Summary,
    WrittenDay,
    by_month,
    is_plausible,
    summary,
    summed,
)

FIRST, SECOND, LATER = date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 20)


def test_what_was_written_on_one_day_is_one_value():
    said = [
        (SECOND, WrittenDay(300, 60)),
        (FIRST, WrittenDay(-20)),
        (SECOND, WrittenDay(-50)),
        (FIRST, WrittenDay(5)),
    ]
    found = summed(said)
    assert found == {FIRST: WrittenDay(-15), SECOND: WrittenDay(250, 60)}
    assert list(found) == [FIRST, SECOND]


def test_a_sum_is_never_more_than_a_library_holds():
    many = summed([(FIRST, WrittenDay(MOST_WORDS, 5))] * 3)
    assert many == {FIRST: WrittenDay(MOST_WORDS, 15)}


def test_values_that_nobody_can_have_written_are_told_apart():
    assert is_plausible(FIRST, WrittenDay(-MOST_WORDS, 0))
    assert not is_plausible(FIRST, WrittenDay(MOST_WORDS + 1))
    assert not is_plausible(FIRST, WrittenDay(1, -1))
    assert not is_plausible(FIRST, WrittenDay(1, 10**9))
    assert not is_plausible(date(1, 1, 1), WrittenDay(1))


def test_months_are_listed_with_their_days_the_latest_first():
    one, two, three = WrittenDay(100), WrittenDay(-30), WrittenDay(200, 60)
    assert by_month({FIRST: one, SECOND: two, LATER: three}) == [
        Month(2026, 1, 170, ((LATER, three), (SECOND, two))),
        Month(2025, 12, 100, ((FIRST, one),)),
    ]


def test_all_days_together_and_the_best_of_them():
    days = {FIRST: WrittenDay(200), SECOND: WrittenDay(-30, 60), LATER: WrittenDay(200)}
    assert summary(days) == Summary(3, 370, 60, LATER)
    assert summary({FIRST: WrittenDay(1)}) == Summary(1, 1, None, FIRST)
    assert summary({}) is None
