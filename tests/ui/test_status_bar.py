# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.status_bar``, ``rail`` and ``actions``."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from novelist import paths
from novelist.settings import Settings, WindowState
from novelist.ui.actions import ACTIONS, MENUS, SEPARATOR, Actions
from novelist.ui.change_bus import ChangeBus
from novelist.ui.context import Context
from novelist.ui.language import Language
from novelist.ui.rail import Rail
from novelist.ui.save_state import SaveState
from novelist.ui.status_bar import StatusBar


@pytest.fixture
def context(theme, icons, tmp_path):
    language = Language(paths.resources() / "i18n")
    language.choose("en")
    yield Context(
        theme, icons, language, ChangeBus(), Settings(), WindowState(), tmp_path, tmp_path / "L"
    )
    language.remove()


@pytest.fixture
def bar(context, qtbot):
    bar = StatusBar(context)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def said(bar, name):
    label = bar.findChild(QLabel, name)
    return label.text() if label.isVisible() else None


def test_counts_have_their_unit_and_separators(bar):
    bar.show_counts(1284, 6118, 56345, "en")
    assert said(bar, "status_scene") == "1,284 words in scene"
    assert said(bar, "status_chapter") == "6,118 in chapter"
    assert said(bar, "status_novel") == "56,345 in novel"


@pytest.mark.parametrize(
    ("kind", "sentence"), [("note", "12 words in note"), ("front", "12 words in this text")]
)
def test_the_count_says_what_is_open(bar, kind, sentence):
    bar.show_counts(12, None, 56345, "en", kind)
    assert said(bar, "status_scene") == sentence


def test_one_word_is_one_word(bar):
    bar.show_counts(1, None, 1, "en")
    bar.show_session(1, "en")
    assert said(bar, "status_scene") == "1 word in scene"
    assert said(bar, "status_chapter") is None
    assert said(bar, "status_session") == "1 word this session"


@pytest.mark.parametrize(
    ("words", "language", "interface", "sentence"),
    [
        (-1, "en", "en", "−1 word this session"),
        (-1284, "en", "en", "−1,284 words this session"),
        (-3, "zh", "en", "−3 characters this session"),
        (-3, "zh", "zh_CN", "本次 −3 字"),
        (-3, "en", "zh_CN", "本次 −3 词"),
    ],
)
def test_fewer_words_than_at_the_start_are_said_with_a_minus(
    bar, context, words, language, interface, sentence
):
    context.language.choose(interface)
    bar.show_session(words, language)
    assert said(bar, "status_session") == sentence


def test_without_an_open_scene_only_the_novel_is_counted(bar):
    bar.show_counts(None, None, 1284, "en")
    assert said(bar, "status_scene") is None
    assert said(bar, "status_novel") == "1,284 in novel"
    bar.show_library("Home")
    assert said(bar, "status_scene") == "Library: Home"


def test_on_the_shelf_it_names_the_library(bar, context):
    bar.show_counts(5, None, 5, "en")
    bar.show_library("Novels.novelist")
    assert said(bar, "status_scene") == "Library: Novels.novelist"
    assert said(bar, "status_novel") is None
    assert said(bar, "status_session") is None
    context.language.choose("zh_CN")
    bar.retranslate()
    assert said(bar, "status_scene") == "书库：Novels.novelist"


def test_a_quick_save_does_not_flicker(bar, qtbot):
    bar.show_state(SaveState.EDITED, 0)
    bar.show_state(SaveState.SAVING, 0)
    assert said(bar, "status_saved") == "Edited"
    bar.show_state(SaveState.SAVED, 0)
    assert said(bar, "status_saved") == "Saved"


def test_a_slow_save_is_said(bar, qtbot):
    bar.show_state(SaveState.SAVING, 0)
    qtbot.waitUntil(lambda: said(bar, "status_saved") == "Saving")


def test_what_is_kept_while_saving_is_paused_is_counted(bar):
    bar.show_state(SaveState.PAUSED, 3)
    assert said(bar, "status_saved") == "Saving paused, 3 changes kept"
    bar.show_state(SaveState.PAUSED, 1)
    assert said(bar, "status_saved") == "Saving paused, 1 change kept"


def test_outside_every_library_only_what_is_not_saved_is_said(bar):
    bar.show_library("Novels.novelist")
    bar.set_outside(True)
    assert said(bar, "status_saved") is None
    assert said(bar, "status_scene") == ""
    bar.show_state(SaveState.EDITED, 0)
    assert said(bar, "status_saved") == "Edited"
    bar.set_outside(False)
    bar.show_state(SaveState.SAVED, 0)
    assert said(bar, "status_saved") == "Saved"


def test_the_bar_follows_the_language(bar, context, qtbot):
    bar.show_counts(1284, None, 56345, "zh")
    context.language.choose("zh_CN")
    qtbot.waitUntil(lambda: "1,284 字" in said(bar, "status_scene"))
    assert said(bar, "status_saved") == "已保存"


def test_the_rail_asks_for_pages_and_marks_the_open_one(context, qtbot):
    rail = Rail(context)
    qtbot.addWidget(rail)
    rail.set_current("shelf")
    rail.set_write_available(True)
    rail.show()
    with qtbot.waitSignal(rail.page_requested) as asked:
        QTest.mouseClick(rail.button("write"), Qt.MouseButton.LeftButton)
    assert asked.args == ["write"]
    assert rail.button("shelf").isChecked()
    rail.set_current("write")
    assert rail.button("write").isChecked()
    assert not rail.button("trash").isVisible()


def test_without_a_library_the_rail_leads_to_nothing_of_it_and_says_why(context, qtbot):
    rail, asked = Rail(context), []
    qtbot.addWidget(rail)
    rail.page_requested.connect(asked.append)
    rail.set_library_available(False)
    rail.show()
    QTest.mouseClick(rail.button("shelf"), Qt.MouseButton.LeftButton)
    assert not asked
    assert rail.button("shelf").toolTip() == "No library is open."
    rail.set_library_available(True)
    QTest.mouseClick(rail.button("shelf"), Qt.MouseButton.LeftButton)
    assert asked == ["shelf"]
    assert rail.button("shelf").toolTip() == ""


def test_no_two_commands_have_the_same_keys():
    keys = [key for row in ACTIONS for key in row.keys.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_every_command_of_a_menu_exists():
    names = {row.name for row in ACTIONS}
    assert {name for menu in MENUS for name in menu.actions} - {SEPARATOR} <= names


def test_a_command_runs_its_handler_until_it_is_switched_off(qtbot):
    window, done = QMainWindow(), []
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.connect_all({"save": lambda: done.append("saved")})
    actions["save"].trigger()
    actions.enable(["save"], False)
    actions["save"].trigger()
    assert done == ["saved"]


def test_no_entry_keeps_its_hover_where_the_mouse_is_not(context, qtbot):
    rail = Rail(context)
    qtbot.addWidget(rail)
    rail.set_write_available(True)
    rail.set_current("shelf")
    rail.resize(rail.width(), 700)
    rail.show()
    write = rail.button("write")
    write.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt has it until the mouse moves
    QCursor.setPos(write.mapToGlobal(write.rect().center()))
    assert write.is_hovered
    rail.set_current("write")  # the trash goes, and all below it move up
    QApplication.processEvents()
    assert not write.is_hovered
    rail.set_current("bible")
    shown = write.grab().toImage()
    write.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert shown == write.grab().toImage()
