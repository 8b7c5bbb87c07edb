# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.versions``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from novelist.domain.enums import RevisionReason
from novelist.domain.versions import KEPT_WHOLE, Version, segments, steps, to_thin

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def version(number, minutes, *, reason=RevisionReason.SAVE, sitting="s", removed=0):
    """A version of so many minutes ago."""
    saved = NOW - timedelta(minutes=minutes)
    return Version(number, 1, saved, reason, sitting, number * 10, 1000, removed)


def every_minute(days, sitting="s"):
    """A version a minute, the last of them now."""
    count = days * 24 * 60
    return [version(number, count - number, sitting=sitting) for number in range(1, count + 1)]


def test_reasons_names_and_rests_divide_steps():
    versions = [
        version(6, 1),
        version(5, 2, reason=RevisionReason.RESTORE),
        version(4, 3),
        version(3, 4),
        version(2, 5, sitting="before"),
        version(1, 99, reason=RevisionReason.FOUND, sitting="before"),
    ]
    found = [(step.version.id, step.saves, step.words_before) for step in steps(versions, {3})]
    assert found == [(6, 1, 50), (5, 1, 40), (4, 1, 30), (3, 1, 20), (2, 1, 10), (1, 1, None)]
    assert [step.saves for step in steps(versions)] == [1, 1, 2, 1, 1]


def test_the_first_version_of_a_new_text_counts_from_nothing():
    (step,) = steps([version(1, 1)])
    assert step.difference == 10


def test_a_day_and_the_newest_fifty_stay():
    assert to_thin(every_minute(1), (), NOW) == []
    old = [version(number, 10**6 - number) for number in range(1, KEPT_WHOLE + 2)]
    assert to_thin(old, (), NOW) == []


def test_older_ones_stay_one_in_ten_minutes_one_in_an_hour_one_in_a_day():
    versions = every_minute(60)
    gone = {each.id for each in to_thin(versions, (), NOW)}
    kept = [each for each in versions[1:-KEPT_WHOLE] if each.id not in gone]
    ages = [NOW - each.saved_at for each in kept]
    week, month, day = timedelta(days=7), timedelta(days=30), timedelta(days=1)
    assert sum(day < age <= week for age in ages) in range(6 * 144 - 2, 6 * 144 + 2)
    assert sum(week < age <= month for age in ages) in range(23 * 24 - 2, 23 * 24 + 2)
    assert sum(age > month for age in ages) in range(28, 33)


def test_names_ends_of_sittings_and_what_stood_before_a_deletion_stay():
    versions = [version(number, 10**5 - number) for number in range(1, 200)]
    versions[39] = version(40, 10**5 - 40, removed=300)
    versions[59:] = [version(each.id, 10**5 - each.id, sitting="later") for each in versions[59:]]
    gone = {each.id for each in to_thin(versions, {20}, NOW)}
    assert not gone & {1, 20, 39, 59, 150}
    assert {19, 21, 38, 40, 58} <= gone


def test_segments_begin_whole_and_hold_what_goes():
    rows = [(number, number % 20 == 1) for number in range(1, 101)]
    found = list(segments(rows, {5, 90}, 40))
    assert [(part[0], part[-1]) for part in found] == [(1, 40), (81, 100)]
