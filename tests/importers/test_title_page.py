# SPDX-License-Identifier: MIT
"""Title and author from the words before the first chapter."""

from __future__ import annotations

import pytest

from novelist.importers.plain.title_page import title_from_name
from tests.importers.reading import PROSE, book, from_text


@pytest.mark.parametrize(
    ("pieces", "title", "author"),
    [
        (("WAR AND PEACE", "By Leo Tolstoy"), "War and Peace", "Leo Tolstoy"),
        (
            ("MOBY-DICK;", "or, THE WHALE.", "By Herman Melville"),
            "Moby-Dick; or, the Whale",
            "Herman Melville",
        ),
        (("DRACULA", "_by_", "Bram Stoker", "NEW YORK"), "Dracula", "Bram Stoker"),
        (("The Machine", "An Invention", "by H. G. Wells"), "The Machine", "H. G. Wells"),
        (("Produced by Some One", "The Book", "by Ann"), "The Book", "Ann"),
        (("Emma", "Jane Austen", "Second edition"), "Emma", "Jane Austen"),
        (("Emma", "PRINTED IN LONDON"), "Emma", ""),
        (("Title: The Road Home", "Author: A. N. Other"), "The Road Home", "A. N. Other"),
        (("《三国演义》罗贯中",), "三国演义", "罗贯中"),
        (("《西游记》吴承恩（明）",), "西游记", "吴承恩"),
        (("书名：春天", "作者：某某"), "春天", "某某"),
        ((), "", ""),
        (("x" * 130,), "", ""),
    ],
)
def test_title_and_author(pieces: tuple[str, ...], title: str, author: str) -> None:
    novel = from_text(book(*pieces, "Chapter 1", PROSE))
    assert (novel.title, novel.author) == (title, author)


@pytest.mark.parametrize(
    ("pieces", "title"),
    [
        (("A Short Title\n\n", PROSE, PROSE), "A Short Title"),
        (("A Short Title", "Ann Other", PROSE), "A Short Title"),
        (("He slept.", PROSE), ""),
        ((PROSE, PROSE), ""),
    ],
)
def test_the_first_line_of_a_text_without_chapters(pieces: tuple[str, ...], title: str) -> None:
    assert from_text(book(*pieces)).title == title


@pytest.mark.parametrize(
    ("name", "title"), [("my_first  novel", "my first novel"), ("《红楼梦》", "红楼梦")]
)
def test_the_name_of_a_file_as_a_title(name: str, title: str) -> None:
    assert title_from_name(name) == title
