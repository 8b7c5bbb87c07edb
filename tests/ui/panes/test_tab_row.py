# SPDX-License-Identifier: MIT
"""Tabs in the room that there is: never narrower than their names, all of them reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from novelist.ui.panes.tab_row import TabRow

LEFT = Qt.MouseButton.LeftButton
TITLES = ["The ebb at Ludford", "The flood", "The slack", "Low water"]


@pytest.fixture
def row(qtbot, theme, icons):
    page = QWidget()
    qtbot.addWidget(page)
    row = TabRow(theme, icons, page)
    row.resize(220, 32)
    page.show()
    yield row
    page.close()


def test_tabs_without_room_keep_a_width_and_the_current_one_is_in_sight(row):
    for current in (3, 0, 2):
        row.show_tabs(TITLES, current)
        area = row.tab_rect(current)
        assert row.overflows
        assert area.width() >= 96
        assert 0 <= area.left() < area.right() < row.more_rect.left()
        assert row.tab_at(area.center()) == current


def test_all_tabs_are_in_the_menu_of_the_chevron(row, qtbot):
    row.show_tabs(TITLES, 0)
    chosen = []
    row.chosen.connect(chosen.append)
    QTest.mouseClick(row, LEFT, pos=row.more_rect.center())
    (menu,) = row.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == TITLES
    menu.actions()[3].trigger()
    assert chosen == [3]
    menu.close()


def test_with_room_every_tab_is_seen_and_nothing_is_scrolled(row):
    row.show_tabs(TITLES, 3)
    row.resize(900, 32)
    row.show_tabs(TITLES, 3)
    assert not row.overflows
    assert row.tab_at(QPoint(4, 4)) == 0
