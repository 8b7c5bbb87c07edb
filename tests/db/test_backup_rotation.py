# SPDX-License-Identifier: MIT
"""The promises of the table that says which backups stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from novelist.db.backups.check import Totals
from novelist.db.backups.files import BackupFile, Record
from novelist.db.backups.rotation import RULES, superfluous
from novelist.domain.enums import BackupReason

NOW = datetime(2026, 6, 15, 12, 30, tzinfo=UTC)


def backup(age, words=100, reason=BackupReason.TIMER, novels=1, texts=1):
    """A checked backup that is so old."""
    made_at = NOW - age
    totals = Totals(novels, words, novels, texts, words)
    return BackupFile(
        Path(f"{reason}.{made_at:%Y%m%dT%H%M%S%f}"), made_at, reason, 1, Record("", "", 1, totals)
    )


def staying(*backups):
    gone = {each.path for each in superfluous(backups, NOW)}
    return [each for each in backups if each.path not in gone]


def test_of_each_hour_day_and_month_the_newest_stays():
    every_hour = [backup(timedelta(hours=hour), 100_000 - hour) for hour in range(24 * 800)]
    kept = staying(*every_hour)
    ages = [(NOW - each.made_at) for each in kept]
    assert sum(age <= timedelta(days=1) for age in ages) == 25
    assert 30 <= sum(timedelta(days=1) < age <= timedelta(days=31) for age in ages) <= 31
    assert 22 <= sum(timedelta(days=31) < age for age in ages) <= 24
    assert max(ages) <= timedelta(days=731)


def test_a_smaller_backup_never_takes_the_place_of_a_larger():
    larger, smaller = backup(timedelta(minutes=20), 500), backup(timedelta(minutes=5), 400)
    assert staying(smaller, larger) == [smaller, larger]
    equal = backup(timedelta(minutes=5), 500)
    assert staying(equal, larger) == [equal]


def test_fewer_novels_or_texts_are_smaller_too():
    full = backup(timedelta(minutes=20), 100, novels=2, texts=9)
    for poorer in (
        backup(timedelta(minutes=5), 900, novels=1, texts=9),
        backup(timedelta(minutes=5), 900, novels=2, texts=8),
    ):
        assert staying(poorer, full) == [poorer, full]


def test_the_largest_stays_even_when_it_is_older_than_the_table():
    ancient = backup(timedelta(days=900), 500)
    assert staying(backup(timedelta(0), 400), ancient)[-1] == ancient
    assert staying(backup(timedelta(0), 600), ancient) == [backup(timedelta(0), 600)]


def test_cutting_word_by_word_keeps_two_of_an_hour_not_all():
    cutting = [backup(timedelta(minutes=minute), 100 + minute) for minute in range(30)]
    assert staying(*cutting) == [cutting[0], cutting[-1]]


def test_what_was_made_before_a_change_stays_for_a_day():
    before = backup(timedelta(minutes=20), reason=BackupReason.CHANGE)
    assert before in staying(backup(timedelta(minutes=5)), before)
    old = backup(timedelta(days=3, minutes=10), reason=BackupReason.CHANGE)
    assert old not in staying(backup(timedelta(days=3)), old)


def test_what_was_made_before_an_upgrade_stays_for_a_month():
    before = backup(timedelta(days=20, minutes=9), reason=BackupReason.UPGRADE)
    assert before in staying(backup(timedelta(days=20)), before)
    old = replace(before, made_at=NOW - timedelta(days=40, minutes=9))
    assert old not in staying(backup(timedelta(days=40)), old)


def test_what_was_asked_for_stays_for_a_month_and_one_of_a_day_for_two_years():
    asked = [
        backup(timedelta(days=days, minutes=minutes), reason=BackupReason.ASKED)
        for days in (1, 200, 800)
        for minutes in (5, 9)
    ]
    assert staying(backup(timedelta(0)), *asked)[1:] == asked[:3]


def test_an_unchecked_backup_neither_holds_a_place_nor_goes():
    unchecked = replace(backup(timedelta(minutes=1), 900), record=None)
    good = backup(timedelta(minutes=20))
    assert staying(unchecked, good) == [unchecked, good]


def test_a_clock_set_back_takes_nothing_away():
    ahead = backup(timedelta(days=-400))
    now = backup(timedelta(0))
    assert staying(ahead, now) == [ahead, now]


@given(
    st.lists(
        st.tuples(st.integers(0, 3_000 * 24 * 60), st.integers(1, 9), st.integers(1, 3)),
        min_size=1,
        max_size=60,
        unique_by=lambda each: each[0],
    )
)
def test_whatever_goes_is_covered_by_one_that_stays(made):
    backups = [backup(timedelta(minutes=age), words, novels=novels) for age, words, novels in made]
    gone = superfluous(backups, NOW)
    kept = [each for each in backups if each not in gone]
    assert max(backups, key=lambda each: each.made_at) in kept
    for each in gone:
        assert any(other.record.totals.covers(each.record.totals) for other in kept)
    assert superfluous(kept, NOW) == []


def test_the_table_is_the_one_that_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text("utf-8")
    for rule in RULES:
        assert rule.name in text
