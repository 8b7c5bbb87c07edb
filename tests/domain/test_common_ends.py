# SPDX-License-Identifier: MIT
"""What two sequences share at both ends."""

from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.common_ends import common_ends

FEW_LETTERS = st.text("ab", max_size=30)


@given(FEW_LETTERS, FEW_LETTERS)
def test_the_longest_beginning_and_then_the_longest_end(old, new):
    prefix = len(os.path.commonprefix([old, new]))
    rest = old[prefix:][::-1], new[prefix:][::-1]
    assert common_ends(old, new) == (prefix, len(os.path.commonprefix(rest)))


@given(FEW_LETTERS, FEW_LETTERS)
def test_it_is_the_same_of_bytes_lists_and_tuples(old, new):
    expected = common_ends(old, new)
    assert common_ends(old.encode(), new.encode()) == expected
    assert common_ends(list(old), list(new)) == expected
    assert common_ends(tuple(old), tuple(new)) == expected
