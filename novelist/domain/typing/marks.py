# SPDX-License-Identifier: MIT
"""Dashes from hyphens, ellipses from full stops, no-break spaces before high marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from novelist.domain.typing.habits import DASH_STYLES

HYPHEN: Final = "-"
STOPS: Final = frozenset(".。")
_DASHES: Final = frozenset("-–—")


def with_dash(before: str, style: str) -> str:
    """What becomes of a hyphen that is typed: two of them are a dash, and three a longer one."""
    of_two, of_three = DASH_STYLES[style]
    if before.endswith(HYPHEN) and before[-2:-1] not in _DASHES:
        return before[:-1] + of_two
    if of_three and before.endswith(of_two) and before[-2:-1] not in _DASHES:
        return before[:-1] + of_three
    return before + HYPHEN


def with_stop(before: str, stop: str, ellipsis: str) -> str:
    """What becomes of a full stop that is typed: three of them are an ellipsis.

    Where an ellipsis has six dots, the second three are part of it.
    """
    stem = before[:-2]
    if before[-2:] != stop * 2 or stem[-1:] == stop:
        return before + stop
    if not stem.endswith("…"):
        return stem + ellipsis
    is_second_half = len(ellipsis) == 2 and stem.endswith(ellipsis) and stem[-3:-2] != "…"
    return stem if is_second_half else before + stop


def with_high_mark(before: str, mark: str, spaces: Mapping[str, str]) -> str:
    """A mark that stands off from its word: the space before it does not break."""
    if before.endswith(" ") and before.strip():
        return before[:-1] + spaces[mark] + mark
    return before + mark
