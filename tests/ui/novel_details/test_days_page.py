# SPDX-License-Identifier: MIT
"""The page "Written so far" of the novel details."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.domain.writing_days import WrittenDay
from novelist.ui.novel_details.days_model import SHARE, DaysModel
from novelist.ui.novel_details.days_page import DaysPage
from novelist.ui.widgets.row_look import RowRole

DAYS = {
    date(2025, 12, 31): WrittenDay(200, 5400),
    date(2026, 1, 1): WrittenDay(-30),
    date(2026, 1, 20): WrittenDay(1400, 50),
}


@pytest.fixture
def model(qapp, qtmodeltester):
    model = DaysModel(qapp)
    qtmodeltester.check(model)
    model.show_days(DAYS, "en")
    qtmodeltester.check(model)
    return model


@pytest.fixture
def page(theme, icons, qtbot):
    page = DaysPage(theme, icons, None)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    return page


def row(index):
    return tuple(
        index.data(role) for role in (Qt.ItemDataRole.DisplayRole, RowRole.NOTE, RowRole.COUNT)
    )


def test_months_hold_their_days_the_latest_first(model):
    january, december = model.index(0, 0), model.index(1, 0)
    assert row(january) == ("January 2026", "2 days", "1,370 words")
    assert row(december) == ("December 2025", "1 days", "200 words")
    assert row(model.index(0, 0, january)) == ("Tuesday, 20 January", "1 min", "1,400 words")
    assert row(model.index(1, 0, january)) == (
        "Thursday, 1 January",
        None,
        "\N{MINUS SIGN}30 words",
    )
    assert row(model.index(0, 0, december))[1] == "1 h 30 min"
    said = model.index(0, 0, december).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Wednesday, 31 December, 1 h 30 min, 200 words"


def test_bars_are_as_long_as_their_share_of_the_largest_of_the_kind(model):
    january, december = model.index(0, 0), model.index(1, 0)
    assert january.data(SHARE) == 1
    assert december.data(SHARE) == pytest.approx(200 / 1370)
    assert model.index(1, 0, january).data(SHARE) == 0
    model.show_days({date(2026, 1, 1): WrittenDay(-5)}, "en")
    assert model.index(0, 0).data(SHARE) == 0


def test_figures_stand_above_and_the_time_only_where_it_is_known(page):
    page.show_days(DAYS, "en")
    said = {name: label.text() for name, label in page.figures.items()}
    assert said == {
        "days": "3 days", "words": "1,570 words", "best": "20 Jan 2026", "time": "1 h 31 min",
    }  # fmt: skip
    assert page.figures["best"].accessibleName() == "Best day: 1,400 words: 20 Jan 2026"
    page.show_days({date(2026, 1, 1): WrittenDay(5, 100 * 3600 - 60)}, "en")
    assert page.figures["time"].text() == "100 h"
    page.show_days({date(2026, 1, 1): WrittenDay(5)}, "zh")
    assert page.figures["words"].text() == "5 characters"
    assert not page.figures["time"].isVisible()


def test_months_are_opened_and_closed_by_keys(page):
    page.show_days(DAYS, "en")
    tree, model = page.tree, page.model
    january, december = model.index(0, 0), model.index(1, 0)
    assert tree.isExpanded(january)
    assert not tree.isExpanded(december)
    tree.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(tree, key)
    assert tree.currentIndex() == model.index(0, 0, december)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(december)


def test_bars_are_painted_beside_the_words(page, theme):
    page.show_days(DAYS, "en")
    rect = page.tree.visualRect(page.model.index(0, 0))
    shown = page.tree.grab().toImage()
    ratio = shown.devicePixelRatio()
    middle = int(rect.center().y() * ratio)
    inks = {shown.pixelColor(x, middle).name() for x in range(shown.width())}
    assert theme.colour("accent").name() in inks
