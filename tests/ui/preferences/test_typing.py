# SPDX-License-Identifier: MIT
"""The section "Typing": each switch, by language, and the tables of words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QWidget

from novelist.domain.typing.choices import from_json
from novelist.domain.typing.word_lists import parse_words
from novelist.ui.preferences.word_table import WordTable
from tests.ui.preferences.test_preferences import click, find, go_to

SWITCHES = ["quotes", "dashes", "ellipsis", "capitals", "two_capitals", "completion",
            "corrections", "expansions"]  # fmt: skip


@pytest.fixture
def typing(sheet):
    go_to(sheet, 2)
    return sheet


def chosen(desk, language="en"):
    return from_json(desk.settings.typing).of(language)


def choose_language(sheet, key):
    box = find(sheet, "typing_language", QComboBox)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def write(sheet, table, key, words):
    for name, text in ((f"{table}_key", key), (f"{table}_words", words)):
        field = find(sheet, name, QLineEdit)
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", SWITCHES)
def test_each_switch_holds_at_once_for_its_language_alone(typing, desk, name):
    before = getattr(chosen(desk), name)
    click(typing, f"typing_{name}")
    assert getattr(chosen(desk), name) is not before
    assert getattr(chosen(desk, "fr"), name) is before
    assert len(desk.changed) == 1


def test_chinese_has_switches_of_its_own(typing, desk):
    assert not find(typing, "typing_pairs", QAbstractButton).isVisibleTo(typing)
    choose_language(typing, "zh")
    assert find(typing, "typing_pairs", QAbstractButton).isVisibleTo(typing)
    assert not find(typing, "typing_capitals", QAbstractButton).isVisibleTo(typing)
    click(typing, "typing_pairs")
    assert not chosen(desk, "zh").pairs


def test_a_style_of_quotation_marks_is_chosen(typing, desk):
    choose_language(typing, "de")
    box = find(typing, "typing_quote_style", QComboBox)
    assert box.currentData() == "low"
    box.setCurrentIndex(box.findData("guillemets_inward"))
    box.activated.emit(box.currentIndex())
    assert chosen(desk, "de").quote_style == "guillemets_inward"
    assert chosen(desk).quote_style == "curly"


def test_an_abbreviation_is_added_changed_and_taken_away(typing, desk):
    write(typing, "typing_expansions", "hm", "harbour master")
    assert from_json(desk.settings.typing).expansions == {"hm": "harbour master"}
    write(typing, "typing_expansions", "hm", "home")
    assert from_json(desk.settings.typing).expansions == {"hm": "home"}
    rows = find(typing, "typing_expansions_list", QListView)
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert from_json(desk.settings.typing).expansions == {}


def test_a_correction_that_comes_with_the_program_can_be_taken_away(typing, desk):
    rows = find(typing, "typing_corrections_list", QListView)
    count = rows.model().rowCount()
    assert count > 250
    key = find(typing, "typing_corrections_key", QLineEdit)
    key.setFocus()
    QTest.keyClicks(key, "teh")
    assert [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())] == [
        "teh", "tehm", "tehn", "tehre",
    ]  # fmt: skip
    rows.setCurrentIndex(rows.model().index(0, 0))
    click(typing, "typing_corrections_remove")
    assert from_json(desk.settings.typing).corrections == {"en": {"teh": ""}}


def test_a_table_goes_out_as_text_and_comes_back(typing, desk, tmp_path):
    table = find(typing, "typing_expansions", WordTable)
    write(typing, "typing_expansions", "hm", "harbour master")
    table.export_words(tmp_path / "words.txt")
    assert parse_words((tmp_path / "words.txt").read_text("utf-8")) == {"hm": "harbour master"}
    (tmp_path / "more.txt").write_text("gz → 广州\nhm = home\n", "utf-8")
    table.import_words(tmp_path / "more.txt")
    assert from_json(desk.settings.typing).expansions == {"hm": "home", "gz": "广州"}


def test_a_file_without_a_table_is_said(typing, desk, tmp_path):
    table = find(typing, "typing_expansions", WordTable)
    for content in (None, b"\xff\xfe\x00nothing"):
        file = tmp_path / "none.txt"
        if content is not None:
            file.write_bytes(content)
        table.import_words(file)
        said = [each.text() for each in table.findChildren(QWidget) if hasattr(each, "text")]
        assert any("file" in words for words in said)
    assert desk.changed == []
