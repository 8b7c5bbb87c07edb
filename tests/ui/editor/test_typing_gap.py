# SPDX-License-Identifier: MIT
"""The gap between two keys: behind a key that is painted, or when none comes."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from novelist.domain.document import document_of
from novelist.ui.editor.typing_gap import TypingGap

HOUR = 3_600_000


@pytest.fixture
def events(page):
    page.show(document_of("A text."))
    page.edit.repaint()
    return []


def gap_of(page, events, patience=HOUR):
    gap = TypingGap(patience, page.edit)
    gap.came.connect(lambda: events.append("gap"))
    page.edit.textChanged.connect(gap.note_key)
    return gap


def test_it_comes_right_behind_the_paint_of_a_key(page, events, qtbot):
    gap = gap_of(page, events)
    paint = page.edit.paintEvent
    page.edit.paintEvent = lambda event: (events.append("paint"), paint(event))
    gap.wait()
    QTest.keyClicks(page.edit, "a")
    assert events == []
    qtbot.waitUntil(lambda: "gap" in events)
    assert events == ["paint", "gap"]
    assert not gap.is_awaited


def test_it_comes_when_nobody_types(page, events, qtbot):
    gap = gap_of(page, events, patience=1)
    gap.wait()
    assert gap.is_awaited
    qtbot.waitUntil(lambda: events == ["gap"])


def test_keys_without_anybody_waiting_and_waiting_no_more(page, events, qtbot):
    gap = gap_of(page, events)
    QTest.keyClicks(page.edit, "a")
    settle(qtbot, page)
    gap.wait()
    QTest.keyClicks(page.edit, "b")
    gap.stop()
    settle(qtbot, page)
    assert events == []


def settle(qtbot, page):
    """Return when another gap, awaited from now on, has come."""
    other = TypingGap(HOUR, page.edit)
    other.wait()
    other.note_key()
    with qtbot.waitSignal(other.came):
        pass
