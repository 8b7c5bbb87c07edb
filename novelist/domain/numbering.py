# SPDX-License-Identifier: MIT
"""Numbers of chapters: in digits, words, roman and Chinese numerals, and how a chapter is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from novelist.domain.heading_words import (
    BACK_NAMES,
    CHAPTER_NAMES,
    CHAPTER_WORDS,
    FRONT_NAMES,
    HAN_BACK_NAMES,
    HAN_CHAPTER_NAMES,
    HAN_CHAPTER_WORDS,
    HAN_FIGURES,
    HAN_FRONT_NAMES,
    HAN_PART_WORDS,
    HAN_SECTION_WORDS,
    PART_WORDS,
    SECTION_WORDS,
)
from novelist.domain.languages import is_han

_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SCALES: Final = ((1_000_000, "million"), (1_000, "thousand"))
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HAN_DIGITS: Final = "零一二三四五六七八九"
_HAN_UNITS: Final = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_HAN_GROUPS: Final = ((10**8, "亿"), (10**4, "万"), (1, ""))


class NumberStyle(StrEnum):
    """How the number of a chapter is written."""

    DIGITS = "digits"
    WORDS = "words"
    ROMAN = "roman"
    CHINESE = "chinese"


def in_words(number: int) -> str:
    """``103`` as "one hundred and three"; below zero and from a thousand million on, digits."""
    if not 0 <= number < 1_000_000_000:
        return str(number)
    for size, name in _SCALES:
        if number >= size:
            head, rest = divmod(number, size)
            join = " and " if 0 < rest < 100 else " "
            return f"{in_words(head)} {name}" + (join + in_words(rest) if rest else "")
    return _hundreds_in_words(number)


def _hundreds_in_words(number: int) -> str:
    """A number below a thousand in words."""
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{_ONES[head]} hundred" + (f" and {_hundreds_in_words(rest)}" if rest else "")
    if number >= 20:
        ten, one = divmod(number, 10)
        return _TENS[ten] + (f"-{_ONES[one]}" if one else "")
    return _ONES[number]


def in_roman(number: int) -> str:
    """``14`` as "XIV"; outside 1 to 3999, where roman numerals end, digits."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def in_chinese(number: int) -> str:
    """``103`` as 一百零三, ``12`` as 十二; below zero and from 10¹² on, digits."""
    if not 0 <= number < 10**12:
        return str(number)
    if number == 0:
        return "零"
    written, pending_zero = "", False
    for size, name in _HAN_GROUPS:
        group, number = divmod(number, size)
        if group:
            # A group below a thousand stands after 零: 一万零三百.
            written += "零" if written and (pending_zero or group < 1000) else ""
            written += _group_in_chinese(group) + name
        pending_zero = bool(written) and not group
    return written[1:] if written.startswith("一十") else written


def _group_in_chinese(group: int) -> str:
    """One to 9999 with units; a gap between two figures is one 零."""
    written, gap = "", False
    for value, unit in _HAN_UNITS:
        figure, group = divmod(group, value)
        if figure:
            written += ("零" if gap and written else "") + _HAN_DIGITS[figure] + unit
        gap = not figure
    return written


_WRITERS: Final[Mapping[NumberStyle, Callable[[int], str]]] = {
    NumberStyle.DIGITS: str,
    NumberStyle.WORDS: in_words,
    NumberStyle.ROMAN: in_roman,
    NumberStyle.CHINESE: in_chinese,
}


def written_number(number: int, style: NumberStyle) -> str:
    """``number`` in one of the four styles."""
    return _WRITERS[style](number)


_ROMAN_PATTERN: Final = r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_WORD_PATTERN: Final = "|".join(
    sorted([*_ONES[1:], *_TENS[2:], "first", "second", "third", "last"], key=len, reverse=True)
)
_HAN_NUMBER: Final = f"[{HAN_FIGURES}]+"
_KEYWORD_PATTERN: Final = "|".join(
    re.escape(word) for word in (*PART_WORDS, *CHAPTER_WORDS, *SECTION_WORDS)
)
_HAN_KEYWORDS: Final = HAN_PART_WORDS + HAN_CHAPTER_WORDS + HAN_SECTION_WORDS
_OWN_NUMBER: Final = re.compile(
    "|".join(
        (
            # CHAPTER I. Loomings; Book Two; Part 3; Chapter the First
            rf"(?i:{_KEYWORD_PATTERN})\s*"
            rf"(?:\d+|{_ROMAN_PATTERN}|(?i:(?:the\s+)?(?:{_WORD_PATTERN})))(?!\w)",
            rf"{_ROMAN_PATTERN}\s*(?:[.:)–—]|$)",  # I. Loomings
            r"[0-9０-９]+\s*[.:：、．)）–—]",  # 12. Loomings
            r"[0-9０-９]{1,3}\s*$",
            rf"(?:正文\s*)?第\s*{_HAN_NUMBER}\s*[{_HAN_KEYWORDS}]",  # 第一回　宴桃园豪杰三结义
            rf"卷\s*{_HAN_NUMBER}",
            r"[(（]?[〇零一二三四五六七八九十百千]+\s*(?:[、．.)）：:]|$)",  # 一、标题
        )
    )
)
_NAMES: Final = "|".join(
    re.escape(name).replace("'", "[’']") for name in (*CHAPTER_NAMES, *FRONT_NAMES, *BACK_NAMES)
)
_HAN_NAMES: Final = "|".join(
    sorted({*HAN_CHAPTER_NAMES, *HAN_FRONT_NAMES, *HAN_BACK_NAMES}, key=len, reverse=True)
)
_STANDS_APART: Final = re.compile(
    rf"(?i:(?:the\s+)?(?:{_NAMES}))\s*(?:[.:,–—-]|$)|(?:{_HAN_NAMES})\s*(?:[：:·—　\s]|$)|番外"
)


def carries_number(title: str) -> bool:
    """Whether a title already says which chapter it is: "CHAPTER I. …", "第一回 …", "12."."""
    return bool(_OWN_NUMBER.match(title.strip()))


def stands_apart(title: str) -> bool:
    """Whether a chapter of that title is outside the count: a prologue, 楔子, 番外 …"""
    return bool(_STANDS_APART.match(title.strip()))


def chapter_label(number: int | None, language: str, title: str) -> str:
    """How a chapter is named in the book: "3  Loomings", 第三章　宴桃园.

    A title that carries its own number, or stands apart, is left as it is. The words belong to
    the book, so they follow the language of the novel and not that of the program.
    """
    if number is None or carries_number(title) or stands_apart(title):
        return title
    if is_han(language):
        name = f"第{in_chinese(number)}章"
        return f"{name}　{title}" if title.strip() else name
    if title.strip():
        return f"{number}  {title}"
    return f"Chapter {number}" if language.lower().startswith("en") else str(number)
