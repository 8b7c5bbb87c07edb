# SPDX-License-Identifier: MIT
"""Which letters carry marks is known at every moment, also of a paragraph with very many marks."""

from __future__ import annotations

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from novelist.domain.document import (
    COMMENT,
    STRONG,
    Block,
    Document,
    Mark,
    Run,
    document_of,
    paragraph,
)
from novelist.ui.editor.marked_letters import marked_letters
from novelist.ui.editor.properties import MARKS

NUMBERS = itertools.count(1)  # every example begins with a text of its own
MANY = Block(
    "p",
    tuple(
        run
        for number in range(60)
        for run in (Run("𠮷 "), Run(f"n{number}😀", (Mark(COMMENT, f"m{number}"),)))
    ),
)
BEGINNING = Document((paragraph("Before."), MANY, paragraph("After.")))
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "remove", "mark", "undo", "redo", "break", "paste"]),
        st.floats(0, 1),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=12,
)


def asked_of_qt(block):
    """Each marked character and its marks."""
    return {
        piece.start + offset: key
        for piece in block.textFormats()
        if (key := piece.format.property(MARKS))
        for offset in range(piece.length)
    }


def known(block):
    return {
        start + offset: key
        for start, length, key in marked_letters(block)
        for offset in range(length)
    }


def act(page, name, share, length):
    document = page.edit.document()
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(round(share * last))
    if name == "type":
        cursor.insertText("x𠮷y"[: max(length, 1)])
    elif name == "break":
        cursor.insertBlock()
    elif name == "paste":
        cursor.insertText("a longer stretch\nof two lines")
    elif name in ("undo", "redo"):
        getattr(document, name)()
    else:
        cursor.setPosition(min(cursor.position() + length, last), QTextCursor.MoveMode.KeepAnchor)
        page.edit.setTextCursor(cursor)
        page.edit.toggle_mark(STRONG) if name == "mark" else cursor.removeSelectedText()


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_whatever_is_edited_they_are_what_qt_has(page, steps):
    page.show(BEGINNING, next(NUMBERS))
    document = page.edit.document()
    for step in steps:
        known(document.findBlockByNumber(1))
        act(page, *step)
        for number in range(document.blockCount()):
            block = document.findBlockByNumber(number)
            assert known(block) == asked_of_qt(block)


def test_another_text_in_the_place_of_one_has_its_own(page):
    page.show(Document((MANY,)))
    live = page.edit.live
    assert len(marked_letters(live.document.firstBlock())) == 60
    bare = document_of(MANY.plain_text)
    live.replace(bare)
    assert marked_letters(live.document.firstBlock()) == []
    live.replace(Document((MANY,)))
    assert len(marked_letters(live.document.firstBlock())) == 60
