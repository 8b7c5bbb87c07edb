# SPDX-License-Identifier: MIT
"""What keys do to blocks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.domain.document import Block, Document, Run

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def block(kind, text="", **attrs):
    return Block(kind, (Run(text),) if text else (), attrs)


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.edit, key)


def test_typing_fills_an_empty_scene(page):
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "Hello")
    press(page, Key.Key_Return)
    QTest.keyClicks(page.edit, "world")
    assert page.document == d.document_of("Hello", "world")


def test_enter_after_a_heading_begins_a_paragraph(page):
    page.show(Document((block("h", "One", level=2),)))
    page.put_caret(0, 3)
    press(page, Key.Key_Return)
    QTest.keyClicks(page.edit, "x")
    assert page.document == Document((block("h", "One", level=2), d.paragraph("x")))


def test_enter_before_a_heading_puts_a_paragraph_above(page):
    page.show(Document((block("h", "One", level=2),)))
    page.put_caret(0, 0)
    press(page, Key.Key_Return)
    assert page.document == Document((Block(), block("h", "One", level=2)))


def test_enter_in_the_middle_splits_a_paragraph_without_copying_foreign_attributes(page):
    page.show(Document((block("p", "abcd", align="center", id="7"),)))
    page.put_caret(0, 2)
    press(page, Key.Key_Return)
    assert page.document.blocks == (
        block("p", "ab", align="center", id="7"),
        block("p", "cd", align="center"),
    )


@pytest.mark.parametrize("kind", [d.QUOTATION, d.LETTER, d.LIST_ITEM])
def test_enter_on_an_empty_block_of_that_kind_ends_it(page, kind):
    page.show(Document((block(kind, "a"),)))
    page.put_caret(0, 1)
    press(page, Key.Key_Return)
    assert page.kinds == [kind, kind]
    press(page, Key.Key_Return)
    assert page.kinds == [kind, "p"]


def test_enter_in_verse_begins_a_line_and_after_an_empty_line_ends_it(page):
    page.show(Document((block("verse", "one"),)))
    page.put_caret(0, 3)
    press(page, Key.Key_Return)
    QTest.keyClicks(page.edit, "two")
    assert page.lines == ["one\ntwo"]
    press(page, Key.Key_Return, Key.Key_Return)
    assert page.kinds == ["verse", "p"]
    assert page.lines == ["one\ntwo", ""]


def test_backspace_makes_a_styled_block_a_paragraph_before_it_joins(page):
    page.show(Document((d.paragraph("a"), block("quote", "b"))))
    page.put_caret(1, 0)
    press(page, Key.Key_Backspace)
    assert page.document == d.document_of("a", "b")
    press(page, Key.Key_Backspace)
    assert page.document == d.document_of("ab")


def test_backspace_after_a_scene_break_removes_the_break(page):
    page.show(Document((d.paragraph("a"), Block("break"), d.paragraph("b"))))
    page.put_caret(2, 0)
    press(page, Key.Key_Backspace)
    assert page.document == d.document_of("a", "b")
    assert page.edit.textCursor().blockNumber() == 1


def test_delete_before_a_scene_break_removes_the_break(page):
    page.show(Document((d.paragraph("a"), Block("break"), d.paragraph("b"))))
    page.put_caret(0, 1)
    press(page, Key.Key_Delete)
    assert page.document == d.document_of("a", "b")


def test_backspace_under_an_empty_heading_keeps_the_paragraph(page):
    page.show(Document((block("h", level=1), d.paragraph("b"))))
    page.put_caret(1, 0)
    press(page, Key.Key_Backspace)
    assert page.document == d.document_of("b")


def test_typing_in_a_scene_break_writes_below_it(page):
    page.show(Document((Block("break"), d.paragraph("b"))))
    page.put_caret(0, 0)
    QTest.keyClicks(page.edit, "new")
    assert page.document == Document((Block("break"), d.paragraph("new"), d.paragraph("b")))


def test_composing_in_a_scene_break_writes_below_it(page):
    page.show(Document((Block("break"),)))
    page.compose("ni")
    page.compose("", "你")
    assert page.document == Document((Block("break"), d.paragraph("你")))


def test_the_caret_passes_over_a_scene_break(page):
    page.show(Document((d.paragraph("a"), Block("break"), d.paragraph("b"))))
    page.put_caret(0, 1)
    press(page, Key.Key_Right, Key.Key_Right)
    assert page.edit.textCursor().blockNumber() == 2


def test_deleting_from_a_scene_break_into_a_paragraph_leaves_a_paragraph(page):
    page.show(Document((d.paragraph("a"), Block("break"), d.paragraph("bcd"))))
    page.select((1, 0), (2, 1))
    press(page, Key.Key_Delete)
    assert page.document == d.document_of("a", "cd")


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, ["", "abcd"]), (2, ["ab", "", "cd"]), (4, ["abcd", "", ""])],
)
def test_a_scene_break_is_inserted_at_the_caret(page, offset, expected):
    page.show(d.document_of("abcd"))
    page.put_caret(0, offset)
    page.edit.insert_scene_break()
    assert page.lines == expected
    assert page.kinds.count("break") == 1
    assert page.edit.textCursor().blockNumber() == len(expected) - 1


def test_a_scene_break_is_one_step_of_the_history(page):
    page.show(d.document_of("abcd"))
    page.put_caret(0, 2)
    page.edit.insert_scene_break()
    page.edit.undo()
    assert page.document == d.document_of("abcd")


def indents(page):
    document = page.edit.document()
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    return [item.blockFormat().textIndent() > 0 for item in blocks]


def test_english_indents_follow_the_neighbours_and_the_history(page):
    page.show(d.document_of("a", "b", "c"))
    assert indents(page) == [False, True, True]
    page.put_caret(1, 1)
    page.edit.insert_scene_break()
    assert indents(page)[1:] == [True, False, False, True]
    page.edit.undo()
    assert indents(page) == [False, True, True]
    page.select((0, 0), (1, 0))
    press(page, Key.Key_Delete)
    assert indents(page) == [False, True]


def test_every_chinese_paragraph_is_indented_two_ems(page):
    page.language = "zh"
    page.show(d.document_of("一", "二"))
    assert indents(page) == [True, True]
    assert page.edit.document().firstBlock().blockFormat().textIndent() == 38


def test_undo_takes_back_a_sentence_not_the_whole_paragraph(page):
    page.show(d.EMPTY)
    QTest.keyClicks(page.edit, "One. Two")
    QTest.keyClick(page.edit, Key.Key_Z, CONTROL)
    assert page.lines == ["One."]
    QTest.keyClick(page.edit, Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page.lines == ["One. Two"]


def test_characters_joined_to_a_heading_are_dressed_as_a_heading(page):
    page.show(Document((block("h", "a", level=1), d.paragraph("b"))))
    page.put_caret(0, 1)
    press(page, Key.Key_Delete)
    assert page.document == Document((block("h", "ab", level=1),))
    formats = page.edit.document().firstBlock().textFormats()
    assert len(formats) == 1


def test_words_typed_after_a_link_are_no_link(page):
    linked = Run("link", d.marks(link="https://x"))
    page.show(Document((Block("p", (linked,)),)))
    page.put_caret(0, 4)
    QTest.keyClicks(page.edit, "!")
    assert page.document.blocks[0].inlines == (linked, Run("!"))


def test_words_typed_inside_a_link_belong_to_it(page):
    page.show(Document((Block("p", (Run("link", d.marks(link="https://x")),)),)))
    page.put_caret(0, 2)
    QTest.keyClicks(page.edit, "!")
    assert page.document.blocks[0].inlines == (Run("li!nk", d.marks(link="https://x")),)


def test_up_on_the_first_line_goes_to_the_title_and_enter_comes_back(page):
    page.show(d.document_of("a"))
    press(page, Key.Key_Up)
    assert page.edit.title.hasFocus()
    QTest.keyClicks(page.edit.title, "Ti")
    QTest.keyClick(page.edit.title, Key.Key_Return)
    assert page.edit.hasFocus()
    assert page.edit.title.title == "Ti"
    assert page.document == d.document_of("a")
