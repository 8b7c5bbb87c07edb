# SPDX-License-Identifier: MIT
"""Which words are proposed for the letters that are typed."""

import pytest

from novelist.domain.typing.completion import Proposals, Vocabulary

WORDS = Vocabulary(("harbour", "harboured", "har", "natasha", "红楼梦"), ("Natasha", "林照"))


@pytest.mark.parametrize(
    ("before", "typed", "words"),
    [
        ("the har", "har", ("harbour", "harboured")),
        ("Har", "Har", ("Harbour", "Harboured")),
        ("“nat", "nat", ("Natasha",)),
        ("the ha", "", ()),
        ("the harbou", "harbou", ("harboured",)),
        ("harbour ", "", ()),
        ("他读红楼", "红楼", ("红楼梦",)),
        ("见林", "林", ("林照",)),
        ("见红", "", ()),
        ("", "", ()),
    ],
)
def test_words_that_begin_like_what_is_typed(before, typed, words):
    assert WORDS.proposals(before) == Proposals(typed, words)


def test_at_most_five_are_proposed():
    many = Vocabulary(tuple(f"harbour{letter}" for letter in "abcdefgh"))
    assert len(many.proposals("harb").words) == 5
