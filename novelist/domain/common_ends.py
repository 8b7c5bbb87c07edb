# SPDX-License-Identifier: MIT
"""What two sequences have in common before and behind the place where they differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Sliced = TypeVar("Sliced", bytes, str, list[str], tuple[Any, ...])


def common_ends(old: Sliced, new: Sliced) -> tuple[int, int]:
    """How many items two sequences share at the beginning and, of the rest, at the end."""
    shorter = min(len(old), len(new))
    prefix = _shared(shorter, lambda size: old[:size] == new[:size])
    rest = shorter - prefix
    suffix = _shared(rest, lambda size: size == 0 or old[-size:] == new[-size:])
    return prefix, suffix


def _shared(limit: int, fits: Callable[[int], bool]) -> int:
    """The largest size up to ``limit`` that fits; comparing slices is far quicker than bytes."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
