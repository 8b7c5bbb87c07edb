# SPDX-License-Identifier: MIT
"""Numbers of chapters in four styles, and how chapters are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.numbering import (
    NumberStyle,
    carries_number,
    chapter_label,
    in_chinese,
    in_roman,
    in_words,
    stands_apart,
    written_number,
)

_HAN = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"十": 10, "百": 100, "千": 1000}


def _read_chinese(text):
    total = group = figure = 0
    for character in text:
        if character in "万亿":
            total += (group + figure) * (10**4 if character == "万" else 10**8)
            group = figure = 0
        elif (value := _HAN[character]) >= 10:
            group += (figure or 1) * value
            figure = 0
        else:
            figure = value
    return total + group + figure


def _read_roman(text):
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"),
        (100, "一百"), (103, "一百零三"), (110, "一百一十"), (120, "一百二十"), (1000, "一千"),
        (1010, "一千零一十"), (2024, "二千零二十四"), (10_000, "一万"), (10_300, "一万零三百"),
        (100_001, "十万零一"), (10**8 + 1, "一亿零一"), (-1, "-1"), (10**12, "1000000000000"),
    ],
)  # fmt: skip
def test_chinese_numerals(number, written):
    assert in_chinese(number) == written


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_read_back(number):
    assert _read_chinese(in_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "zero"), (13, "thirteen"), (20, "twenty"), (42, "forty-two"), (100, "one hundred"),
        (103, "one hundred and three"), (1_001, "one thousand and one"),
        (1_250, "one thousand two hundred and fifty"), (2_000_000, "two million"), (-3, "-3"),
    ],
)  # fmt: skip
def test_numbers_in_words(number, written):
    assert in_words(number) == written


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number):
    assert _read_roman(in_roman(number)) == number


def test_roman_numerals_end_at_3999():
    assert [in_roman(n) for n in (0, 4, 14, 1994, 4000)] == ["0", "IV", "XIV", "MCMXCIV", "4000"]


def test_every_style_writes():
    assert [written_number(12, style) for style in NumberStyle] == ["12", "twelve", "XII", "十二"]


@pytest.mark.parametrize(
    "title",
    [
        "CHAPTER I. Loomings", "Chapter 12", "chapter twenty-one: The End", "Book the First",
        "Part Three", "Letter 4", "XIV.", "IV", "12. The Whale", "7", "第一回　宴桃园豪杰三结义",
        "第103章", "第 十二 章 夜雨", "正文 第一章", "卷三", "三、渡口", "（七）", "第１２章　归来",
    ],
)  # fmt: skip
def test_titles_with_their_own_number(title):
    assert carries_number(title)


@pytest.mark.parametrize(
    "title",
    [
        "Loomings", "", "I Am Born", "12 Angry Men", "1984", "Chapter and Verse", "Part of It",
        "Book of Days", "Mix Well", "一个人的村庄", "三国", "第二天早上", "Civil War",
    ],
)  # fmt: skip
def test_titles_without_a_number(title):
    assert not carries_number(title)


@pytest.mark.parametrize(
    "title", ["Prologue", "EPILOGUE: Home", "楔子", "序章 雨", "番外一", "尾声"]
)
def test_what_stands_apart_has_no_number(title):
    assert stands_apart(title)
    assert chapter_label(3, "en", title) == title


@pytest.mark.parametrize("title", ["Prologues We Wrote", "序列", "Introduction to Murder", "跋涉"])
def test_titles_that_only_begin_alike_are_numbered(title):
    assert not stands_apart(title)


@pytest.mark.parametrize(
    ("number", "language", "title", "label"),
    [
        (3, "en", "Loomings", "3  Loomings"),
        (3, "en-GB", "", "Chapter 3"),
        (3, "fr", "", "3"),
        (3, "zh-Hans", "渡口", "第三章　渡口"),
        (103, "zh_CN", "", "第一百零三章"),
        (None, "en", "Loomings", "Loomings"),
        (1, "en", "CHAPTER I. Loomings", "CHAPTER I. Loomings"),
        (1, "zh", "第一回 宴桃园", "第一回 宴桃园"),
    ],
)
def test_chapters_are_named_in_the_language_of_the_book(number, language, title, label):
    assert chapter_label(number, language, title) == label
