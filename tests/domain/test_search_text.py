# SPDX-License-Identifier: MIT
"""What a search finds, and what it shows of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.finding.search_text import Query

FOUND = [
    ("whale", "The white WHALE."),
    ("whal", "The white whale."),
    ("white whale", "the white\u2014whale"),
    ("cafe", "the Café"),
    ("CAFÉ", "a cafe\u0301 again"),
    ("don't", "I don\u2019t know"),
    ("时间", "一段时间之后"),
    ("时间", "“时间。"),
    ("时 间", "时，间"),
    ("ＡＢＣ", "abc"),
    ("第3章", "他写到第３章了"),
    ("straße", "STRASSE"),
    ("—", "so — it was"),
    ("𠮷", "𠮷野家"),
    ("三", "二三四"),
]
MISSED = [
    ("hale", "the white whale"),
    ("whit whale", "the white whale"),
    ("时间", "时\n间"),
    ("时间", "时，间"),
    ("white whale", "white\nwhale"),
    ("whales", "the whale"),
    ("", "anything"),
]


@pytest.mark.parametrize(("query", "text"), FOUND)
def test_what_matters_is_found(query, text):
    assert Query(query).may_be_in(text)
    assert list(Query(query).places(text))


@pytest.mark.parametrize(("query", "text"), MISSED)
def test_what_is_not_there_is_not_found(query, text):
    assert list(Query(query).places(text)) == []


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("whale", "… A white whale", "whale"),
        ("eclat", "ﬁn d\u2019éclat", "éclat"),
        ("时间", "我的時间、时间", "时间"),
    ],
)
def test_a_place_is_one_of_the_text_itself(query, text, found):
    ((first, last),) = Query(query).places(text)
    assert text[first:last] == found


def test_a_snippet_shows_whole_words_around_what_was_found():
    text = "One. " + "word " * 30 + "the white whale " + "again " * 30
    (snippet,) = Query("white whale").snippets(text)
    assert snippet.text[snippet.start : snippet.end] == "white whale"
    assert snippet.text.startswith("…word ")
    assert snippet.text.endswith(" again…")
    assert len(snippet.text) < 100


def test_a_snippet_stays_in_its_paragraph():
    (snippet,) = Query("b").snippets("a\nb c\nd")
    assert (snippet.text, snippet.start, snippet.end) == ("b c", 0, 1)


def test_no_more_snippets_than_asked_for():
    assert len(Query("a").snippets("a a a a a", limit=2)) == 2


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_searched_for_any_other(text, wanted):
    query = Query(wanted)
    for first, last in query.places(text):
        assert 0 <= first <= last <= len(text)


@given(st.lists(st.sampled_from(["white", "Whale", "时间", "é", "3"]), min_size=1, max_size=4))
def test_a_text_holds_its_own_words(words):
    text = " ".join(words)
    assert list(Query(text).places(f"before {text} after"))
