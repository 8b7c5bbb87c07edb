# SPDX-License-Identifier: MIT
"""What waits for a paint is done after it, and also where nothing is painted."""

import asyncio

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from novelist.ui.widgets import next_paint
from novelist.ui.widgets.next_paint import NextPaint


class _Paper(QAbstractScrollArea):
    def __init__(self):
        super().__init__()
        self.happened = []

    def paintEvent(self, event):
        self.happened.append("paint")

    def work(self):
        self.happened.append("work")


@pytest.fixture
def paper(qtbot):
    paper = _Paper()
    qtbot.addWidget(paper)
    with qtbot.waitExposed(paper):
        paper.show()
    qtbot.waitUntil(lambda: "paint" in paper.happened)
    paper.happened.clear()
    return paper


@pytest.fixture
def patient(monkeypatch):
    monkeypatch.setattr(next_paint, "_PATIENCE", 3600)


async def test_work_is_done_after_the_next_paint(run_on_loop, patient, paper):
    work = NextPaint(paper).then(paper.work)
    paper.viewport().update()
    async with asyncio.timeout(10):
        await work
    assert paper.happened[0] == "paint"
    assert paper.happened[-1] == "work"


async def test_a_paint_counts_that_came_before_the_work_was_told(run_on_loop, patient, paper):
    work = NextPaint(paper).then(paper.work)
    paper.viewport().repaint()
    async with asyncio.timeout(10):
        await work
    assert paper.happened[0] == "paint"
    assert paper.happened[-1] == "work"


async def test_a_hidden_widget_is_not_waited_for_long(run_on_loop, paper):
    paper.hide()
    async with asyncio.timeout(10):
        await NextPaint(paper).then(paper.work)
    assert paper.happened == ["work"]


async def test_all_who_wait_are_served(run_on_loop, patient, paper):
    paint = NextPaint(paper)
    waiting = [paint.then(paper.work), paint.then(paper.work)]
    paper.viewport().update()
    async with asyncio.timeout(10):
        await asyncio.gather(*waiting)
    assert paper.happened[0] == "paint"
    assert paper.happened[-2:] == ["work", "work"]
