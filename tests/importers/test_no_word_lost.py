# SPDX-License-Identifier: MIT
"""Whatever the text, no importer fails on it, and no word is lost without a warning."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from novelist.domain.enums import ItemKind
from novelist.importers.base import ImportedNovel, WarningKind
from tests.importers.reading import (
    HAN_PROSE,
    LONG,
    PROSE,
    everything,
    from_markdown,
    from_text,
    words,
    wrapped,
)

HEADINGS = (
    "CONTENTS", "目录", "CHAPTER I", "CHAPTER I", "CHAPTER II. Home", "Chapter 3 .... 9",
    "PART ONE", "BOOK I, CHAPTER I", "I", "II", "III.", "1. Bread", "Prologue", "Epilogue",
    "THE ROAD", "A Title", "By Some One", "by", "THE END", "第一章 春", "第二章", "云涌",
    "第一卷 少年 第一章 春", "楔子", "《书》某",
)  # fmt: skip
TEXTS = (
    PROSE, HAN_PROSE, f"　　{HAN_PROSE}", wrapped(LONG), wrapped(LONG, indent="     "),
    "    Twinkle, twinkle,\n      little bat", "My _dear_ Sir,", "_Not closed", "closed_",
    "Yours,\nJohn", "“Yes.”\n“No.”", " " * 40 + "London", "self-", "assertion", "x  y   z", "\t\t",
)  # fmt: skip
# What may be a heading, or its second line: only these may be left out where they are repeated.
SHORT = (*HEADINGS, "第一章 春", *(text.strip() for text in TEXTS if len(text.strip()) < 20))
LINES = st.sampled_from(["", "", "", "* * *", "#", "---", *HEADINGS, *TEXTS])


def all_words(novel: ImportedNovel) -> list[str]:
    return words(everything(novel))


@given(st.lists(LINES, max_size=40))
def test_every_word_of_a_text_is_kept(lines: list[str]) -> None:
    text = "\n".join(lines)
    novel = from_text(text)
    kept, wanted = Counter(all_words(novel)), Counter(words(text))
    assert kept <= wanted
    assert wanted - kept <= _told_repeats(novel, lines) + _parts_named_again(novel, lines)


def _told_repeats(novel: ImportedNovel, lines: list[str]) -> Counter[str]:
    """What a warning tells of: headings that stand there twice, the title as a running head."""
    told = sum(each.count for each in novel.warnings if each.kind is WarningKind.REPEATED)
    again = (line for line in SHORT for _ in range(_times(line, lines) - 1))
    headings = Counter(word for line in again for word in words(line) if told)
    return headings + Counter(words(novel.title) * told)


def _times(heading: str, lines: list[str]) -> int:
    """How many lines are this one, or end with it after the name of a part."""
    return sum(f" {line.strip()}".endswith(f" {heading}") for line in lines)


def _parts_named_again(novel: ImportedNovel, lines: list[str]) -> Counter[str]:
    """The words of a part that every chapter in it names before its own title."""
    part = "第一卷 少年"
    is_part = any(item.title == part for item in novel.of_kind(ItemKind.PART))
    again = sum(line.startswith(part) for line in lines) - 1 if is_part else 0
    return Counter(words(part) * max(0, again))


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_text_and_as_markdown(text: str) -> None:
    from_text(text)
    from_markdown(text)


@given(st.lists(LINES, max_size=20))
def test_every_word_of_a_markdown_text_is_kept(lines: list[str]) -> None:
    text = "\n\n".join(line.replace("1. ", "") for line in lines)
    assert sorted(all_words(from_markdown(text))) == sorted(words(text))
