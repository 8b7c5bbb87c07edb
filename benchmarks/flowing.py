# SPDX-License-Identifier: MIT
"""The whole manuscript as one flowing text, driven from inside: opened, written in, scrolled."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.painted import Painted

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.manuscript.view import ManuscriptView

_KEYS = 200
_LONGER = 40  # Enter, paste, undo
_NOTCHES = 200
_WIDTHS = 30
_PAUSE = 0.012  # seconds between two keys or notches of the wheel
_REST = 1.2  # seconds, until what is around is loaded and laid out
_OPENINGS = 8

Samples = dict[str, list[float]]


async def flow(controller: Controller) -> Samples:
    """What the manuscript view takes, in milliseconds, by name."""
    samples = await _open(controller)
    view = controller.workspace.editor.flow
    assert view is not None
    sections = view.flow.sections
    places = {"start": 2, "middle": len(sections) // 2, "end": len(sections) - 2}
    for name, number in places.items():
        view.enter(sections[number].item_id, 0)
        await asyncio.sleep(_REST)
        samples |= await _write(name, view, Painted(view.pen.viewport()))
    samples["wheel"] = await _scroll(view, Painted(view.viewport()))
    samples["resize"] = await _resize(controller, Painted(view.viewport()))
    controller.workspace.manuscript.choose("scene")
    return samples


async def _open(controller: Controller) -> Samples:
    manuscript, editor = controller.workspace.manuscript, controller.workspace.editor
    took = []
    for _ in range(_OPENINGS):
        started = time.perf_counter()
        manuscript.choose("novel")
        assert editor.flow is not None
        painted = Painted(editor.flow.viewport())
        took.append((await painted.expect() - started) * 1000)
        painted.end()
        await asyncio.sleep(_REST)
        manuscript.choose("scene")
        await asyncio.sleep(_REST / 2)
    manuscript.choose("novel")
    await asyncio.sleep(_REST)
    return {"open": took}


async def _write(name: str, view: ManuscriptView, painted: Painted) -> Samples:
    pen = view.pen
    letters = itertools.islice(itertools.cycle("and the tide "), _KEYS)
    keys = [await _time(painted, partial(_press, pen, letter)) for letter in letters]
    QGuiApplication.clipboard().setText("A paragraph that was written elsewhere. " * 12)
    longer = []
    for _ in range(_LONGER // 3):
        for act in (partial(_press, pen, "\r"), pen.paste_plain, pen.undo):
            longer.append(await _time(painted, act))
    painted.end()
    return {f"key {name}": keys, f"longer {name}": longer}


async def _time(painted: Painted, act: Callable[[], object]) -> float:
    shown = painted.expect()
    started = time.perf_counter()
    act()
    took = (await shown - started) * 1000
    await asyncio.sleep(_PAUSE)
    return took


def _press(pen: object, letter: str) -> None:
    codes = {" ": Qt.Key.Key_Space, "\r": Qt.Key.Key_Return}
    code = codes.get(letter) or Qt.Key(ord(letter.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(pen, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter))  # type: ignore[arg-type]  # it is a widget


async def _scroll(view: ManuscriptView, painted: Painted) -> list[float]:
    """The wheel, from the middle down and up again: each turn until it is painted."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    await asyncio.sleep(_REST)
    took = []
    for number in range(_NOTCHES):
        way = -120 if number < _NOTCHES * 2 // 3 else 120
        took.append(await _time(painted, partial(_turn, view, way)))
    painted.end()
    return took


def _turn(view: ManuscriptView, way: int) -> None:
    viewport = view.viewport()
    where = QPoint(viewport.width() // 2, viewport.height() // 2)
    event = QWheelEvent(
        QPointF(where), QPointF(viewport.mapToGlobal(where)), QPoint(0, 0), QPoint(0, way),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QCoreApplication.sendEvent(viewport, event)


async def _resize(controller: Controller, painted: Painted) -> list[float]:
    """The window's edge dragged inwards, until the text is broken anew and painted."""
    window = controller.window
    width = window.width()
    took = []
    for number in range(1, _WIDTHS + 1):
        narrower = width - 12 * number
        took.append(await _time(painted, partial(window.resize, narrower, window.height())))
    window.resize(width, window.height())
    await asyncio.sleep(_REST)
    painted.end()
    return took
