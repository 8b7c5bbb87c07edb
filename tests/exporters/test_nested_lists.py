# SPDX-License-Identifier: MIT
"""Neighbouring list items as lists inside lists."""

from __future__ import annotations

from novelist.domain.document import LIST_ITEM, Block, Run
from novelist.exporters.nested_lists import nested_lists


def item(words, depth=0, **attrs):
    return Block(LIST_ITEM, (Run(words),), {"depth": depth, **attrs})


def shape(lists):
    """Words, then what is inside them; numbered lists begin with "1"."""
    return [
        [
            *("1" if each.is_ordered else ""),
            *((e.plain_text, shape(inner)) for e, inner in each.entries),
        ]
        for each in lists
    ]


def test_deeper_items_are_inside_the_one_before():
    found = nested_lists([item("a"), item("b", 1), item("c", 3), item("d", 1), item("e")])
    assert shape(found) == [[("a", [[("b", [[("c", [])]]), ("d", [])]]), ("e", [])]]


def test_numbers_begin_another_list():
    found = nested_lists([item("a"), item("b", ordered=True), item("c", 1), item("d")])
    assert shape(found) == [[("a", [])], ["1", ("b", [[("c", [])]])], [("d", [])]]


def test_a_depth_that_is_none_has_an_end():
    found = nested_lists([item("a", -5), item("b", 10**9), item("c", 21), item("d", "x")])
    assert shape(found) == [[("a", [[("b", []), ("c", [])]]), ("d", [])]]
