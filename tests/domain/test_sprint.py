# SPDX-License-Identifier: MIT
"""A sprint: its clock, its words, its end."""

from __future__ import annotations

from novelist.domain.sprint import Goal, Sprint


def test_the_clock_stands_still_while_it_is_paused():
    sprint = Sprint(Goal(seconds=600), now=100.0, words=0)
    sprint.pause(160.0)
    assert (sprint.is_paused, sprint.seconds_left(9_000.0)) == (True, 540)
    sprint.resume(9_000.0)
    assert sprint.seconds_left(9_060.0) == 480


def test_it_is_over_when_the_time_is_and_without_a_time_when_the_words_are_written():
    timed = Sprint(Goal(seconds=60, words=10), now=0.0, words=100)
    assert not timed.is_over(59.0, 200)
    assert timed.is_over(60.0, 100)
    worded = Sprint(Goal(words=10), now=0.0, words=100)
    assert not worded.is_over(9_999.0, 109)
    assert worded.is_over(1.0, 110)


def test_it_is_done_by_the_words_or_by_the_minutes_whichever_comes_first():
    sprint = Sprint(Goal(seconds=60, words=10), now=0.0, words=0)
    assert not sprint.is_done(59.0, 9)
    assert sprint.is_done(1.0, 10)
    assert sprint.is_done(60.0, 0)


def test_words_that_were_removed_are_none_written():
    sprint = Sprint(Goal(words=10), now=0.0, words=50)
    assert (sprint.written(40), sprint.words_left(40)) == (0, 10)
    assert sprint.progress(0.0, 53) == (3, 10)


def test_the_result_says_whether_the_goal_was_reached():
    sprint = Sprint(Goal(seconds=60, words=10), now=0.0, words=0)
    assert not sprint.result(60.0, 9).is_reached
    assert sprint.result(30.0, 10).is_reached
    assert Sprint(Goal(seconds=60), now=0.0, words=0).result(60.0, 0).is_reached
