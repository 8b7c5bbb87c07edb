# SPDX-License-Identifier: MIT
"""Marks that stand in pairs in Chinese: the closing one comes with the opening one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TOGETHER: Final = (
    "“”",
    "‘’",
    "「」",
    "『』",
    "（）",
    "《》",
    "〈〉",
    "【】",
    "〔〕",
    "［］",
    "｛｝",
)
PAIRS: Final[Mapping[str, str]] = {pair[0]: pair[1] for pair in _TOGETHER}
"""The closing mark of every opening one."""

_OPENING_OF: Final = {closing: opening for opening, closing in PAIRS.items()}
_GOES_ON_BEFORE: Final = frozenset("。，、；：？！…—·,.;:?!)]}") | frozenset(_OPENING_OF)


def is_mark(character: str) -> bool:
    """Whether it opens or closes a pair."""
    return character in PAIRS or character in _OPENING_OF


def closing_for(opening: str, after: str) -> str:
    """What is put behind the caret after an opening mark; "" where words follow at once."""
    closing = PAIRS.get(opening, "")
    first = after[:1]
    return closing if not first or first.isspace() or first in _GOES_ON_BEFORE else ""


def steps_over(typed: str, before: str, after: str) -> bool:
    """Whether a closing mark that is typed is the one that already stands behind the caret.

    It is not where the paragraph lacks one. ``before`` is without the typed mark.
    """
    opening = _OPENING_OF.get(typed)
    if opening is None or after[:1] != typed:
        return False
    around_it = before + after
    return around_it.count(opening) <= around_it.count(typed)


def is_empty_pair(before: str, after: str) -> bool:
    """Whether the caret stands between two marks of a pair, with nothing else in it."""
    return bool(before) and PAIRS.get(before[-1]) == after[:1]


def around(typed: str, quotes: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The pair that a selection is put into when its opening mark is typed over it.

    ``quotes`` are the pairs that straight marks stand for.
    """
    if typed in quotes:
        return quotes[typed]
    return (typed, PAIRS[typed]) if typed in PAIRS else None
