# SPDX-License-Identifier: MIT
"""JSON read in steps says what the standard library says, and refuses what that refuses."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.importers.json_novel.values import value_of

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=30,
)  # fmt: skip


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_what_was_written_is_read(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert value_of(f" {text}\n") == value


def finite(written: str) -> float:
    """What the library takes for infinite is no number here."""
    value = float(written)
    if math.isinf(value):
        raise ValueError(written)
    return value


@given(VALUES, st.data())
def test_what_is_cut_or_changed_is_refused_where_the_library_refuses(
    value: Any, data: st.DataObject
) -> None:
    text = json.dumps(value)
    place = data.draw(st.integers(0, len(text)))
    damaged = text[:place] + data.draw(st.sampled_from(["", ",", "]", "}", '"', ":", "1"]))
    damaged += text[place + data.draw(st.integers(0, 2)) :]
    try:
        wanted = json.loads(damaged, strict=False, parse_float=finite)
    except ValueError:
        with pytest.raises(ValueError):  # noqa: PT011 - whichever; they are our own words
            value_of(damaged)
    else:
        assert value_of(damaged) == wanted


@pytest.mark.parametrize("text", ["", "[1,]", "{,}", '{"a" 1}', "{1:2}", "[1 2]", "NaN", "1e999"])
def test_what_is_no_json(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        value_of(text)


def test_what_is_nested_too_deep_is_refused() -> None:
    with pytest.raises((RecursionError, ValueError)):
        value_of("[" * 200_000)
