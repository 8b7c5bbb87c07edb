# SPDX-License-Identifier: MIT
"""Which words a dictionary is asked for, and which of them somebody knows already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.words_to_spell import (
    is_among,
    is_in_script_of,
    other_spellings,
    words_to_spell,
    wrong_words,
)


def looked_up(text):
    return [word.text for word in words_to_spell(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn’t know.", ["He", "didn't", "know"]),
        ("O’Brien’s dog", ["O'Brien's", "dog"]),
        ("a well‑known co-op", ["well-known", "co-op"]),
        ("so\u00adft cafe\u0301", ["soft", "café"]),
        ("l’homme d’œuvre", ["l'homme", "d'œuvre"]),
        ("‘quoted’ words’", ["quoted", "words"]),
        (
            "Write to me@x.org or see https://x.org/wrod?a=b now",
            ["Write", "to", "or", "see", "now"],
        ),
        ("On the 3rd, B12 and file_name", ["On", "the", "and"]),
        ("NASA said NO to J. R.", ["said", "to"]),
        ("’Tis dancin’, get ’em", ["get"]),
        ("他说hello，再见。かなhi한글", ["hello", "hi"]),
        ("x" * 200, []),
        ("\ufffc\u2028\ud800wrod", ["wrod"]),
    ],
)
def test_words_are_found(text, words):
    assert looked_up(text) == words


def test_places_are_code_points_also_behind_astral_ones():
    text = "😀😀 𠀀wrod 😀"
    (word,) = words_to_spell(text)
    assert text[word.start : word.end] == "wrod"


@given(st.text(alphabet="ab’'-I 1_中𠀀é\u0301@./:\u00ad", max_size=40))
def test_whatever_is_typed_words_lie_apart_and_inside(text):
    end = 0
    for word in words_to_spell(text):
        assert end <= word.start < word.end <= len(text)
        assert all(word.start <= piece.start < piece.end <= word.end for piece in word.pieces)
        end = word.end


@given(st.lists(st.text(alphabet="abI’-1 ", max_size=12), max_size=6))
def test_what_is_familiar_is_left_out_and_nothing_else(texts):
    familiar = {"ab", "a-b"}
    for text in texts:
        found = [
            word
            for word in words_to_spell(text)
            if text[word.start : word.end] not in ("ab", "a-b")
        ]
        assert words_to_spell(text, familiar) == found


def test_of_a_compound_the_wrong_piece_is_named():
    words = words_to_spell("a well-knwon co-operate")
    wrong = {"well-knwon", "knwon", "co"}
    assert [word.text for word in wrong_words(words, wrong.__contains__)] == ["knwon"]


@pytest.mark.parametrize(
    ("word", "known"),
    [("Rynd", True), ("RYND", True), ("rynd", False), ("Rynd's", True), ("Grimoir", True),
     ("GRIMOIR", True), ("grimoirs", False), ("Ryndes'", False)],
)  # fmt: skip
def test_an_added_word_is_known_in_its_forms(word, known):
    assert is_among(word, {"Rynd", "grimoir"}) is known


def test_english_words_may_keep_their_accents():
    assert other_spellings("naïve", "en_US") == ["naive"]
    assert other_spellings("œuvre", "en") == ["oeuvre"]
    assert other_spellings("élève", "fr") == []


@pytest.mark.parametrize(
    ("word", "language", "mine"),
    [("wrod", "en_US", True), ("éa", "fr", True), ("дом", "en_US", False), ("дом", "ru_RU", True)],
)
def test_words_in_another_script_are_none_of_a_dictionarys_business(word, language, mine):
    assert is_in_script_of(word, language) is mine
