# SPDX-License-Identifier: MIT
"""Neighbouring list items, each with its depth, as lists inside lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from novelist.domain.document import Block
from novelist.exporters.exported import number_of

_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class NestedList:
    """Items that belong together, each with the lists inside it."""

    is_ordered: bool
    entries: Sequence[tuple[Block, Sequence[NestedList]]]


def nested_lists(items: Sequence[Block]) -> list[NestedList]:
    """The lists that the items make; where numbers begin or end there is another one."""
    made: list[NestedList] = []
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and _goes_on(items[end], items[start]):
            end += 1
        made.append(NestedList(_is_ordered(items[start]), _entries(items[start:end])))
        start = end
    return made


def _entries(items: Sequence[Block]) -> list[tuple[Block, Sequence[NestedList]]]:
    depth, start = _depth(items[0]), 0
    entries: list[tuple[Block, Sequence[NestedList]]] = []
    while start < len(items):
        end = start + 1
        while end < len(items) and _depth(items[end]) > depth:
            end += 1
        entries.append((items[start], nested_lists(items[start + 1 : end])))
        start = end
    return entries


def _depth(item: Block) -> int:
    return max(0, min(number_of(item, "depth", 0), _DEEPEST))


def _is_ordered(item: Block) -> bool:
    return item.attrs.get("ordered") is True


def _goes_on(item: Block, first: Block) -> bool:
    if _depth(item) != _depth(first):
        return _depth(item) > _depth(first)
    return _is_ordered(item) is _is_ordered(first)
