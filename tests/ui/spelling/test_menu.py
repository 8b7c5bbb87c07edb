# SPDX-License-Identifier: MIT
"""The menu over a misspelt word: suggestions that come later, words to add, one step to undo."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from novelist.domain.document import EMPHASIS, Block, Document, Run, document_of, marks
from novelist.errors import SpellerError
from novelist.ui.spelling.menu import SpellingMenu
from novelist.ui.spelling.moves import Moves
from novelist.ui.tasks import Tasks
from novelist.ui.widgets.menu import Menu


@pytest.fixture
def offers(desk):
    tasks = Tasks(desk.checking, lambda error: None)
    yield SpellingMenu(desk.checking, desk.page.edit, tasks, desk.checking), tasks
    tasks.cancel_all()


async def opened(desk, offers, place, theme):
    """The menu at a place of the text, with its suggestions."""
    menu = Menu(theme, desk.page.edit)
    menu.addAction("Cut")
    offers[0].fill(menu, place)
    before = names(menu)
    await offers[1].finish()
    return menu, before


def names(menu):
    return [action.objectName() or action.text() for action in menu.actions()]


def row(menu, name):
    return next(action for action in menu.actions() if action.objectName() == name)


async def test_suggestions_take_the_place_of_the_dots(desk, offers, theme):
    await desk.show("A qat sat")
    menu, before = await opened(desk, offers, 3, theme)
    assert before[0] == "spelling_waiting"
    assert not row(menu, "spelling_add").isSeparator()
    assert [action.text() for action in menu.actions()][:3] == ["cat", "kat", "gat"]
    assert names(menu)[-1] == "Cut"
    assert "spelling_waiting" not in names(menu)


async def test_over_a_word_that_is_right_nothing_is_offered(desk, offers, theme):
    await desk.show("A qat sat")
    menu, before = await opened(desk, offers, 8, theme)
    assert before == names(menu) == ["Cut"]


async def test_a_suggestion_is_written_and_taken_back_in_one_step(desk, offers, theme):
    words = (Run("A "), Run("q", marks(EMPHASIS)), Run("at’s "), Run("😀 end"))
    desk.checking.set_language("en")
    desk.page.show(Document((Block(inlines=words),)))
    await desk.settle()
    menu, _ = await opened(desk, offers, 4, theme)
    row(menu, "spelling_suggestion_0").trigger()
    (block,) = desk.page.document
    assert block.plain_text == "A cat’s 😀 end"
    assert block.inlines[1] == Run("c", marks(EMPHASIS))
    desk.page.edit.undo()
    assert desk.page.lines == ["A qat’s 😀 end"]
    assert not desk.page.edit.document().isUndoAvailable()


async def test_what_was_typed_before_stays_when_a_correction_is_taken_back(desk, offers, theme):
    await desk.show("A qat")
    desk.page.put_caret(0, 5)
    QTest.keyClicks(desk.page.edit, " sat ")
    menu, _ = await opened(desk, offers, 3, theme)
    row(menu, "spelling_suggestion_0").trigger()
    QTest.keyClicks(desk.page.edit, "on ")
    assert desk.page.lines == ["A cat sat on "]
    desk.page.edit.undo()
    desk.page.edit.undo()
    assert desk.page.lines == ["A qat sat "]


async def test_the_words_of_the_menu_are_told_as_a_dictionary_writes_them(desk, offers, theme):
    await desk.show("O’Qrien’s")
    heard = []
    for wish in (
        offers[0].add_requested,
        offers[0].add_to_novel_requested,
        offers[0].ignore_requested,
    ):
        wish.connect(heard.append)
    menu, _ = await opened(desk, offers, 3, theme)
    for name in ("spelling_add", "spelling_add_to_novel", "spelling_ignore"):
        row(menu, name).trigger()
    assert heard == ["O'Qrien's"] * 3


async def test_a_word_that_changed_while_the_menu_was_open_is_left_alone(desk, offers, theme):
    await desk.show("A qat sat")
    menu, _ = await opened(desk, offers, 3, theme)
    desk.page.put_caret(0, 0)
    QTest.keyClicks(desk.page.edit, "xx")
    row(menu, "spelling_suggestion_0").trigger()
    assert desk.page.lines == ["xxA qat sat"]


async def test_a_menu_that_closes_before_the_suggestions_come_does_no_harm(desk, offers, theme):
    await desk.show("A qat sat")
    menu = Menu(theme, desk.page.edit)
    offers[0].fill(menu, 3)
    menu.deleteLater()
    await asyncio.sleep(0)
    await offers[1].finish()


async def test_without_an_answer_there_are_no_suggestions(desk, offers, theme):
    await desk.show("A qat sat")
    desk.speller.error = SpellerError("gone")
    menu, _ = await opened(desk, offers, 3, theme)
    assert not row(menu, "spelling_none").isEnabled()


async def test_from_one_misspelt_word_to_the_next_and_round(desk):
    await desk.show("A qat sat", "fine", "on a baq and a qup")
    moves = Moves(desk.checking, desk.page.edit, desk.checking)
    selected = []
    for step in (1, 1, 1, 1, -1, -1):
        await moves.go(step)
        selected.append(desk.page.edit.textCursor().selectedText())
    assert selected == ["qat", "baq", "qup", "qat", "qup", "baq"]


async def test_where_all_is_right_that_is_said(desk, qtbot):
    await desk.show("All is well")
    moves = Moves(desk.checking, desk.page.edit, desk.checking)
    with qtbot.waitSignal(moves.none_found):
        await moves.go(1)


async def test_words_that_nobody_has_judged_yet_are_judged_on_the_way(desk):
    desk.checking.set_language("en")
    desk.page.show(document_of(*["all fine here"] * 300, "and then a qat"))
    moves = Moves(desk.checking, desk.page.edit, desk.checking)
    await moves.go(1)
    assert desk.page.edit.textCursor().selectedText() == "qat"
    await desk.settle()


async def test_the_menu_key_offers_for_the_word_at_the_caret(desk, offers, qtbot):
    await desk.show("A qat sat")
    desk.page.put_caret(0, 4)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(desk.page.edit.menu_requested):
        QApplication.sendEvent(desk.page.edit.viewport(), asked)
    assert desk.page.edit.menu_place == 4
