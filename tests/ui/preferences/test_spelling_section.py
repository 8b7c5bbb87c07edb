# SPDX-License-Identifier: MIT
"""The section "Spelling": switches, dictionaries, and the words that one calls right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from novelist.ui.preferences.known_words import LIBRARY, NOVEL

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def section(sheet):
    sheet.open_preferences()
    return sheet.spelling


def click(section, name):
    section.findChild(QAbstractButton, name).click()


def test_the_switches_are_settings(section, desk):
    click(section, "preferences_spelling")
    click(section, "preferences_check_unmatched")
    click(section, "preferences_check_doubled_word")
    click(section, "preferences_check_unmatched")
    assert desk.changed == [
        ("spelling", False),
        ("checks_off", ["unmatched"]),
        ("checks_off", ["doubled_word", "unmatched"]),
        ("checks_off", ["doubled_word"]),
    ]


def test_without_the_checks_their_kinds_cannot_be_chosen(section, desk):
    click(section, "preferences_checks")
    assert desk.changed == [("checks", False)]
    assert not section.findChild(QAbstractButton, "preferences_check_particle").isEnabled()


def test_dictionaries_are_named_in_their_own_language(section):
    section.show_dictionaries(["en-US", "fr", "es", "en-GB"])
    said = " ".join(label.text() for label in section.findChildren(QLabel))
    for name in ("American English", "British English", "Français", "Español"):
        assert name in said


def test_words_are_added_removed_and_shown_by_scope(section):
    words, heard = section.words, []
    words.add_requested.connect(lambda *given: heard.append(("add", *given)))
    words.remove_requested.connect(lambda *given: heard.append(("remove", *given)))
    words.show_words({LIBRARY: ["tor", "Rynd"], NOVEL: ["Mira"]}, has_novel=True)
    assert words.model.stringList() == ["Rynd", "tor"]
    QTest.keyClicks(words.field, " fen ")
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    words.list.selectAll()
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    words.scopes.set_value(NOVEL)
    assert words.model.stringList() == ["Mira"]
    assert heard == [("add", LIBRARY, "fen"), ("remove", LIBRARY, ["Rynd", "tor"])]


def test_without_a_novel_there_are_only_the_words_of_all(section):
    section.words.scopes.set_value(NOVEL)
    section.words.show_words({LIBRARY: ["tor"]}, has_novel=False)
    assert section.words.scope == LIBRARY
    assert not section.words.scopes.isVisibleTo(section)
    assert section.words.model.stringList() == ["tor"]


@pytest.mark.parametrize(
    ("ask", "wish"),
    [("ask_for_list", "import_requested"), ("ask_where_to", "export_requested")],
)
def test_lists_are_read_and_written_where_one_says(section, qtbot, tmp_path, ask, wish):
    dialog = getattr(section.words, ask)()
    with qtbot.waitSignal(getattr(section.words, wish)) as heard:
        dialog.fileSelected.emit(str(tmp_path / "words.txt"))
    assert heard.args == [LIBRARY, tmp_path / "words.txt"]
    dialog.close()


def test_a_dictionary_is_chosen_by_one_of_its_files(section, qtbot):
    dialog = section.choose_dictionary()
    with qtbot.waitSignal(section.dictionary_chosen) as heard:
        dialog.fileSelected.emit("de_DE.dic")
    assert heard.args == [Path("de_DE.dic")]
    dialog.close()
