# SPDX-License-Identifier: MIT
"""What a character is to the rules of typing: a letter, a Han character, the end of a word."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from novelist.domain.counting import EACH

OBJECT: Final = "\ufffc"
"""What stands in the text of the editor for a footnote, an image and the like."""
DASHES: Final = frozenset("-‐‑‒–—―")

_HAN: Final = re.compile(f"[{EACH}]")
_FULL_WIDTH: Final = re.compile("[\u3001-\u303f\uff01-\uff60“”‘’…—·]")
_INSIDE_WORDS: Final = frozenset("'’_")


def is_han_letter(character: str) -> bool:
    """Whether it is one of the characters that are words by themselves: Han, kana, hangul."""
    return bool(_HAN.match(character))


def has_han(text: str) -> bool:
    """Whether one of those characters is in it."""
    return bool(_HAN.search(text))


def is_han_mark(character: str) -> bool:
    """Whether it is a mark as Chinese and Japanese write them."""
    return bool(_FULL_WIDTH.match(character))


def is_letter(character: str) -> bool:
    """Whether it is a letter or a digit of a writing that puts spaces between words."""
    return character.isalnum() and not is_han_letter(character)


def is_in_word(character: str) -> bool:
    """Whether a word goes on with it: letters, digits, and the accents that stand alone."""
    return is_letter(character) or unicodedata.category(character).startswith("M")


def ends_word(character: str) -> bool:
    """Whether typing it says that the word before it is finished."""
    return character not in _INSIDE_WORDS and character != OBJECT and not is_in_word(character)


def begins_word(text: str, start: int) -> bool:
    """Whether the words ``text[start:]`` do not go on from what stands before them."""
    if start == 0:
        return True
    before, first = text[start - 1], text[start]
    return not (is_in_word(before) and is_in_word(first)) and before != first
