# SPDX-License-Identifier: MIT
"""What two sequences have in common before and behind the place where they differ."""

from __future__ import annotations

from typing import Any, TypeVar

Sliced = TypeVar("Sliced", bytes, str, list[str], tuple[Any, ...])


def common_ends(old: Sliced, new: Sliced) -> tuple[int, int]:
    """How many items two sequences share at the beginning and, of the rest, at the end."""
    prefix, limit = 0, min(len(old), len(new))
    while prefix < limit:  # by halves: comparing slices is far quicker than one item at a time
        middle = (prefix + limit + 1) // 2
        if old[prefix:middle] == new[prefix:middle]:
            prefix = middle
        else:
            limit = middle - 1
    ends, behind = len(old), len(new)
    suffix, limit = 0, min(ends, behind) - prefix
    while suffix < limit:
        middle = (suffix + limit + 1) // 2
        if old[ends - middle : ends - suffix] == new[behind - middle : behind - suffix]:
            suffix = middle
        else:
            limit = middle - 1
    return prefix, suffix
