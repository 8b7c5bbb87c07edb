# SPDX-License-Identifier: MIT
"""Whatever is typed: nothing is lost, and what was made is left alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.typing.habits import LANGUAGES
from novelist.domain.typing.pairs import PAIRS
from novelist.domain.typing.replacement import replacement
from tests.domain.typing.typist import around_caret, rules, typed

KEYS = st.text(
    st.one_of(
        st.sampled_from("abisnteTHI \"'-.。,;:!?()/—…“”‘’「」『』《》他你好说,。0123\u00a0"),
        st.characters(exclude_categories=("Cs",), exclude_characters="\r"),
        st.sampled_from("\U00020bb7\U0001f600"),
    ),
    max_size=40,
)
_MADE_OF = str.maketrans(
    dict.fromkeys("“”‘’„‚«»‹›「」『』\"'", "'")
    | dict.fromkeys("–—", "-")
    | dict.fromkeys("\u00a0\u202f ", "")
    | {"…": "."}
)


def plain(text):
    """What is typed, however it is set: kinds of quotes, dashes, spaces and dots are one."""
    bare = text.translate(_MADE_OF).replace("。", ".")
    for mark in "-.":
        while mark * 2 in bare:
            bare = bare.replace(mark * 2, mark)
    return bare


@pytest.mark.parametrize("language", LANGUAGES)
@given(KEYS)
def test_no_character_is_lost_or_in_another_place(language, keys):
    marks_only = rules(language, corrections=False, expansions=False, pairs=False)
    assert plain(typed(keys, marks_only)) == plain(keys)


@pytest.mark.parametrize("language", LANGUAGES)
@given(KEYS)
def test_what_was_made_stays_when_it_is_typed_again(language, keys):
    all_of_it = replace(
        rules(language, pairs=False, capitals=True, two_capitals=True), expansions={}
    )
    once = typed(keys, all_of_it)
    assert typed(once, all_of_it) == once


@given(KEYS)
def test_pairs_change_nothing_but_what_stands_behind_the_caret(keys):
    before, after = around_caret(keys, rules("zh"))
    assert before == typed(keys, rules("zh", pairs=False))
    assert set(after) <= set(PAIRS.values())


@given(st.text(max_size=20), st.text(min_size=1, max_size=1), st.text(max_size=5))
def test_no_more_is_taken_away_than_stands_there(before, key, after):
    for language in LANGUAGES:
        found = replacement(before, key, after, rules(language))
        if found is not None:
            assert 0 <= found.taken <= len(before) + 1
            assert 0 <= found.taken_behind <= len(after)
