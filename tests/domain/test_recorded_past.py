# SPDX-License-Identifier: MIT
"""Versions as numbers of paragraphs: nothing but them comes back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.recorded_past import PastMaker, spans_of, written

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TEXTS = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=12), max_size=8)


@given(TEXTS)
def test_every_version_is_its_paragraphs_again(texts: list[list[str]]) -> None:
    maker = PastMaker()
    for text in texts:
        maker.add(text, NOW)
    past = maker.made()
    if past is None:
        assert not texts
        return
    assert len(set(past.paragraphs)) == len(past.paragraphs)
    found = []
    for version in past.versions:
        spans = spans_of(written(version.spans), len(past.paragraphs))
        assert spans == list(version.spans)
        numbers = [each for first, last in spans or () for each in range(first, last + 1)]
        found.append([past.paragraphs[each] for each in numbers])
    assert found == texts


def test_a_long_text_that_is_changed_in_one_place_is_three_spans() -> None:
    maker = PastMaker()
    before = [str(number) for number in range(100)]
    maker.add(before, NOW)
    maker.add([*before[:40], "new", *before[41:]], NOW, "Second draft")
    past = maker.made()
    assert past is not None
    assert [written(each.spans) for each in past.versions] == ["0-99", "0-39,100,41-99"]
    assert past.versions[1].name == "Second draft"


@pytest.mark.parametrize(
    "text", ["3", "2-1", "0-3", "-1", "1,", "a", "0 1", "1-", "٣", "0-" + "9" * 12]
)
def test_what_are_no_spans_of_three_paragraphs(text: str) -> None:
    assert spans_of(text, 3) is None
