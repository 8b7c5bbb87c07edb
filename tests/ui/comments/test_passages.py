# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.comments.passages`` and ``marking``: always as the text is."""

from __future__ import annotations

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from novelist.domain.comments import commented_document
from novelist.domain.document import document_of
from novelist.ui.comments.marking import mark_passage, passage_at, unmark, words_of
from novelist.ui.comments.passages import Passages
from novelist.ui.editor import codec

NUMBERS = itertools.count(100)  # every example begins with a text of its own
BEGINNING = document_of("The 𠮷野 tide 😀 turned.", "雾港的灯 e\u0301.", "", "Last of all.")
PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), PLACES, st.sampled_from("abc")),
        st.tuples(st.just("type"), PLACES, st.sampled_from(["x", "𠮷", "😀", "two\nlines", ""])),
        st.tuples(st.just("unmark"), PLACES, st.sampled_from("abc")),
        st.tuples(st.just("undo"), PLACES, st.none()),
        st.tuples(st.just("look"), PLACES, st.none()),
    ),
    max_size=12,
)


def between(document, place):
    """What is selected from one share of the text to another; characters stay whole."""
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    start, end = (codec.whole_position(document, round(share * last)) for share in place)
    cursor.setPosition(min(start, end))
    cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def act(document, passages, step):
    name, place, what = step
    cursor = between(document, place)
    if name == "mark":
        mark_passage(cursor, what)
    elif name == "type":
        cursor.insertText(what)
    elif name == "unmark":
        unmark(document, what)
    elif name == "undo":
        document.undo()
    else:
        passages.all()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(STEPS)
def test_whatever_is_done_to_the_text_they_are_what_it_says(page, steps):
    page.show(BEGINNING, next(NUMBERS))
    live = page.edit.live
    passages = Passages(live)
    for step in steps:
        act(live.document, passages, step)
        found = {each.mark: each.text for each in passages.all()}
        fresh = {each.mark: each.text for each in commented_document(live.snapshot())}
        assert found == fresh
    document = live.document
    for each in passages.all():
        cursor = QTextCursor(document)
        cursor.setPosition(each.position)
        cursor.setPosition(each.position + 1, QTextCursor.MoveMode.KeepAnchor)
        assert each.text.startswith(cursor.selectedText()[:1])


def test_what_is_commented_is_the_selection_the_word_or_the_paragraph(page):
    page.show(BEGINNING)
    for place, expected in (
        ((1, 0), "雾"),
        ((3, 1), "Last"),
        ((3, 12), "Last of all."),
    ):
        page.put_caret(*place)
        found = words_of(passage_at(page.edit.textCursor()))
        assert found.startswith(expected)
    page.put_caret(2, 0)
    assert passage_at(page.edit.textCursor()) is None
    page.select((0, 4), (0, 6))
    assert words_of(passage_at(page.edit.textCursor())) == "𠮷野"


def test_taking_a_mark_off_leaves_the_others(page):
    page.show(document_of("one two three"))
    document = page.edit.document()
    mark_passage(between(document, (0, 0.6)), "a")
    mark_passage(between(document, (0.3, 1)), "b")
    unmark(document, "a")
    assert [(each.mark, each.text) for each in Passages(page.edit.live).all()] == [
        ("b", "two three")
    ]
    document.undo()
    assert [each.mark for each in Passages(page.edit.live).all()] == ["a", "b"]
