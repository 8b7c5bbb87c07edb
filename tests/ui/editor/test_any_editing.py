# SPDX-License-Identifier: MIT
"""Whatever is typed, formatted, pasted and undone: the text is what the model says, exactly."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Run, marks
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.ui.editor import clipboard, codec
from novelist.ui.editor.styles import PageStyle

STYLE = PageStyle.of("en", 1.0)
NUMBERS = itertools.count(1)  # every example begins with a text of its own
Key = Qt.Key
BEGINNING = Document(
    (
        Block(d.PARAGRAPH, (Run("The tide "), Run("turned", marks(d.EMPHASIS)), Run(" at six."))),
        Block(d.HEADING, (Run("Four"),), {"level": 2}),
        Block(d.SCENE_BREAK),
        Block(d.VERSE, (Run("𝒜 line"), Atom(d.LINE_BREAK), Run("and 雾港的另一行"))),
        Block(d.LIST_ITEM, (Run("one"), Atom(d.FOOTNOTE, {"id": "a", "blocks": [["p", ["n"]]]}))),
    )
)
LETTERS = st.sampled_from(["a", "Z", " ", "雾", "𝒜", "😀", "é", "“", "—", "\u0301", "ש"])
KEYS = st.sampled_from(
    [Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Left, Key.Key_End, Key.Key_Up]
)
MARKS = st.sampled_from([d.STRONG, d.EMPHASIS, d.HIGHLIGHT, d.SUPERSCRIPT, d.SUBSCRIPT])
KINDS = st.sampled_from([d.PARAGRAPH, d.HEADING, d.QUOTATION, d.VERSE, d.LIST_ITEM])
PASTED = st.sampled_from(
    [
        "word",
        "two\nlines",
        "\n\n",
        "* * *",
        "nul\x00 and \ud800 lone",
        "a\u2028b\u2029c",
        "雾\r\n港",
    ]
)
PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))
STEPS = st.one_of(
    st.tuples(st.just("type"), LETTERS),
    st.tuples(st.just("press"), KEYS),
    st.tuples(st.just("select"), PLACES),
    st.tuples(st.just("mark"), MARKS),
    st.tuples(st.just("kind"), KINDS),
    st.tuples(st.just("paste"), PASTED),
    st.tuples(st.just("copy_and_paste"), st.none()),
    st.tuples(st.just("break"), st.none()),
    st.tuples(st.just("note"), st.none()),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
)


@pytest.fixture
def doing(page):
    """What each step does, by name."""
    edit = page.edit

    def select(places):
        length = edit.document().characterCount() - 1
        cursor = QTextCursor(edit.document())
        cursor.setPosition(round(places[0] * length))
        cursor.setPosition(round(places[1] * length), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)

    def paste(text):
        data = QMimeData()
        data.setText(text)
        edit.insertFromMimeData(data)

    def copy_and_paste(_nothing):
        data = QMimeData()
        clipboard.put_into(data, codec.read_selection(edit.textCursor()))
        edit.insertFromMimeData(data)

    return {
        "type": lambda letter: edit.insertPlainText(letter),
        "press": lambda key: QTest.keyClick(edit, key),
        "select": select,
        "mark": edit.toggle_mark,
        "kind": lambda kind: edit.set_kind(kind, 2 if kind == d.HEADING else 0),
        "paste": paste,
        "copy_and_paste": copy_and_paste,
        "break": lambda _nothing: edit.insert_scene_break(),
        "note": lambda _nothing: edit.live.notes.insert(edit.textCursor()),
        "undo": lambda _nothing: edit.undo(),
        "redo": lambda _nothing: edit.redo(),
    }


def require_exact(live):
    """Text, model, stored form and text again are the same."""
    document = live.snapshot()
    stored = to_json_lines(document)
    json.loads(stored.splitlines()[-1])
    assert from_json_lines(stored) == document
    again = QTextDocument()
    codec.fill(again, document, STYLE)
    assert codec.read(again) == document
    assert [note.number for note in live.notes.all()] == list(range(1, len(live.notes) + 1))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, min_size=1, max_size=25))
def test_after_every_step_text_and_model_are_the_same(page, doing, steps):
    page.show(BEGINNING, next(NUMBERS))
    for name, value in steps:
        doing[name](value)
        require_exact(page.edit.live)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, min_size=1, max_size=15))
def test_undoing_everything_gives_the_beginning_back(page, doing, steps):
    page.show(BEGINNING, next(NUMBERS))
    for name, value in steps:
        doing[name](value)
    while page.edit.document().isUndoAvailable():
        page.edit.undo()
    assert page.edit.live.snapshot() == BEGINNING
