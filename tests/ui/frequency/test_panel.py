# SPDX-License-Identifier: MIT
"""The tab of frequent words, by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from novelist.domain.frequency import Frequency, Use, measure
from novelist.ui.frequency.panel import FrequencyPanel

FOUND = Frequency(
    2_000, (Use("lamp", 1_234), Use("tide", 2), Use("once", 1)), (Use("the old lamp", 3),)
)


@pytest.fixture
def panel(theme, icons):
    window = QWidget()
    window.resize(304, 600)
    panel = FrequencyPanel(theme, icons, window)
    panel.resize(window.size())
    window.show()
    yield panel
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def rows(panel):
    return [tuple(row) for row in panel.list.uses.rows]


def test_words_are_told_with_count_and_share(panel):
    panel.show_frequency(FOUND)
    assert rows(panel) == [("lamp", "1,234", "617.0"), ("tide", "2", "1.0")]


def test_phrases_are_the_other_choice(panel):
    panel.show_frequency(FOUND)
    panel.kinds.set_value("phrases")
    assert rows(panel) == [("the old lamp", "3", "1.5")]
    assert panel.heads.first == "Phrase"


def inked(image, place):
    """The columns of pixels in a rectangle that are not its ground."""
    ground = image.pixel(place.left() - 2, place.center().y())
    return [
        x
        for x in range(place.left(), place.right() + 1)
        if any(image.pixel(x, y) != ground for y in range(place.top(), place.bottom() + 1))
    ]


def test_the_figures_end_right_below_the_end_of_their_heads(panel):
    panel.show_frequency(FOUND)
    QCoreApplication.processEvents()
    head = panel.heads.grab().toImage()
    figures = panel.list.viewport().grab().toImage()
    width = panel.list.viewport().width()
    above = panel.columns.places(QRect(0, 0, width, panel.heads.height()))
    below = panel.columns.places(panel.list.visualRect(panel.list.uses.index(0)))
    for over, under in zip(above, below, strict=True):
        assert abs(inked(head, over)[-1] - inked(figures, under)[-1]) <= 1


def test_who_stands_on_a_word_stays_on_it_while_the_figures_change(panel):
    panel.show_frequency(FOUND)
    panel.list.setCurrentIndex(panel.list.uses.index(1))
    panel.show_frequency(Frequency(2_000, (Use("tide", 9), Use("lamp", 8)), ()))
    assert panel.list.currentIndex().data() == "tide"
    assert panel.list.currentIndex().row() == 0


@pytest.mark.parametrize("way", ["click", "enter"])
def test_a_word_leads_to_its_places(panel, qtbot, way):
    panel.show_frequency(FOUND)
    with qtbot.waitSignal(panel.places_requested) as heard:
        if way == "enter":
            panel.list.setCurrentIndex(panel.list.uses.index(0))
            QTest.keyClick(panel.list, Qt.Key.Key_Down)
            QTest.keyClick(panel.list, Qt.Key.Key_Return)
        else:
            place = panel.list.visualRect(panel.list.uses.index(1)).center()
            QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == ["tide"]


def test_where_nothing_is_frequent_that_is_said(panel):
    panel.show_frequency(Frequency(3, (Use("once", 1),), ()))
    assert panel.empty.isVisible()
    assert not panel.list.isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_counting_ends_when_nobody_waits_for_it(language):
    asked = []

    def is_left():
        asked.append(True)
        return len(asked) > 1

    found = measure(["The lamp, the lamp.", "灯塔和灯塔。"] * 9, language, is_left)
    assert (found.words, len(asked)) == ((), 2)
