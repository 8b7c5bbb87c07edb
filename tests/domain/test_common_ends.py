# SPDX-License-Identifier: MIT
"""What two sequences share at both ends."""

from __future__ import annotations

from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.comparing.common_ends import common_ends

FEW_LETTERS = st.text("ab", max_size=30)


@given(FEW_LETTERS, FEW_LETTERS)
def test_the_longest_beginning_and_then_the_longest_end(old, new):
    prefix = shared(old, new)
    assert common_ends(old, new) == (prefix, shared(old[prefix:][::-1], new[prefix:][::-1]))


@given(FEW_LETTERS, FEW_LETTERS)
def test_it_is_the_same_of_bytes_lists_and_tuples(old, new):
    expected = common_ends(old, new)
    assert common_ends(old.encode(), new.encode()) == expected
    assert common_ends(list(old), list(new)) == expected
    assert common_ends(tuple(old), tuple(new)) == expected


def shared(one, other):
    """How many letters are the same from the beginning on."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
