# SPDX-License-Identifier: MIT
"""How work grows with its size, counted in calls: a busy machine makes no more of them."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called in ``work``, those of Python and those written in C."""
    count = 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Twice the size takes no more than twice the calls, and a fifth of that."""
    once, twice = calls_of(lambda: work(size)), calls_of(lambda: work(2 * size))
    assert once > size / 2, f"{once} calls for {size}: what grows is not counted"
    assert twice < 2.4 * once, f"{once} calls for {size}, {twice} for {2 * size}"
