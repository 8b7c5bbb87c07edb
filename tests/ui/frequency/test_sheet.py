# SPDX-License-Identifier: MIT
"""The sheet of frequent words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from novelist.domain.frequency import Frequency, Use
from novelist.ui.frequency.sheet import FrequencySheet
from novelist.ui.widgets.row_look import RowRole

FOUND = Frequency(
    2_000, (Use("lamp", 1_234), Use("tide", 2), Use("once", 1)), (Use("the old lamp", 3),)
)


@pytest.fixture
def sheet(theme, icons):
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    sheet = FrequencySheet(theme, icons, window)
    sheet.open_sheet(sheet.list)
    yield sheet
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def rows(sheet):
    model = sheet.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_words_are_told_with_count_and_share(sheet):
    sheet.show_frequency(FOUND)
    assert rows(sheet) == ["lamp", "tide"]
    assert sheet.model.index(0, 0).data(RowRole.COUNT) == "1,234  ·  617.0"


def test_phrases_are_the_other_choice(sheet):
    sheet.show_frequency(FOUND)
    sheet.kinds.set_value("phrases")
    assert rows(sheet) == ["the old lamp"]


def test_chinese_has_words_and_phrases_too_and_the_columns_have_heads(sheet):
    sheet.show_frequency(Frequency(10, (Use("灯塔", 3),), (Use("雾港的灯塔", 3),)))
    assert (rows(sheet), sheet.word_head.text()) == (["灯塔"], "Word")
    sheet.kinds.set_value("phrases")
    assert (rows(sheet), sheet.word_head.text()) == (["雾港的灯塔"], "Phrase")
    assert "1,000" in sheet.count_head.text()


@pytest.mark.parametrize("way", ["double click", "enter"])
def test_a_word_leads_to_its_places(sheet, qtbot, way):
    sheet.show_frequency(FOUND)
    index = sheet.model.index(1, 0)
    with qtbot.waitSignal(sheet.places_requested) as heard:
        if way == "enter":
            QTest.keyClick(sheet.list, Qt.Key.Key_Down)  # from the first
            QTest.keyClick(sheet.list, Qt.Key.Key_Return)
        else:
            place = sheet.list.visualRect(index).center()
            QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
            QTest.mouseDClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == ["tide"]


def test_another_scope_is_a_wish(sheet, qtbot):
    with qtbot.waitSignal(sheet.scope_chosen) as heard:
        sheet.scopes.set_value("manuscript")
    assert heard.args == ["manuscript"]


def test_where_nothing_is_frequent_that_is_said(sheet):
    sheet.show_frequency(Frequency(3, (Use("once", 1),), ()))
    assert not sheet.list.isVisibleTo(sheet)
