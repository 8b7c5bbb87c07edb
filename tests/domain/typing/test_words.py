# SPDX-License-Identifier: MIT
"""Corrections, abbreviations and capitals."""

import pytest

from novelist.domain.typing.word_lists import format_words, parse_words
from novelist.services.spelling.typing_lists import shipped_corrections
from tests.domain.typing.typist import rules, typed


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("teh sea", "the sea"),
        ("Teh sea", "The sea"),
        ("TEH sea", "THE sea"),
        ("(teh)", "(the)"),
        ("on teh\nshore", "on the\nshore"),
        ("You could of, dont you", "You could have, don’t you"),
        ("i am, i.e. me", "I am, i.e. me"),
        ("xteh teh1 ", "xteh teh1 "),
        ("teh", "teh"),
    ],
)
def test_slips_are_corrected_when_the_word_is_finished(keys, there):
    assert typed(keys, rules()) == there


def test_the_list_corrects_nothing_into_something_that_is_in_it():
    shipped = shipped_corrections("en")
    assert len(shipped) > 250
    assert not [right for right in shipped.values() if shipped.get(right.lower(), right) != right]


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("the hm said", "the harbour master said"),
        ("hm;", "harbour master;"),
        ("hm\n", "harbour master\n"),
        ("bq; it", "bequeath it"),
        ("(hm)", "(harbour master)"),
        ("ohm ", "ohm "),
        ("见hm，", "见harbour master，"),
    ],
)
def test_the_writers_abbreviations_are_written_out(keys, there):
    assert typed(keys, rules()) == there


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("he went. she came", "he went. She came"),
        ("Gone! she said", "Gone! She said"),
        ("“Gone!” she said", "“Gone!” she said"),
        ("He went.” she came", "He went.” She came"),
        ("Mr. smith met J. r. e.g. him", "Mr. smith met J. r. e.g. him"),
        ("So... he went", "So… he went"),
        ("So… he went", "So… he went"),
        ("ß. ßa", "ß. ßa"),
        ("in 1984. he", "in 1984. He"),
    ],
)
def test_a_sentence_begins_with_a_capital_where_that_is_chosen(keys, there):
    assert typed(keys, rules(capitals=True)) == there


def test_a_german_ordinal_ends_no_sentence():
    assert typed("am 3. mai", rules("de", capitals=True)) == "am 3. mai"


@pytest.mark.parametrize(
    ("keys", "there"),
    [("THe sea", "The sea"), ("PCs CIA TVs", "PCs CIA TVs"), ("McDonald ", "McDonald ")],
)
def test_two_capitals_at_the_beginning_become_one(keys, there):
    assert typed(keys, rules(two_capitals=True)) == there


def test_a_table_comes_back_from_its_text():
    table = {"teh": "the", "hm;": "harbour master", "港": "维多利亚港"}
    assert parse_words(format_words(table)) == table
    assert parse_words("# no\nhm -> harbour master\n\nlone\na=b\n") == {
        "hm": "harbour master",
        "a": "b",
    }
