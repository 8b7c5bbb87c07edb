# SPDX-License-Identifier: MIT
"""A long text is escaped as the driver of the server would do it, only faster."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.db.server.long_parameters import LongText

converters = pytest.importorskip("asyncmy.converters", reason="the extra `server` is missing")


@given(st.text(st.one_of(st.sampled_from("\\\0\n\r\x1a\"'%"), st.characters())))
def test_a_long_text_is_escaped_as_any_other(text):
    assert converters.escape_string(LongText(text)) == converters.escape_string(text)
    assert type(converters.escape_string(LongText(text))) is str
