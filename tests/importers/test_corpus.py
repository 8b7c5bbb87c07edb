# SPDX-License-Identifier: MIT
"""Whole novels as they are found: every chapter once, every word kept, by one call."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from novelist.domain.document import VERSE
from novelist.domain.enums import ItemKind
from novelist.importers.base import read_source
from tests.corpora import corpus
from tests.importers.reading import everything, words

pytestmark = pytest.mark.corpus


@dataclass(frozen=True)
class Expected:
    name: str
    title: str
    author: str
    parts: int
    numbered: int
    others: tuple[str, ...] = ()
    encoding: str = "utf-8"
    language: str = "en"


BOOKS = (
    Expected("novels-en/alice.txt", "Alice’s Adventures in Wonderland", "Lewis Carroll", 0, 12),
    Expected("novels-en/pride-and-prejudice.txt", "Pride and Prejudice", "Jane Austen", 0, 61),
    Expected(
        "novels-en/moby-dick.txt",
        "Moby-Dick; or, the Whale",
        "Herman Melville",
        0,
        135,
        ("ETYMOLOGY.", "EXTRACTS. (Supplied by a Sub-Sub-Librarian).", "Epilogue"),
    ),
    Expected("novels-en/dracula.latin1.txt", "Dracula", "Bram Stoker", 0, 27, encoding="iso8859-1"),
    Expected("novels-en/war-and-peace.txt", "War and Peace", "Leo Tolstoy/Tolstoi", 17, 365),
    Expected("novels-zh/三国演义.txt", "三国演义", "罗贯中", 0, 120, language="zh"),
    Expected(
        "novels-zh/西游记.txt",
        "西游记",
        "吴承恩",
        0,
        100,
        ("附录 陈光蕊赴任逢灾 江流僧复仇报本",),
        language="zh",
    ),
)
NUMBERED = re.compile(r"chapter [\divxlc]+\b|第.+?回", re.I)


def signs(text: str) -> Counter[str]:
    return Counter(char for char in text.replace("_", "") if not char.isspace())


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.title)
def test_every_chapter_is_found_once_and_every_word_is_kept_in_order(book: Expected) -> None:
    path = corpus(book.name)
    novel = read_source(path)
    chapters = [item.title for item in novel.of_kind(ItemKind.CHAPTER)]
    assert (novel.title, novel.author) == (book.title, book.author)
    assert (novel.encoding, novel.language) == (book.encoding, book.language)
    assert len(novel.of_kind(ItemKind.PART)) == book.parts
    assert tuple(title for title in chapters if not NUMBERED.match(title)) == book.others
    assert len(chapters) == book.numbered + len(book.others)
    assert all(item.children for item in novel.of_kind(ItemKind.CHAPTER))
    assert all(item.document.blocks for item in novel.of_kind(ItemKind.SCENE))
    before, after = path.read_text(encoding=book.encoding), everything(novel)
    assert words(before) == words(after)
    # The stars between scenes are gone; a full stop joins some titles to their numbers.
    assert set(signs(before) - signs(after)) <= {"*"}
    assert set(signs(after) - signs(before)) <= {"."}


def test_the_printed_contents_stand_outside_the_manuscript() -> None:
    for name in ("moby-dick.txt", "dracula.latin1.txt", "war-and-peace.txt"):
        novel = read_source(corpus(f"novels-en/{name}"))
        (contents,) = (item for item in novel.items if item.title == "CONTENTS")
        assert not contents.in_manuscript
        assert contents.document.plain_text.count("CHAPTER") >= 27


def test_titles_printed_below_the_number_belong_to_the_chapter() -> None:
    novel = read_source(corpus("novels-en/dracula.latin1.txt"))
    titles = [item.title for item in novel.of_kind(ItemKind.CHAPTER)]
    assert titles[0] == "CHAPTER I. JONATHAN HARKER'S JOURNAL"
    assert titles[1] == "CHAPTER II. JONATHAN HARKER'S JOURNAL--continued"
    assert [item.title for item in novel.of_kind(ItemKind.BACK) if item.in_manuscript] == ["NOTE"]


def test_verse_stays_verse_and_letters_letters() -> None:
    alice = read_source(corpus("novels-en/alice.txt"))
    stanzas = [block for item in alice.walk() for block in item.document if block.kind == VERSE]
    father = next(block for block in stanzas if "Father William" in block.plain_text)
    assert father.plain_text.split("\n")[:2] == [
        "‘You are old, Father William,’ the young man said,",
        " ‘And your hair has become very white;",
    ]
    tail = next(block for block in stanzas if "Fury said to a" in block.plain_text)
    assert tail.plain_text.startswith("     ‘Fury said to a\n     mouse, That he\n    met in the")
    dracula = read_source(corpus("novels-en/dracula.latin1.txt"))
    letters = [b for item in dracula.walk() for b in item.document if b.kind == "letter"]
    assert letters[0].plain_text.startswith('"My Friend.--Welcome to the Carpathians.')


def test_the_parts_of_war_and_peace_hold_its_chapters() -> None:
    novel = read_source(corpus("novels-en/war-and-peace.txt"))
    parts = novel.of_kind(ItemKind.PART)
    assert [part.title for part in parts[-2:]] == ["FIRST EPILOGUE: 1813 - 20", "SECOND EPILOGUE"]
    assert len(parts[0].children) == 28
    assert sum(len(part.children) for part in parts) == 365


def test_paragraphs_are_joined_and_no_emphasis_is_lost() -> None:
    novel = read_source(corpus("novels-en/moby-dick.txt"))
    text = everything(novel)
    assert "never mind how long precisely—having little or no money in my purse" in text
    assert "_" not in text
