# SPDX-License-Identifier: MIT
"""Heights of many sections: sums and places agree with adding up by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.ui.manuscript.heights import Heights

LISTS = st.lists(st.integers(0, 500), min_size=1, max_size=60)


@given(LISTS, st.lists(st.tuples(st.integers(0, 59), st.integers(0, 500)), max_size=20))
def test_tops_are_the_sums_of_what_stands_above(given_heights, changes):
    expected, heights = list(given_heights), Heights(given_heights)
    for number, height in changes:
        expected[number % len(expected)] = height
        heights.set(number % len(expected), height)
    assert [heights.top(n) for n in range(len(expected) + 1)] == [
        sum(expected[:n]) for n in range(len(expected) + 1)
    ]
    assert heights.total == sum(expected)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=60), st.data())
def test_what_lies_at_a_height_begins_above_it_and_ends_below(given_heights, data):
    heights = Heights(given_heights)
    y = data.draw(st.integers(0, heights.total - 1))
    number = heights.at(y)
    assert heights.top(number) <= y < heights.top(number + 1)


def test_outside_of_all_it_is_the_nearest():
    heights = Heights([10, 20, 30])
    assert heights.at(-5) == 0
    assert heights.at(1000) == 2


def test_what_has_no_height_lies_nowhere():
    assert Heights([10, 0, 0, 5]).at(10) == 3


def test_where_there_is_nothing_nothing_lies():
    with pytest.raises(IndexError):
        Heights().at(0)
