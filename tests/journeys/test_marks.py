# SPDX-License-Identifier: MIT
"""Links, readings and languages, given and taken by keys, clicks and sheets."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from novelist.domain.document import Run, marks
from novelist.ui.editor.ruby import readings
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


async def scene(program, words):
    _, (ebb, *_) = await open_novel(program)
    await program.open_scene(ebb)
    if words.isascii():
        program.type(words)
    else:
        program.compose("ci", words)


def inlines(program, block=0):
    return program.page.live.snapshot().blocks[block].inlines


def select_back(program, count):
    for _ in range(count):
        program.press(Key.Key_Left, SHIFT)


def test_a_selection_becomes_a_link_and_one_undo_takes_it_back(qapp, empty_library):
    async def journey(program):
        await scene(program, "See the map")
        select_back(program, 3)
        program.control(Key.Key_K)
        assert program.focused.objectName() == "link_address"
        program.type("example.org/map")
        program.press(Key.Key_Return)
        linked = Run("map", marks(link="https://example.org/map"))
        assert inlines(program) == (Run("See the "), linked)
        program.press(Key.Key_End)
        program.type("!")
        assert inlines(program)[-1] == Run("!")
        program.control(Key.Key_Z)
        program.control(Key.Key_Z)
        assert inlines(program) == (Run("See the map"),)

    live(qapp, journey, empty_library)


def test_letters_that_nobody_changed_stay_as_they_are(qapp, empty_library):
    async def journey(program):
        await scene(program, "See the map here")
        program.page.set_caret_position(12)
        select_back(program, 4)
        program.control(Key.Key_K)
        program.type("example.org")
        program.press(Key.Key_Return)
        linked = Run("map ", marks(link="https://example.org"))
        assert inlines(program) == (Run("See the "), linked, Run("here"))

    live(qapp, journey, empty_library)


def test_a_dangerous_address_is_refused_with_a_sentence(qapp, empty_library):
    async def journey(program):
        await scene(program, "See")
        program.control(Key.Key_A)
        program.control(Key.Key_K)
        program.type("javascript:alert(1)")
        program.press(Key.Key_Return)
        assert program.child("link_address").problem
        program.press(Key.Key_Escape)
        assert inlines(program) == (Run("See"),)

    live(qapp, journey, empty_library)


def test_the_link_at_the_caret_is_changed_with_its_words_and_removed(qapp, empty_library):
    async def journey(program):
        await scene(program, "map")
        program.control(Key.Key_A)
        program.control(Key.Key_K)
        program.type("example.org")
        program.press(Key.Key_Return)
        program.page.set_caret_position(1)
        program.control(Key.Key_K)
        assert program.child("link_words").text() == "map"
        program.press(Key.Key_Tab)
        program.control(Key.Key_A)
        program.type("chart")
        program.press(Key.Key_Return)
        assert inlines(program) == (Run("chart", marks(link="https://example.org")),)
        program.page.set_caret_position(2)
        program.control(Key.Key_K)
        program.click(program.child("link_remove"))
        assert inlines(program) == (Run("chart"),)

    live(qapp, journey, empty_library)


def test_ctrl_and_a_click_open_a_link_and_nothing_else(qapp, empty_library):
    async def journey(program):
        await scene(program, "map")
        program.control(Key.Key_A)
        program.control(Key.Key_K)
        program.type("example.org")
        program.press(Key.Key_Return)
        opened = []
        program.controller.commands.marks.open_url = lambda url: opened.append(url.toString())
        cursor = QTextCursor(program.page.document())
        cursor.setPosition(1)
        point = program.page.cursorRect(cursor).center() + QPoint(2, 0)
        viewport, left = program.page.viewport(), Qt.MouseButton.LeftButton
        QTest.mouseClick(viewport, left, Qt.KeyboardModifier.NoModifier, point)
        assert opened == []
        QTest.mouseClick(viewport, left, CTRL, point)
        assert opened == ["https://example.org"]
        program.controller.commands.marks.open_link("file:///etc/passwd")
        assert len(opened) == 1

    live(qapp, journey, empty_library)


def test_each_character_gets_its_syllable_and_one_undo_takes_all_back(qapp, empty_library):
    async def journey(program):
        await scene(program, "去中国")
        select_back(program, 2)
        program.press(Key.Key_Y, CTRL | ALT)
        program.type("zhong guo")
        program.press(Key.Key_Return)
        assert inlines(program) == (
            Run("去"), Run("中", marks(ruby="zhong")), Run("国", marks(ruby="guo")),
        )  # fmt: skip
        assert [r.words for r in readings(program.page.document().firstBlock())] == ["zhong", "guo"]
        program.control(Key.Key_Z)
        assert inlines(program) == (Run("去中国"),)

    live(qapp, journey, empty_library)


def test_a_reading_takes_room_above_its_letters_and_is_changed_at_the_caret(qapp, empty_library):
    async def journey(program):
        await scene(program, "去中国了")
        before = program.page.document().firstBlock().layout().lineAt(0).naturalTextWidth()
        program.page.set_caret_position(3)
        select_back(program, 2)
        program.press(Key.Key_Y, CTRL | ALT)
        program.type("the middle kingdom")
        program.press(Key.Key_Return)
        after = program.page.document().firstBlock().layout().lineAt(0).naturalTextWidth()
        assert after > before + 20
        program.page.set_caret_position(2)
        program.press(Key.Key_Y, CTRL | ALT)
        assert program.child("ruby_reading").text() == "the middle kingdom"
        program.click(program.child("ruby_remove"))
        assert inlines(program) == (Run("去中国了"),)

    live(qapp, journey, empty_library)


def test_the_language_of_a_passage_is_chosen_and_shown(qapp, empty_library):
    async def journey(program):
        await scene(program, "He said bonjour twice")
        program.page.set_caret_position(10)
        menu = program.controller.commands.marks.languages
        menu.aboutToShow.emit()
        row = next(action for action in menu.actions() if action.objectName() == "language_fr")
        row.trigger()
        french = Run("bonjour", marks(lang="fr"))
        assert inlines(program) == (Run("He said "), french, Run(" twice"))
        menu.aboutToShow.emit()
        checked = [action.objectName() for action in menu.actions() if action.isChecked()]
        assert checked == ["language_fr"]
        program.control(Key.Key_Z)
        assert inlines(program) == (Run("He said bonjour twice"),)

    live(qapp, journey, empty_library)


def test_the_menu_over_a_selection_offers_link_reading_and_language(qapp, empty_library):
    async def journey(program):
        await scene(program, "See the map")
        select_back(program, 3)
        menu = QMenu()
        program.editor.menu_opening.emit(menu, program.page.textCursor().position())
        names = [action.objectName() for action in menu.actions()]
        assert {"action_link", "action_ruby"} <= set(names)
        assert program.controller.commands.marks.languages.menuAction() in menu.actions()
        menu.deleteLater()

    live(qapp, journey, empty_library)
