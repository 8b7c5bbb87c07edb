# SPDX-License-Identifier: MIT
"""Slips that rules find: each kind where it is, and not where good sentences look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.checks import (
    Check,
    QuoteCounts,
    QuoteStyle,
    Surroundings,
    check_paragraph,
    only_marks,
)


def found(text, language="en", **around):
    return [
        (text[f.start : f.end], f.check.value) for f in check_paragraph(text, language, **around)
    ]


def mended(text, language="en", **around):
    for each in reversed(check_paragraph(text, language, **around)):
        if each.replacement is not None:
            text = text[: each.start] + each.replacement + text[each.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was the the end", "It was the end"),
        ("The the end", "The end"),
        ("Two  spaces here", "Two spaces here"),
        ("the  the end", "the end"),
        ("𠀀 the the", "𠀀 the"),
    ],
)
def test_what_stands_twice_is_mended(text, right):
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough. That that is, is. No no, bye bye.",
        "the, the; the. The end-end of the theme",
        "J J Abrams, so so",
        "    laid out as          verse",
        "“I will,” he said. “Will you?”",
        "It’s the dogs’ (all of them) 1990s [sic]",
        "1) first and so on :)",
        "‘Tis ‘em, rock ’n’ roll",
        "‘Quite,’ she said, ‘quite.’",
        "“He said ‘go (now)’ to me.”",
    ],
)
def test_good_sentences_are_left_alone(text):
    assert found(text) == []


def test_in_french_some_words_stand_twice():
    assert found("Nous nous levons, vous vous couchez", "fr") == []
    assert found("le le chat", "fr") == [(" le", "doubled_word")]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("“I will, he said.", "“"),
        ("I will,” he said.", "”"),
        ("(and so", "("),
        ("and so]", "]"),
        ('"I will, he said.', '"'),
        ("他说：“走吧。", "“"),
        ("他说：「走吧。", "「"),
        ("（一）走吧）", "）"),
        ("《西游记", "《"),
        ("‘Quite, she said.", "‘"),
    ],
)
def test_a_mark_without_its_other_half_is_found(text, mark):
    assert found(text) == [(mark, "unmatched")]


def test_marks_that_cross_are_found():
    assert found("“He (said” so)") == [("(", "unmatched"), (")", "unmatched")]


def test_a_speech_may_go_on_over_paragraphs():
    first, second, third = "“One.", "“Two.", "Three.”"
    assert found(first, around=Surroundings(second)) == []
    after = Surroundings("", lambda: only_marks(first + second), str)
    assert found(third, around=after) == []
    before = Surroundings("And on", str, lambda: only_marks("And on ‘so’.”"))
    assert found(first, around=before) == []
    elsewhere = Surroundings("“New", str, lambda: "“”")
    assert found("(One", around=elsewhere) == [("(", "unmatched")]


@pytest.mark.parametrize(
    ("usual", "text", "right"),
    [
        ("“One.” “Two.”", 'He said "go" and', "He said “go” and"),
        ('"One." "Two."', "He said “go” and", 'He said "go" and'),
        ("「一」「二」", "他说“走”。", "他说「走」。"),
        ("don’t can’t won’t isn’t", "it's so", "it’s so"),
    ],
)
def test_marks_of_another_style_become_those_of_the_text(usual, text, right):
    counts = QuoteCounts.of(usual) + QuoteCounts.of(text)
    assert mended(text, counts=counts) == right
    assert mended(right, counts=QuoteCounts.of(usual) + QuoteCounts.of(right)) == right


def test_without_a_usual_style_nothing_is_another_one():
    counts = QuoteCounts.of('“One.” "Two."')
    assert counts.usual is None
    assert found("He said “go” and", counts=counts) == []
    assert QuoteCounts.of("“a” “b” “c”").usual is QuoteStyle.CURLY


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("她慢慢的走过来。", "她慢慢地走过来。"),
        ("他高高兴兴的跑了。", "他高高兴兴地跑了。"),
        ("他小心翼翼的打开门。", "他小心翼翼地打开门。"),
        ("你跑的太快了。", "你跑得太快了。"),
        ("他气的发抖。", "他气得发抖。"),
        ("好的的东西", "好的东西"),
    ],
)
def test_a_de_that_is_likelier_another_is_found(text, right):
    assert mended(text, "zh") == right


@pytest.mark.parametrize(
    "text",
    [
        "慢慢的脚步",
        "红红的苹果",
        "他说的话",
        "的的确确",
        "看看书",
        "静静的顿河",
        "轻轻的笑声",
        "我们的家",
    ],
)
def test_a_de_that_is_right_is_left_alone(text):
    assert found(text, "zh") == []


def test_a_kind_that_is_not_wanted_is_not_looked_for():
    assert found("the  the “end", wanted={Check.UNMATCHED}) == [("“", "unmatched")]


@given(st.text(alphabet="the “”\"'’‘「」()（） 的地慢走𠀀.,", max_size=60))
def test_whatever_is_typed_findings_lie_apart_and_mending_ends(text):
    findings = check_paragraph(text, "zh", counts=QuoteCounts.of(text * 3))
    ends = [0, *(each.end for each in findings)]
    assert all(end <= each.start < each.end for end, each in zip(ends, findings, strict=False))
    assert all(each.end <= len(text) for each in findings)
