# SPDX-License-Identifier: MIT
"""Possible slips on the page: underlined when their place is left, explained, mended, undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.domain.checks import Check, Finding
from novelist.ui.checks.menu import ChecksMenu
from novelist.ui.labels import check_label
from novelist.ui.widgets.menu import Menu


async def test_slips_are_underlined_beside_misspelt_words(desk, layer, dotted):
    await desk.show("The the qat sat  down", "(and so")
    assert dotted() == [" the", "  ", "("]
    assert desk.underlined() == ["qat"]


async def test_a_speech_is_not_called_unfinished_while_it_is_typed(desk, layer, dotted):
    await desk.show("One", "Two")
    desk.page.put_caret(0, 3)
    QTest.keyClicks(desk.page.edit, " (and so")
    assert dotted() == []
    QTest.keyClick(desk.page.edit, Qt.Key.Key_Down)
    await desk.settle()
    assert dotted() == ["("]


async def test_a_kind_that_is_not_wanted_is_not_underlined(desk, layer, dotted):
    await desk.show("The the end  (and so")
    layer.wanted = frozenset({Check.DOUBLED_SPACE})
    desk.checking.look_again()
    await desk.settle()
    assert dotted() == ["  "]


async def test_without_spelling_slips_are_still_found(desk, layer, dotted):
    desk.checking.switch(False)
    await desk.show("The the qat")
    assert dotted() == [" the"]
    assert desk.underlined() == []


async def test_the_menu_explains_and_mends_in_one_step(desk, layer, dotted, theme):
    await desk.show("A 😀 the the end")
    rows = ChecksMenu(theme, layer, desk.page.edit, desk.checking)
    menu = Menu(theme, desk.page.edit)
    menu.addAction("Cut")
    rows.fill(menu, 10)
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "This word stands twice", "Remove the second “the”", "Do not look for this any more",
        "", "Cut",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert desk.page.lines == ["A 😀 the end"]
    desk.page.edit.undo()
    assert desk.page.lines == ["A 😀 the the end"]


async def test_over_what_is_right_the_menu_says_nothing(desk, layer, theme):
    await desk.show("A the the end")
    menu = Menu(theme, desk.page.edit)
    ChecksMenu(theme, layer, desk.page.edit, desk.checking).fill(menu, 0)
    assert menu.actions() == []


async def test_a_kind_can_be_switched_off_from_the_menu(desk, layer, theme, qtbot):
    await desk.show("A the the end")
    rows = ChecksMenu(theme, layer, desk.page.edit, desk.checking)
    menu = Menu(theme, desk.page.edit)
    rows.fill(menu, 8)
    with qtbot.waitSignal(rows.switch_off_requested) as heard:
        menu.actions()[2].trigger()
    assert heard.args == ["doubled_word"]
    assert all(check_label(check) and rows.explanation(Finding(0, 1, check)) for check in Check)
