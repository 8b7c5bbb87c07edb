# SPDX-License-Identifier: MIT
"""Bookmarks go where their letters go, whatever is typed, formatted, pasted and undone."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from novelist.domain.bookmarks import bookmarks_in
from novelist.domain.document import Block, Document, Run, document_of, marks
from novelist.ui.editor import bookmarks, codec
from tests.ui.editor.test_any_editing import NUMBERS, STEPS, doing, require_exact

__all__ = ["doing"]

HERE = "Ж"
TEXT = Document(
    (
        Block("p", (Run("The tide "), Run("turned", marks("em")), Run(" at six."))),
        Block(
            "p",
            (
                Run("It fell. "),
                Run(HERE, marks(bookmark="one")),
                Run(" marks it. ", marks(bookmark="one+")),
                Run("Yes."),
            ),
        ),
        Block("verse", (Run("𝒜 line 雾港"),)),
    )
)


def carriers(document):
    """The ids that the letter at the bookmark carries, for each time it stands there."""
    return [
        {mark.value for mark in inline.marks if mark.name == "bookmark"}
        for block in document
        for inline in block.inlines
        if isinstance(inline, Run) and HERE in inline.text
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, min_size=1, max_size=25))
def test_as_long_as_its_letter_is_there_a_bookmark_is(page, doing, steps):
    page.show(TEXT, next(NUMBERS))
    for name, value in steps:
        doing[name](value)
        live = page.edit.live
        require_exact(live)
        document = live.snapshot()
        found = bookmarks_in(document)
        positions = [codec.position_of(live.document, each.block, each.offset) for each in found]
        assert list(bookmarks.places(live.document).values()) == positions
        known = carriers(document)
        if len(known) == 1:
            assert known == [{"one"}]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.floats(0, 1), steps=st.lists(STEPS, max_size=8))
def test_setting_and_removing_one_gives_the_text_back(page, doing, place, steps):
    page.show(document_of("The ebb came. The 雾 lay.", "", "“Go!” 𝒜 said."), next(NUMBERS))
    for name, value in steps:
        doing[name](value)
    edit = page.edit
    edit.set_caret_position(round(place * (edit.document().characterCount() - 1)))
    before = edit.live.snapshot()
    if bookmarks.set_bookmark(edit.textCursor()):
        assert edit.live.snapshot() != before
        here = bookmarks.find_here(edit.textCursor())
        bookmarks.remove_bookmark(edit.document(), here)
    assert edit.live.snapshot() == before


def test_a_selection_never_ends_inside_a_character(page, doing):
    page.show(document_of("𝒜𝒜The tide."), next(NUMBERS))
    cursor = QTextCursor(page.edit.document())
    cursor.setPosition(3)
    cursor.setPosition(1, QTextCursor.MoveMode.KeepAnchor)
    page.edit.setTextCursor(cursor)
    assert page.edit.textCursor().selectedText() == "𝒜"
    doing["note"](None)
    assert page.document.plain_text.count("𝒜") == 2
    require_exact(page.edit.live)


def test_typing_behind_a_bookmark_does_not_make_it_longer(page):
    page.show(document_of("The ebb."))
    page.edit.set_caret_position(0)
    bookmarks.set_bookmark(page.edit.textCursor())
    QTest.keyClick(page.edit, Qt.Key.Key_End)
    QTest.keyClicks(page.edit, " Then")
    QTest.keyClick(page.edit, Qt.Key.Key_Return)
    QTest.keyClicks(page.edit, "more")
    carried = [run.text for block in page.document for run in block.inlines if run.marks]
    assert carried == ["The", " ebb."]


def test_one_in_a_paragraph_of_100000_characters_stands_at_its_sentence(page):
    page.show(document_of("The tide went out. " * 5_300))
    page.edit.set_caret_position(50_005)
    bookmarks.set_bookmark(page.edit.textCursor())
    (place,) = bookmarks.places(page.edit.document()).values()
    assert place % 19 == 0
    assert 49_980 < place <= 50_005
