# SPDX-License-Identifier: MIT
"""Panes beside and below each other: whatever is split and closed, the others stay."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from novelist.ui.editor.documents import Documents
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.panes.area import PaneArea
from novelist.ui.panes.pane import Pane

RIGHT, BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def make(qtbot, theme, icons):
    keeper = QObject()
    pen = ManuscriptEdit(theme)
    documents = Documents(theme, keeper)
    qtbot.addWidget(pen)
    yield lambda: Pane(theme, icons, documents, pen)
    keeper.deleteLater()


@pytest.fixture
def area(qtbot, theme, make):
    area = PaneArea(theme)
    qtbot.addWidget(area)
    area.resize(1200, 800)
    area.put_first(make())
    area.show()
    return area


def test_what_is_split_to_the_right_stands_beside_and_below_below(area, make):
    first, second, third = area.panes[0], make(), make()
    area.split(first, RIGHT, second)
    area.split(second, BELOW, third)
    assert area.panes == [first, second, third]
    assert area.shape()["way"] == "row"
    assert area.shape()["parts"][1]["way"] == "column"


def test_both_halves_are_equally_large(area, make):
    first, second = area.panes[0], make()
    area.split(first, RIGHT, second)
    assert abs(first.width() - second.width()) <= 2


def test_a_closed_pane_leaves_its_room_to_the_others(area, make):
    first, second = area.panes[0], make()
    area.split(first, RIGHT, second)
    area.close_pane(first)
    assert area.panes == [second]
    assert area.shape() == 0
    assert second.width() == area.width()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_split_and_closed_the_others_live_on(area, make, seed):
    chance = random.Random(seed)
    expected = list(area.panes)
    for _ in range(12):
        pane = chance.choice(expected)
        if len(expected) > 1 and chance.random() < 0.4:
            area.close_pane(pane)
            expected.remove(pane)
            pane.deleteLater()
        else:
            other = make()
            area.split(pane, chance.choice((RIGHT, BELOW)), other)
            expected.append(other)
        assert set(area.panes) == set(expected)
        assert all(isValid(each) and each.isVisibleTo(area) for each in expected)


def test_in_a_narrow_pane_the_title_has_the_room(area, make, qtbot):
    first, second = area.panes[0], make()
    area.split(first, RIGHT, second)
    first.show_bar(shown=True, several=True)
    assert first.split_right.isVisible()
    area.resize(340, 600)
    assert not first.split_right.isVisible()
    qtbot.waitUntil(lambda: first.row.width() > 70)


def test_in_a_narrow_pane_one_button_stands_for_both_ways_to_split(area):
    (pane,) = area.panes
    pane.show_bar(shown=True, several=True)
    asked = []
    pane.split_requested.connect(asked.append)
    area.resize(230, 800)
    assert (pane.split_right.isVisible(), pane.more.isVisible()) == (False, True)
    pane.more.click()
    (menu,) = pane.findChildren(QMenu)
    for row in menu.actions():
        row.trigger()
    assert asked == [RIGHT, BELOW]
    menu.close()
