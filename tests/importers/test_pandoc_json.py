# SPDX-License-Identifier: MIT
"""Pandoc's JSON, read block by block: the same as when it is read at once."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.importers.pandoc.json_model import read_model

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), _VALUES), st.sampled_from([None, 1]))
def test_it_is_what_was_written(model: dict[str, object], indent: int | None) -> None:
    assert read_model(json.dumps(model, indent=indent).encode()) == model


@pytest.mark.parametrize(
    "text",
    ["", " ", "{", '{"a"', '{"a":', '{"a":[', '{"a":[1', '{"a":[1,', "[]", '{"a":1}}', "null",
     '{"a":1} x', '{"a" 1}', "\x00"],
)  # fmt: skip
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_model(text.encode())
