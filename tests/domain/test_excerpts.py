# SPDX-License-Identifier: MIT
"""The promises of ``novelist.domain.excerpts``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.excerpts import shortened


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("The tide\ncame  early.", 60, "The tide came early."),
        ("The second high water came", 20, "The second high…"),
        ("The second high, water", 17, "The second high…"),
        ("第二次高潮在四点十一分到来", 8, "第二次高潮在四…"),
        ("Unforeseeable", 8, "Unforese"[:7] + "…"),
    ],
)
def test_it_ends_after_a_word(text, length, short):
    assert shortened(text, length) == short


@given(st.text(), st.integers(2, 40))
def test_it_is_never_longer(text, length):
    assert len(shortened(text, length)) <= length
