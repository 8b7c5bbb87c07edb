# SPDX-License-Identifier: MIT
"""What is a heading by its words alone, and what is not."""

from __future__ import annotations

import pytest

from novelist.domain.enums import ItemKind
from novelist.importers.plain.headings import Rank, heading_of
from novelist.importers.plain.layout import Group
from novelist.importers.plain.numerals import number_of


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("XIV", 14),
        ("xl", 40),
        ("Twenty-First", 21),
        ("twenty one", 21),
        ("the First", 1),
        ("十", 10),
        ("廿三", 23),
        ("一百零三", 103),
        ("一百二十", 120),
        ("两百", 200),
        ("二零三", 203),
        ("一千零一", 1001),
        ("last", None),
        ("IIX", None),
        ("", None),
    ],
)
def test_numbers(written: str, number: int | None) -> None:
    assert number_of(written) == number


@pytest.mark.parametrize(
    ("line", "rank", "number", "bare"),
    [
        ("CHAPTER I", Rank.CHAPTER, 1, True),
        ("Chapter 12.", Rank.CHAPTER, 12, True),
        ("chapter 3", Rank.CHAPTER, 3, True),
        ("CHAPTER XII—The Road", Rank.CHAPTER, 12, False),
        ("  _Chapter the Second_  ", Rank.CHAPTER, 2, True),
        ("CHAPTER FORTY-TWO: Home", Rank.CHAPTER, 42, False),
        ("CANTO IV", Rank.CHAPTER, 4, True),
        ("Letter 4", Rank.CHAPTER, 4, True),
        ("Part Three", Rank.PART, 3, True),
        ("THE SECOND BOOK", Rank.PART, 2, True),
        ("BOOK FIVE: 1806 - 07", Rank.PART, 5, False),
        ("Volume II. The Return", Rank.PART, 2, False),
        ("FIRST EPILOGUE: 1813 - 20", Rank.CHAPTER, 1, False),
        ("Epilogue", Rank.CHAPTER, None, True),
        ("PROLOGUE: Dawn", Rank.CHAPTER, None, False),
        ("IV.", Rank.SECTION, 4, True),
        ("第一回 宴桃园豪杰三结义", Rank.CHAPTER, 1, False),
        ("第一章陨落的天才", Rank.CHAPTER, 1, False),
        ("正文 第十二章　风起", Rank.CHAPTER, 12, False),
        ("【第３章】", Rank.CHAPTER, 3, True),
        ("第二部 归来", Rank.PART, 2, False),
        ("卷一　少年", Rank.PART, 1, False),
        ("第三节", Rank.SECTION, 3, True),
        ("楔子", Rank.CHAPTER, None, True),
        ("番外一 春", Rank.CHAPTER, None, False),
        ("三、", Rank.SECTION, 3, True),
    ],
)
def test_headings(line: str, rank: Rank, number: int | None, bare: bool) -> None:
    heading = heading_of(Group((line,), 1, 1))
    assert heading is not None
    assert (heading.rank, heading.number, heading.bare) == (rank, number, bare)
    assert heading.text == line.strip(" _　【】")


@pytest.mark.parametrize(
    "line",
    [
        "Chapter 5 was a disaster.",
        "Part I of the plan was simple,",
        "Chapter 5 and Chapter 6,",
        "Book of Job",
        "Introduction of the hero",
        "Chapterhouse",
        "Letter, Mina Harker to Lucy Westenra.",
        "* * *",
        "x" * 300,
        "第一回合，他输了。",
        "第三部分内容如下",
        "第一章他想，这样不行",
        "序列号已经用完",
        "他读到第三章就睡着了",
        "她" * 70,
    ],
)
def test_sentences_are_no_headings(line: str) -> None:
    assert heading_of(Group((line,), 1, 1)) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Preface", ItemKind.FRONT),
        ("序言", ItemKind.FRONT),
        ("Acknowledgements", ItemKind.BACK),
        ("后记", ItemKind.BACK),
        ("尾声", ItemKind.CHAPTER),
        ("Interlude", ItemKind.CHAPTER),
        ("Book Two", ItemKind.PART),
    ],
)
def test_names_say_what_an_item_is(line: str, kind: ItemKind) -> None:
    heading = heading_of(Group((line,), 1, 1))
    assert heading is not None
    assert heading.kind is kind


def test_a_long_title_runs_on_below() -> None:
    lines = ("CHAPTER 57. Of Whales in Paint; in Teeth; in Wood; in Sheet-Iron; in", "Stone.")
    heading = heading_of(Group(lines, 1, 1))
    assert heading is not None
    assert heading.text.endswith("in Sheet-Iron; in Stone.")
    assert heading.lines == 2


def test_a_short_title_leaves_the_lines_below_to_the_text() -> None:
    heading = heading_of(Group(("Chapter 3. Home", "He slept."), 1, 1))
    assert heading is not None
    assert (heading.text, heading.lines) == ("Chapter 3. Home", 1)


def test_a_paragraph_that_begins_like_a_heading_is_none() -> None:
    line = "Chapter 9. That was where he had stopped reading, and where he had gone"
    assert heading_of(Group((line, *["on and on and on until the end of it"] * 4), 1, 1)) is None


def test_a_title_joins_its_number_with_its_words_kept() -> None:
    english, chinese = heading_of(Group(("CHAPTER I",), 1, 1)), heading_of(Group(("第一章",), 1, 1))
    assert english is not None
    assert chinese is not None
    assert english.with_title("The Road").text == "CHAPTER I. The Road"
    assert chinese.with_title("风起").text == "第一章　风起"
