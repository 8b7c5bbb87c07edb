# SPDX-License-Identifier: MIT
"""Dashes and ellipses."""

import pytest

from novelist.domain.typing.replacement import replacement
from tests.domain.typing.typist import rules, typed


@pytest.mark.parametrize(
    ("language", "keys", "there"),
    [
        ("en", "wait--what", "wait—what"),
        ("de", "ja -- nein---doch", "ja – nein—doch"),
        ("zh", "等等--什么", "等等——什么"),
        ("en", "well...", "well…"),
        ("zh", "嗯...", "嗯……"),
        ("zh", "嗯。。。", "嗯……"),
        ("zh", "嗯......", "嗯……"),
    ],
)
def test_hyphens_and_full_stops_become_dashes_and_ellipses(language, keys, there):
    assert typed(keys, rules(language)) == there


def test_a_line_of_dots_or_hyphens_that_was_given_back_stays():
    english = rules()
    assert typed("-", english) == "-"
    assert replacement("---", "-", "", english) is None
    assert replacement("...", ".", "", english) is None


def test_they_can_be_switched_off_one_by_one():
    assert typed("a--b...", rules(dashes=False)) == "a--b…"
    assert typed("a--b...", rules(ellipsis=False)) == "a—b..."
