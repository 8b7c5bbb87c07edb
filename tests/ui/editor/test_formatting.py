# SPDX-License-Identifier: MIT
"""Marks, kinds and alignment, through their actions and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.domain import document as d
from novelist.domain.document import Atom, Block, Document, Run
from novelist.ui.editor.format_bar import FormatBar
from novelist.ui.editor.formatting import ALIGN_ROWS, KIND_ROWS, MARK_ROWS, ROWS, Formatting
from novelist.ui.editor.menus import fill_format_menu, styles_menu
from novelist.ui.widgets.menu import Menu

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def formatting(page, theme, icons):
    return Formatting(page.edit, theme, icons)


def hit(page, key, modifiers=CONTROL):
    QTest.keyClick(page.edit, key, modifiers)


@pytest.mark.parametrize(
    ("key", "mark"),
    [(Key.Key_B, "strong"), (Key.Key_I, "em"), (Key.Key_U, "u"), (Key.Key_D, "s")],
)
def test_keys_mark_and_unmark_the_selection(page, formatting, key, mark):
    page.show(d.document_of("abc"))
    page.select((0, 1), (0, 2))
    hit(page, key)
    assert page.document.blocks[0].inlines == (Run("a"), Run("b", d.marks(mark)), Run("c"))
    hit(page, key)
    assert page.document == d.document_of("abc")


def test_a_mark_is_one_step_of_the_history(page, formatting):
    page.show(d.document_of("abc", "def"))
    page.select((0, 1), (1, 2))
    formatting["bold"].trigger()
    page.edit.undo()
    assert page.document == d.document_of("abc", "def")


def test_a_partly_marked_selection_becomes_marked_whole(page, formatting):
    page.show(Document((Block("p", (Run("a", d.marks("em")), Run("b"))),)))
    page.select((0, 0), (0, 2))
    formatting["italic"].trigger()
    assert page.document.blocks[0].inlines == (Run("ab", d.marks("em")),)


def test_what_is_typed_next_is_marked(page, formatting):
    page.show(d.document_of("a"))
    page.put_caret(0, 1)
    hit(page, Key.Key_I)
    QTest.keyClicks(page.edit, "b")
    hit(page, Key.Key_I)
    QTest.keyClicks(page.edit, "c")
    assert page.document.blocks[0].inlines == (Run("a"), Run("b", d.marks("em")), Run("c"))


def test_superscript_and_subscript_exclude_each_other(page, formatting):
    page.show(d.document_of("a"))
    page.select((0, 0), (0, 1))
    formatting["superscript"].trigger()
    formatting["subscript"].trigger()
    assert page.document.blocks[0].inlines == (Run("a", d.marks("sub")),)


def test_marking_keeps_footnotes_and_what_newer_versions_wrote(page, formatting):
    note = Atom("footnote", {"id": "1"})
    foreign = d.Mark("glow", "2", True)
    page.show(Document((Block("p", (Run("a", (foreign,)), note)),)))
    page.select((0, 0), (0, 2))
    formatting["bold"].trigger()
    assert page.document.blocks[0].inlines == (
        Run("a", (foreign, d.Mark("strong"))),
        Atom("footnote", {"id": "1"}, d.marks("strong")),
    )


def test_clearing_takes_visible_marks_and_leaves_comments(page, formatting):
    page.show(Document((Block("p", (Run("a", d.marks("em", comment="7")),)),)))
    page.select((0, 0), (0, 1))
    formatting["clear"].trigger()
    assert page.document.blocks[0].inlines == (Run("a", d.marks(comment="7")),)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_keys_make_headings_and_paragraphs_again(page, formatting, level):
    page.show(d.document_of("a"))
    hit(page, Key(Key.Key_0 + level))
    assert page.document.blocks[0] == Block("h", (Run("a"),), {"level": level})
    assert formatting[f"heading_{level}"].isChecked()
    hit(page, Key(Key.Key_0 + level))
    assert page.document == d.document_of("a")


def test_a_kind_is_given_to_every_selected_block_but_scene_breaks(page, formatting):
    page.show(Document((d.paragraph("a"), Block("break"), d.paragraph("b"))))
    page.select((0, 0), (2, 1))
    hit(page, Key.Key_5)
    assert page.kinds == ["quote", "break", "quote"]


def test_changing_the_kind_keeps_what_newer_versions_wrote(page, formatting):
    page.show(Document((Block("h", (Run("a"),), {"level": 1, "mood": "dark"}),)))
    formatting["quotation"].trigger()
    assert page.document.blocks[0] == Block("quote", (Run("a"),), {"mood": "dark"})


def test_numbered_lists_are_lists(page, formatting):
    page.show(d.document_of("a"))
    formatting["ordered_item"].trigger()
    assert page.document.blocks[0] == Block("li", (Run("a"),), {"ordered": True})
    assert formatting["ordered_item"].isChecked()
    assert not formatting["list_item"].isChecked()


def test_alignment_is_given_and_taken(page, formatting):
    page.show(d.document_of("a"))
    hit(page, Key.Key_E)
    assert page.document.blocks[0].attrs == {"align": "center"}
    hit(page, Key.Key_L)
    assert page.document == d.document_of("a")


def test_control_return_inserts_a_scene_break(page, formatting):
    page.show(d.document_of("a"))
    page.put_caret(0, 1)
    hit(page, Key.Key_Return)
    assert page.kinds == ["p", "break", "p"]


def test_shift_return_begins_a_line(page, formatting):
    page.show(d.document_of("ab"))
    page.put_caret(0, 1)
    hit(page, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.document.blocks[0].inlines == (Run("a"), Atom("br"), Run("b"))


def test_checks_follow_the_caret(page, formatting):
    page.show(Document((d.paragraph("a"), Block("quote", (Run("b", d.marks("strong")),)))))
    page.put_caret(1, 1)
    assert formatting["bold"].isChecked()
    assert formatting["quotation"].isChecked()
    page.put_caret(0, 1)
    assert not formatting["bold"].isChecked()
    assert formatting["body"].isChecked()


def test_no_two_commands_have_the_same_keys():
    keys = [key for row in ROWS for key in row.keys.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_the_split_is_asked_for_in_code_points(page, qtbot):
    page.show(d.document_of("x", "😀𠮷y"))
    page.put_caret(1, 2)
    with qtbot.waitSignal(page.edit.split_requested) as asked:
        page.edit.request_split()
    assert asked.args == [1, 2]


def test_the_format_bar_is_not_over_nothing_after_undo(page, formatting, theme, qtbot):
    bar = FormatBar(page.edit, formatting, theme)
    page.show(d.document_of("some words"))
    page.select((0, 0), (0, 4))
    qtbot.waitUntil(bar.isVisible)
    formatting["italic"].trigger()
    for act in (page.edit.undo, page.edit.redo, page.edit.undo):
        act()
        assert bar.isVisible() <= page.edit.textCursor().hasSelection()


def test_a_format_menu_fits_on_a_low_screen_and_follows_the_language(formatting, theme, qtbot):
    menu = Menu(theme)
    qtbot.addWidget(menu)
    fill_format_menu(menu, formatting, theme)
    inner = [action.menu() for action in menu.actions() if action.menu()]
    assert max(each.sizeHint().height() for each in (menu, *inner)) < 400
    shown = {action for each in (menu, *inner) for action in each.actions()}
    wanted = (*MARK_ROWS, *KIND_ROWS, *ALIGN_ROWS)
    assert {formatting[row.name] for row in wanted} <= shown


def test_menus_show_words_and_no_icons(formatting, theme, qtbot):
    menu = styles_menu(formatting, theme, formatting.parent())
    rows = [action for action in menu.actions() if not action.isSeparator()]
    drawn = [action for action in rows if not action.icon().isNull()]
    assert drawn  # for the bar over a selection
    assert not any(action.isIconVisibleInMenu() for action in drawn)


def test_the_format_bar_comes_over_a_selection_and_goes_without(page, formatting, theme, qtbot):
    bar = FormatBar(page.edit, formatting, theme)
    page.show(d.document_of("some words"))
    page.select((0, 0), (0, 4))
    qtbot.waitUntil(bar.isVisible)
    page.put_caret(0, 0)
    assert not bar.isVisible()


def test_the_format_bar_stays_on_a_page_that_becomes_narrower(page, formatting, theme, qtbot):
    bar = FormatBar(page.edit, formatting, theme)
    page.edit.resize(900, 600)
    page.show(d.document_of("some words " * 6))
    page.select((0, 55), (0, 60))
    qtbot.waitUntil(bar.isVisible)
    page.edit.resize(400, 600)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.geometry().right() < page.edit.width())


SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "mark"),
    [
        (Key.Key_C, CONTROL | SHIFT, "sc"),
        (Key.Key_Period, CONTROL, "sup"),
        (Key.Key_Semicolon, CONTROL, "sub"),
        (Key.Key_H, CONTROL | SHIFT, "hl"),
    ],
)
def test_every_mark_has_its_key(page, formatting, key, modifiers, mark):
    page.show(d.document_of("abc"))
    page.select((0, 1), (0, 2))
    hit(page, key, modifiers)
    assert page.document.blocks[0].inlines[1] == Run("b", d.marks(mark))
    assert mark in page.edit.state.marks


def items(page):
    return [
        (block.plain_text, block.attrs.get("depth", 0), bool(block.attrs.get("ordered")))
        for block in page.document
    ]


def test_tab_nests_items_and_shift_tab_brings_them_back(page, formatting):
    page.show(Document(tuple(Block("li", (Run(text),)) for text in "abc")))
    page.put_caret(1, 1)
    hit(page, Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    hit(page, Key.Key_Tab, Qt.KeyboardModifier.NoModifier)  # no deeper than one below the other
    assert items(page) == [("a", 0, False), ("b", 1, False), ("c", 0, False)]
    page.select((1, 0), (2, 1))
    hit(page, Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert [depth for _, depth, _ in items(page)] == [0, 1, 1]
    page.edit.undo()
    assert [depth for _, depth, _ in items(page)] == [0, 1, 0]
    page.put_caret(1, 0)
    hit(page, Key.Key_Backtab, SHIFT)
    assert [depth for _, depth, _ in items(page)] == [0, 0, 0]


def test_an_item_of_one_kind_of_list_becomes_one_of_the_other_as_deep_as_it_was(page, formatting):
    page.show(Document((Block("li", (Run("a"),), {"ordered": True, "depth": 1}),)))
    hit(page, Key.Key_8)
    assert items(page) == [("a", 1, False)]
    assert formatting["list_item"].isChecked()
    hit(page, Key.Key_8)
    assert page.kinds == ["p"]


def test_a_new_item_is_of_the_same_list_and_tab_writes_a_tab_elsewhere(page, formatting):
    page.show(Document((Block("li", (Run("a"),), {"ordered": True}), d.paragraph("b"))))
    page.put_caret(0, 1)
    QTest.keyClick(page.edit, Key.Key_Return)
    hit(page, Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(page.edit, "x")
    assert items(page)[:2] == [("a", 0, True), ("x", 1, True)]
    page.put_caret(2, 1)
    hit(page, Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert page.lines[2] == "b\t"


def test_the_menu_of_styles_shows_what_is_in_force_and_its_keys(page, formatting, theme, qtbot):
    page.show(Document((Block("verse", (Run("a", d.marks("hl")),)), Block("break"))))
    page.select((0, 0), (0, 1))
    menu = styles_menu(formatting, theme, page.edit)
    checked = [row.objectName() for row in menu.actions() if row.isChecked()]
    assert checked == ["format_verse", "format_highlight"]
    without = [row.objectName() for row in menu.actions()
               if not (row.shortcut().toString() or row.isSeparator() or row.menu())]  # fmt: skip
    assert without == []
    page.put_caret(1, 0)
    assert formatting["scene_break"].isChecked()
