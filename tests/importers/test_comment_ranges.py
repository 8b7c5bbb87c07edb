# SPDX-License-Identifier: MIT
"""Comments of office documents, as all readers of these keep them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from novelist.importers.comment_ranges import MOST_OPEN, CommentRanges, moment


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-05-01T10:00:00", datetime(2026, 5, 1, 10, tzinfo=UTC)),
        ("2026-05-01T10:00:00+02:00", datetime(2026, 5, 1, 8, tzinfo=UTC)),
        ("0001-01-01T00:00:00+10:00", None),
        ("9999-12-31T23:59:59-10:00", None),
        ("May", None),
    ],
)
def test_moments_of_documents_are_those_of_a_library(written, meant):
    assert moment(written) == meant


def test_only_so_many_passages_overlap():
    ranges = CommentRanges()
    for number in range(1_000):
        ranges.begin({"id": str(number)}, "Why?")
    assert len(ranges.value.split()) == MOST_OPEN
    assert ranges.end("999"), "its place is known all the same"
    assert ranges.end("0") not in ranges.value
    assert len(ranges.found()) == 1_000
