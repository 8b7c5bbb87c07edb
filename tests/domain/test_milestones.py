# SPDX-License-Identifier: MIT
"""Where every so many words are full."""

from __future__ import annotations

from novelist.domain.milestones import full_at, offsets


def test_a_paragraph_reaches_the_milestones_between_its_ends():
    assert full_at(900, 300, 500) == [1000]
    assert full_at(500, 10, 500) == []
    assert full_at(0, 500, 500) == [500]
    assert full_at(0, 1600, 500) == [500, 1000, 1500]


def test_the_nth_word_is_found_in_english_and_in_chinese():
    assert offsets("Don’t go to the well-known house.", [1, 4, 5]) == [0, 12, 16]
    assert offsets("他说：“走吧。”𠀀", [2, 3, 5]) == [1, 4, 8]


def test_what_is_beyond_the_words_is_at_the_end():
    assert offsets("One two", [2, 9]) == [4, 6]
    assert offsets("", [1]) == [0]
