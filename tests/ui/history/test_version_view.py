# SPDX-License-Identifier: MIT
"""Versions on the page: a long one comes slice by slice, and another one ends it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextDocument

from novelist.domain.comparing.diff import compare
from novelist.domain.document import document_of
from novelist.ui.editor.page import PageSettings
from novelist.ui.history.diff_text import DiffText, Side
from novelist.ui.history.filling import SLICE, slices
from novelist.ui.history.shown_text import PlainText
from novelist.ui.history.side_by_side import SideBySide
from novelist.ui.history.stage import HistoryStage
from novelist.ui.history.version_view import VersionView
from novelist.ui.tasks import Tasks

LINE = "The tide came in at four and went out again at ten, as it always had."
LONG = document_of(*(f"{number}: {LINE}" for number in range(400)))
SHORT = document_of("Once.")


@pytest.fixture
def view(qtbot, theme, icons):
    made = VersionView(theme, icons)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def plain(view, document):
    return PlainText(document, view.style_of_page)


def changed(view, theme, *edits, side=Side.BOTH):
    """Of ``LONG`` with other words in some places."""
    texts = [block.plain_text for block in LONG]
    for number in edits:
        texts[number] += " Nobody wrote it down."
    return DiffText(compare(LONG, document_of(*texts)), view.style_of_page, theme, side)


def test_a_text_that_cannot_be_written_in_has_no_caret(qtbot, view):
    view.show_text(plain(view, SHORT))
    view.setFocus()
    qtbot.waitUntil(lambda: view.hasFocus() and view.is_filled)
    blinking = view.viewport().grab().toImage()
    view.clearFocus()
    assert view.viewport().grab().toImage() == blinking


@pytest.mark.parametrize("width", [900, 1280, 1920])
def test_a_text_stands_in_one_place_with_its_changes_and_without(qtbot, theme, icons, width):
    owner = QObject()
    stage = HistoryStage(theme, icons, Tasks(owner, lambda _error: None))
    qtbot.addWidget(stage)
    stage.resize(width, 500)
    stage.show()
    lefts = []
    for view in (stage.changes, stage.then):
        view.parentWidget().setCurrentWidget(view)
        qtbot.waitUntil(lambda view=view: view.width() == width)
        lefts.append(view.viewport().x())
    assert lefts[0] == lefts[1] > 0


def test_a_slice_is_no_longer_than_it_takes_a_moment_to_lay_out(view):
    target, lengths = QTextDocument(), [1]
    for _ in slices(plain(view, LONG), target):
        lengths.append(target.characterCount())
    steps = [after - before for before, after in pairwise(lengths)]
    assert len(steps) > 5
    assert max(steps) <= SLICE + len(LINE) + 10
    assert target.toPlainText() == LONG.plain_text


def test_a_long_text_comes_in_later_turns_of_the_loop(qtbot, view):
    view.show_text(plain(view, LONG))
    assert 0 < view.document().characterCount() < len(LONG.plain_text) / 2
    assert not view.is_filled
    with qtbot.waitSignal(view.filled):
        pass
    assert view.toPlainText() == LONG.plain_text


def test_another_text_ends_the_one_that_is_still_coming(qtbot, view):
    view.show_text(plain(view, LONG))
    half = view.document()
    with qtbot.waitSignal(view.filled):
        view.show_text(plain(view, SHORT))
    assert view.toPlainText() == "Once."
    assert half is not view.document()
    view.show_text(plain(view, LONG))
    with qtbot.waitSignal(view.filled):
        view.show_nothing()
    assert view.toPlainText() == ""


def test_the_first_change_is_chosen_and_seen_once_it_is_there(qtbot, view, theme):
    view.show_text(changed(view, theme, 350), offers=True)
    assert view.current_passage is None
    with qtbot.waitSignal(view.filled):
        pass
    assert view.current_passage == 0
    rect = view.button.geometry()
    assert view.button.isVisible()
    assert view.viewport().rect().contains(rect)


def test_a_press_beside_a_change_chooses_it_far_down_in_a_long_text(qtbot, view, theme):
    with qtbot.waitSignal(view.filled):
        view.show_text(changed(view, theme, *range(0, 400, 40)), offers=True)
    view.step(5)
    assert view.current_passage == 5
    view.step(-1)
    assert view.current_passage == 4
    assert view.button.isVisible()


def test_a_long_text_stays_at_its_place_when_the_window_gets_narrower(qtbot, view):
    with qtbot.waitSignal(view.filled):
        view.show_text(plain(view, LONG))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first = view.cursorForPosition(QPoint(0, 0)).block().text()
    with qtbot.waitSignal(view.filled):
        view.resize(600, 500)
    assert view.cursorForPosition(QPoint(0, 0)).block().text() == first


def test_two_texts_beside_each_other_scroll_together_from_change_to_change(qtbot, theme, icons):
    both = SideBySide(theme, icons)
    qtbot.addWidget(both)
    both.resize(900, 500)
    both.set_page(PageSettings(), "en")
    both.show()
    texts = [changed(both.then, theme, 100, 300, side=side) for side in (Side.THEN, Side.NOW)]
    with qtbot.waitSignals([both.then.filled, both.now.filled]):
        both.show_texts(*texts)
    bar = both.then.verticalScrollBar()
    bar.setValue(bar.maximum())
    other = both.now.verticalScrollBar()
    assert other.value() == other.maximum()
    other.setValue(0)
    assert bar.value() == 0
