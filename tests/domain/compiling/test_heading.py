# SPDX-License-Identifier: MIT
"""Headings from templates: numbers in every style, fields that are empty, titles of their own."""

from __future__ import annotations

import pytest

from novelist.domain.compiling.heading import (
    chapter_template,
    heading_lines,
    number_in,
    part_template,
)
from novelist.domain.compiling.settings import Headings, Numbering


def _lines(
    template: str, number: int | None, title: str, language: str = "en", **given: object
) -> tuple[str, ...]:
    headings = Headings(**given)  # type: ignore[arg-type]
    return heading_lines(template, number, title, headings, language, {"author": "Ann"})


@pytest.mark.parametrize(
    ("numbering", "language", "written"),
    [
        (Numbering.LANGUAGE, "en", "21"),
        (Numbering.LANGUAGE, "zh-CN", "二十一"),
        (Numbering.DIGITS, "zh-CN", "21"),
        (Numbering.WORDS, "en", "Twenty-One"),
        (Numbering.WORDS, "fr", "21"),
        (Numbering.WORDS, "zh-CN", "二十一"),
        (Numbering.ROMAN, "en", "XXI"),
        (Numbering.CHINESE, "en", "二十一"),
    ],
)
def test_numbers_are_written_as_wanted(numbering: Numbering, language: str, written: str) -> None:
    assert number_in(21, numbering, language) == written


def test_and_stays_small_in_words() -> None:
    assert number_in(101, Numbering.WORDS, "en") == "One Hundred and One"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Chapter 3", "High Water")),
        ("fr", ("3", "High Water")),
        ("zh-CN", ("第三章　High Water",)),
    ],
)
def test_each_language_has_a_heading_of_its_own(language: str, expected: tuple[str, ...]) -> None:
    assert _lines(chapter_template(language), 3, "High Water", language) == expected


def test_a_part_is_numbered_too() -> None:
    assert _lines(part_template("en"), 1, "Ebb", numbering=Numbering.WORDS) == ("Part One", "Ebb")
    assert _lines(part_template("zh"), 2, "", "zh") == ("第二部",)


@pytest.mark.parametrize(
    ("template", "number", "title", "expected"),
    [
        ("Chapter {number}: {title}", 3, "", ("Chapter 3",)),
        ("Chapter {number}: {title}", None, "Ebb", ("Ebb",)),
        ("Chapter {number}\n{title}", None, "Ebb", ("Ebb",)),
        ("Chapter {number}", None, "Ebb", ("Ebb",)),
        ("{number}\n{title}", 4, "", ("4",)),
        ("{title}\nby {author}", 4, "Ebb", ("Ebb", "by Ann")),
        ("{title} {nobody}", 4, "Ebb", ("Ebb {nobody}",)),
        ("* * *", 4, "Ebb", ("* * *",)),
        ("", 4, "", ()),
    ],
)
def test_what_is_empty_leaves_nothing_behind(
    template: str, number: int | None, title: str, expected: tuple[str, ...]
) -> None:
    assert _lines(template, number, title) == expected


@pytest.mark.parametrize("title", ["Prologue", "CHAPTER I. Loomings", "第一回　宴桃园", "番外"])
def test_a_title_that_says_it_itself_stays(title: str) -> None:
    assert _lines("Chapter {number}\n{title}", 3, title) == (title,)


def test_none_is_numbered_where_none_is_wanted() -> None:
    assert _lines("Chapter {number}\n{title}", 3, "Ebb", numbering=Numbering.NONE) == ("Ebb",)


def test_capitals() -> None:
    assert _lines("Chapter {number}\n{title}", 3, "Ebb", capitals=True) == ("CHAPTER 3", "EBB")
