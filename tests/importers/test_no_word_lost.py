# SPDX-License-Identifier: MIT
"""Whatever the text, no importer fails on it, and no word is lost without a warning."""

from __future__ import annotations

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
LINES = st.sampled_from(["", "", "", "* * *", "#", "---", *HEADINGS, *TEXTS])


def all_words(novel: ImportedNovel) -> list[str]:
    return words(everything(novel))


@given(st.lists(LINES, max_size=40))
def test_every_word_of_a_text_is_kept(lines: list[str]) -> None:
    text = "\n".join(lines)
    novel = from_text(text)
    parts = [item for item in novel.of_kind(ItemKind.PART) if item.title == "第一卷 少年"]
    if WarningKind.REPEATED in {warning.kind for warning in novel.warnings} or parts:
        assert set(all_words(novel)) == set(words(text))
    else:
        assert sorted(all_words(novel)) == sorted(words(text))


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_text_and_as_markdown(text: str) -> None:
    from_text(text)
    from_markdown(text)


@given(st.lists(LINES, max_size=20))
def test_every_word_of_a_markdown_text_is_kept(lines: list[str]) -> None:
    text = "\n\n".join(line.replace("1. ", "") for line in lines)
    assert sorted(all_words(from_markdown(text))) == sorted(words(text))
