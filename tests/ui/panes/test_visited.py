# SPDX-License-Identifier: MIT
"""Places visited: back and forward lead through them, and only through what is still there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.ui.panes.visited import Visit, Visited


@pytest.fixture
def visited():
    visited = Visited()
    for item_id in (1, 2, 3):
        visited.visit(item_id)
        visited.leave(item_id * 10)
    return visited


def test_back_leads_to_where_the_caret_was_left(visited):
    assert visited.back() == Visit(2, 20)
    assert visited.back() == Visit(1, 10)
    assert visited.back() is None
    assert not visited.can_go_back


def test_forward_leads_to_where_one_came_back_from(visited):
    visited.back()
    assert visited.can_go_forward
    assert visited.forward() == Visit(3, 30)
    assert visited.forward() is None


def test_going_elsewhere_forgets_what_one_came_back_from(visited):
    visited.back()
    visited.visit(4)
    assert not visited.can_go_forward
    assert visited.back() == Visit(2, 20)


def test_being_at_the_same_item_is_one_visit(visited):
    visited.visit(3)
    assert visited.back() == Visit(2, 20)


def test_nobody_goes_back_to_what_is_gone(visited):
    visited.forget(2)
    assert visited.back() == Visit(1, 10)
    assert visited.forward() == Visit(3, 30)


@given(st.lists(st.tuples(st.sampled_from("vbfx"), st.integers(1, 5)), max_size=40))
def test_where_one_is_always_exists(steps):
    visited = Visited()
    for act, item_id in steps:
        if act == "v":
            visited.visit(item_id)
            assert visited.here == Visit(item_id, visited.here.caret)
        elif act == "b":
            before = visited.can_go_back
            assert (visited.back() is not None) is before
        elif act == "f":
            before = visited.can_go_forward
            assert (visited.forward() is not None) is before
        else:
            visited.forget(item_id)
            assert visited.here is None or visited.here.item_id != item_id
