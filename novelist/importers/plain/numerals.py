# SPDX-License-Identifier: MIT
"""Numbers as headings write them: digits, roman numerals, English words, Han numerals."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from novelist.domain.heading_words import HAN_FIGURES
from novelist.domain.numbering import in_roman, in_words

_HIGHEST: Final = 130  # in words; no heading counts further
_ENDINGS: Final = (
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
    ("y", "ieth"),
    ("", "th"),
)


def _ordinal(words: str) -> str:
    """``twenty-one`` as "twenty-first"."""
    ending, written = next(pair for pair in _ENDINGS if words.endswith(pair[0]))
    return words[: len(words) - len(ending)] + written


def _spellings(number: int) -> list[str]:
    """``21`` as "twenty-one", "twenty one", and the same as ordinals."""
    words = in_words(number)
    spellings = [words, _ordinal(words)]
    return [*spellings, *(spelling.replace("-", " ") for spelling in spellings if "-" in spelling)]


_WORDS: Final = {
    spelling: number for number in range(1, _HIGHEST + 1) for spelling in _spellings(number)
}
_ROMANS: Final = {in_roman(number): number for number in range(1, 400)}
_HAN_DIGITS: Final = dict(zip("零一二三四五六七八九", range(10), strict=True))
_HAN_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_VARIANTS: Final = str.maketrans(
    {"〇": "零", "○": "零", "兩": "二", "两": "二", "廿": "二十", "卅": "三十"}
)
_WORD: Final = "|".join(
    sorted({part for spelling in _WORDS for part in re.split("[ -]", spelling)}, key=len)[::-1]
)

ENGLISH_NUMBER: Final = (
    r"(?:\d{1,4}|[IVXLC]{1,9}|[ivxlc]{1,9}"
    rf"|(?i:(?:the\s+)?(?:last|(?:{_WORD})(?:[\s-]+(?:{_WORD}))*)))"
)
"""A pattern for one number in an English heading."""
HAN_NUMBER: Final = f"[{HAN_FIGURES}]{{1,9}}"
"""A pattern for one number in a Chinese heading."""


def number_of(written: str) -> int | None:
    """The value of a number as written, or None where it is none ("last", "IIX")."""
    text = unicodedata.normalize("NFKC", written).strip()
    if text.isdecimal():
        return int(text)
    upper = text.upper()
    if upper in _ROMANS:
        return _ROMANS[upper]
    words = re.sub(r"\s+", " ", text.lower()).removeprefix("the ")
    return _WORDS.get(words) or _han(text.translate(_HAN_VARIANTS))


def _han(text: str) -> int | None:
    """一百二十 with units, 二零三 by figures alone; None for anything else."""
    if not text or not set(text) <= _HAN_DIGITS.keys() | _HAN_UNITS.keys():
        return None
    if not set(text) & _HAN_UNITS.keys():
        return int("".join(str(_HAN_DIGITS[figure]) for figure in text))
    total, figure = 0, None
    for sign in text:
        if sign in _HAN_UNITS:
            total += _HAN_UNITS[sign] * (1 if figure is None else figure)
            figure = None
        else:
            figure = _HAN_DIGITS[sign] or None
    return total + (figure or 0)
