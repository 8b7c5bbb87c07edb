# SPDX-License-Identifier: MIT
"""Where the strips of the map lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.ui.minimap.strips import strips_in

LENGTHS = st.lists(st.integers(0, 5_000_000), min_size=1, max_size=80)


@given(LENGTHS, st.integers(1, 2_000))
def test_all_strips_have_room_in_order(lengths, height):
    strips = strips_in(height, lengths, 0.12)
    assert strips.tops[0] == 0
    assert strips.tops[-1] + strips.heights[-1] <= height + 1e-6
    assert all(each > 0 for each in strips.heights)


@given(LENGTHS, st.integers(0, 79), st.floats(0.01, 0.99))
def test_a_place_is_found_where_it_is_shown(lengths, number, share):
    number %= len(lengths)
    strips = strips_in(800, lengths, 0.12)
    found = strips.at(strips.y_of(number, share))
    assert found == (number, pytest.approx(share, abs=1e-3))


def test_a_longer_scene_has_a_longer_strip():
    strips = strips_in(400, [1_000, 3_000], 0.12)
    assert strips.heights[1] > 2 * strips.heights[0]


def test_without_scenes_there_is_no_place():
    assert strips_in(400, [], 0.12).at(10) is None
