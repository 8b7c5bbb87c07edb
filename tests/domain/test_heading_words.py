# SPDX-License-Identifier: MIT
"""The words of headings mean the same to the importers and to the outline."""

from __future__ import annotations

import pytest

from novelist.domain import heading_words as words
from novelist.domain.numbering import carries_number, stands_apart

NUMBERED = (*words.PART_WORDS, *words.CHAPTER_WORDS, *words.SECTION_WORDS)
HAN_NUMBERED = words.HAN_PART_WORDS + words.HAN_CHAPTER_WORDS + words.HAN_SECTION_WORDS
NAMED = (*words.CHAPTER_NAMES, *words.FRONT_NAMES, *words.BACK_NAMES)
HAN_NAMED = (*words.HAN_CHAPTER_NAMES, *words.HAN_FRONT_NAMES, *words.HAN_BACK_NAMES)


@pytest.mark.parametrize("word", NUMBERED)
def test_a_word_with_a_number_carries_its_number(word):
    for title in (f"{word.upper()} IV", f"{word.title()} One. The Tide", f"{word} 12"):
        assert carries_number(title), title


@pytest.mark.parametrize("word", HAN_NUMBERED)
def test_a_han_word_with_a_number_carries_its_number(word):
    assert carries_number(f"第三{word}　风起")
    assert carries_number(f"第一万零二{word}")


@pytest.mark.parametrize("name", [*NAMED, *HAN_NAMED])
def test_a_named_part_of_the_book_stands_apart(name):
    assert stands_apart(name)
    assert stands_apart(f"{name.title()}: 1890")


@pytest.mark.parametrize("title", ["Partisans", "Bookmark", "Chimes", "Acting", "Actors", "序列号"])
def test_words_that_only_begin_alike_are_titles(title):
    assert not carries_number(title)
    assert not stands_apart(title)
