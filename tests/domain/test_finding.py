# SPDX-License-Identifier: MIT
"""What stands where: words, whole words, Chinese, expressions, and those that take for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.finding.finding import Finder, Pattern, Span
from novelist.errors import PatternError, PatternFault, PatternTooSlowError


def found(text, pattern, **options):
    spans = Finder([Pattern(pattern, **options)]).spans(text)
    return [text[span.start : span.end] for span in spans]


def test_capitals_matter_only_where_they_are_asked_for():
    text = "The harbour, the Harbour, the HARBOUR."
    assert found(text, "Harbour") == ["harbour", "Harbour", "HARBOUR"]
    assert found(text, "Harbour", match_case=True) == ["Harbour"]


def test_a_whole_word_is_no_part_of_another():
    text = "Ann, Anna, ann’s Ann\u0301 Ann_2 Jo-Ann"
    assert found(text, "ann", whole_word=True) == ["Ann", "ann", "Ann"]


def test_in_chinese_a_whole_word_means_nothing():
    assert found("林黛玉见黛玉", "黛玉", whole_word=True) == ["黛玉", "黛玉"]
    assert found("在Paris的Paris2", "paris", whole_word=True) == ["Paris"]


def test_an_apostrophe_finds_either_kind():
    text = "don't or don’t"
    assert found(text, "don't") == found(text, "don’t") == ["don't", "don’t"]
    assert found("“'’”", "'") == ["'"]


def test_an_expression_knows_groups_classes_and_line_ends():
    assert found("a1 b22", r"[a-z](\d+)", is_expression=True) == ["a1", "b22"]
    assert found("one\ntwo", r"^t\w+$", is_expression=True) == ["two"]
    assert found("abc", r"x*", is_expression=True) == []
    assert found("cat concat", r"c.t|cat", is_expression=True, whole_word=True) == ["cat"]


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        ("(a", PatternFault.NOT_CLOSED),
        ("a)", PatternFault.NOT_OPENED),
        ("[a", PatternFault.SET_NOT_CLOSED),
        ("*a", PatternFault.NOTHING_TO_REPEAT),
        (r"\q", PatternFault.BAD_ESCAPE),
        ("[z-a]", PatternFault.BAD_RANGE),
        (r"\2", PatternFault.UNKNOWN_GROUP),
        ("(?z)", PatternFault.OTHER),
        ("a" * 3000, PatternFault.TOO_LONG),
    ],
)
def test_what_is_wrong_with_an_expression_has_a_name(expression, fault):
    with pytest.raises(PatternError) as caught:
        Finder([Pattern(expression, is_expression=True)])
    assert caught.value.fault is fault


def test_a_hostile_expression_is_stopped():
    finder = Finder([Pattern("(a|aa)+$", is_expression=True)])
    with pytest.raises(PatternTooSlowError):
        finder.spans("a" * 60 + "!")


def test_of_several_patterns_the_longer_wins():
    finder = Finder([Pattern("Tobias"), Pattern("Tobias Wren"), Pattern("Wren")])
    assert finder.spans("Tobias Wren and Wren") == [Span(0, 11, 1), Span(16, 20, 2)]


def test_what_a_store_can_look_for():
    assert Pattern("荒唐").is_exact
    assert Pattern("Ann", match_case=True).is_exact
    assert not Pattern("Ann").is_exact
    assert not Pattern("Ann’s", match_case=True).is_exact
    assert Finder([Pattern("荒唐"), Pattern("荒.", is_expression=True)]).words == ()


@given(
    st.text("abA春𠀀\U0001f600 .", max_size=30),
    st.text("abA春𠀀\U0001f600.", min_size=1, max_size=3),
)
def test_exact_words_are_found_where_a_plain_search_finds_them(text, wanted):
    finder = Finder([Pattern(wanted, match_case=True)])
    expected, at = [], text.find(wanted)
    while at >= 0:
        expected.append(Span(at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    assert finder.spans(text) == expected
    assert finder.may_be_in(text) == bool(expected)
