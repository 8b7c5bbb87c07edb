# SPDX-License-Identifier: MIT
"""Bookmarks in a text: where they stand, and texts without them."""

from __future__ import annotations

from novelist.domain.bookmarks import bookmarks_in, without_bookmarks, without_carried
from novelist.domain.comparing.diff import compare
from novelist.domain.document import (
    BOOKMARK,
    Atom,
    Block,
    Document,
    Run,
    document_of,
    marks,
)
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.outline import split_document

KEPT = marks("em", bookmark="one")
TEXT = Document(
    (
        Block("p", (Run("The ebb. "), Atom("br"), Run("The flood 𠀀 came.", KEPT))),
        Block("p", (Run("Slack.", marks(bookmark="one")), Run(" Again.", marks(bookmark="two")))),
    )
)


def test_a_bookmark_stands_where_its_first_letter_does():
    one, two = bookmarks_in(TEXT)
    assert (one.id, one.block, one.offset) == ("one", 0, 10)
    assert (two.id, two.block, two.offset) == ("two", 1, 6)
    assert (one.before, one.after) == ("The ebb.  ", "The flood 𠀀 came.")


def test_a_text_without_its_bookmarks_is_as_it_was_before():
    plain = without_bookmarks(TEXT)
    assert plain.plain_text == TEXT.plain_text
    assert BOOKMARK not in to_json_lines(plain)
    assert plain.blocks[1] == Block("p", (Run("Slack. Again."),))
    assert without_bookmarks(plain) is plain


def test_bookmarks_are_kept_in_the_file():
    assert from_json_lines(to_json_lines(TEXT)) == TEXT


def test_what_is_split_off_behind_a_bookmark_has_it_no_more():
    first, second = split_document(TEXT, 1, 3)
    found = bookmarks_in(without_carried(first, second))
    assert [bookmark.id for bookmark in found] == ["two"]


def test_a_bookmark_is_no_change_for_who_compares_versions():
    assert compare(without_bookmarks(TEXT), TEXT).passages == 0


def test_texts_without_any_stay_what_they_are():
    text = document_of("The ebb.")
    assert bookmarks_in(text) == []
    assert without_bookmarks(text) is text


def test_the_first_word_says_where_and_else_what_is_left_of_the_sentence():
    rest = Run(" flood came.", marks(bookmark="one+"))
    word = Run("The", marks(bookmark="one"))
    moved = Document((Block("p", (rest,)), Block("p", (word,))))
    assert [(each.id, each.block) for each in bookmarks_in(moved)] == [("one", 1)]
    assert [(each.id, each.block) for each in bookmarks_in(Document(moved.blocks[:1]))] == [
        ("one", 0)
    ]
