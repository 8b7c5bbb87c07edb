# SPDX-License-Identifier: MIT
"""Footnotes in a text: numbered in order, moved by typing, changed and removed as steps of undo."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from novelist.domain.document import (
    FOOTNOTE,
    Atom,
    Block,
    Document,
    Run,
    document_of,
    marks,
)
from novelist.domain.document_text import block_to_json
from novelist.ui.editor.documents import Documents
from novelist.ui.editor.styles import PageStyle

STYLE = PageStyle.of("en", 1.0)


def note(said, key="n"):
    blocks = [block_to_json(block) for block in document_of(said)]
    return Atom(FOOTNOTE, {"id": key, "blocks": blocks})


def text_with(*notes):
    inlines = []
    for number, each in enumerate(notes):
        inlines += [Run(f"words {number} "), each]
    return Document((Block("p", tuple(inlines)), Block("p", (Run("end"),))))


@pytest.fixture
def documents(theme, qapp):
    return Documents(theme, qapp)


@pytest.fixture
def live(documents):
    return documents.open(1, text_with(note("first", "a"), note("second", "b")), STYLE)


def at(live, position):
    cursor = QTextCursor(live.document)
    cursor.setPosition(position)
    return cursor


def said(live):
    return [(each.number, each.document.plain_text) for each in live.notes.all()]


def test_notes_are_numbered_in_the_order_of_the_text(live):
    assert said(live) == [(1, "first"), (2, "second")]
    assert live.notes.number_at(live.notes.all()[1].position) == 2
    assert live.notes.number_at(0) == 0


def test_what_is_typed_before_them_moves_them_along(live):
    places = [each.position for each in live.notes.all()]
    at(live, 0).insertText("Well, ")
    assert [each.position for each in live.notes.all()] == [place + 6 for place in places]


def test_a_note_between_two_is_the_second(live):
    number = live.notes.insert(at(live, live.notes.all()[0].position + 3))
    assert number == 2
    assert [each for each, _ in said(live)] == [1, 2, 3]
    live.notes.write(2, document_of("between"))
    assert said(live)[1] == (2, "between")


def test_what_a_note_says_is_part_of_the_text_and_its_history(live):
    before = live.snapshot()
    live.notes.write(1, document_of("other", "words"))
    assert live.is_dirty
    atom = live.snapshot().blocks[0].inlines[1]
    assert atom.attrs["id"] == "a"
    assert len(atom.attrs["blocks"]) == 2
    live.undo(live.document.undo)
    assert live.snapshot() == before


def test_a_note_keeps_its_marks_and_emphasis(live):
    emphasised = Document((Block("p", (Run("so ", ()), Run("it is", marks("em")))),))
    live.notes.write(2, emphasised)
    assert live.notes.all()[1].document == emphasised


def test_a_note_that_is_removed_goes_with_its_mark_and_comes_back(live):
    before = live.snapshot()
    live.notes.remove(1)
    assert said(live) == [(1, "second")]
    live.undo(live.document.undo)
    assert live.snapshot() == before


def test_those_who_listen_hear_of_new_numbers_only_when_there_are_some(live, qtbot):
    with qtbot.assertNotEmitted(live.notes.changed):
        at(live, 2).insertText("x")
    with qtbot.waitSignal(live.notes.renumbered):
        live.notes.insert(at(live, 0))


def test_what_a_newer_version_wrote_is_not_taken_for_all(documents):
    odd = Atom(FOOTNOTE, {"id": "x", "blocks": [["p", ["fine"]], {"new": 1}]})
    live = documents.open(2, text_with(odd), STYLE)
    assert said(live) == [(1, "fine")]
    assert not live.notes.all()[0].is_readable
    assert live.snapshot() == text_with(odd)
