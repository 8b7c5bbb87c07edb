# SPDX-License-Identifier: MIT
"""The whole manuscript as one flowing text, driven from inside: opened, written in, scrolled."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from benchmarks.painted import Moment, Painted
from benchmarks.typing import Samples, bare_window, keyed, press, type_letters, until_painted

if TYPE_CHECKING:
    from novelist.ui.controller import Controller
    from novelist.ui.manuscript.view import ManuscriptView

_KEYS = 100  # in a turn
_TURNS = 2
_LONGER = 40  # Enter, paste, undo
_NOTCHES = 200
_WIDTHS = 30
_REST = 1.2  # seconds, until what is around is loaded and laid out
_OPENINGS = 8


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
        samples |= await _write(name, view)
    samples["wheel"] = await _scroll(view, Painted(view.viewport()))
    samples["resize"] = await _resize(controller, Painted(view.viewport()))
    controller.workspace.manuscript.choose("scene")
    return samples


async def _open(controller: Controller) -> Samples:
    manuscript, editor = controller.workspace.manuscript, controller.workspace.editor
    took = []
    for _ in range(_OPENINGS):
        started = Moment.now()
        manuscript.choose("novel")
        assert editor.flow is not None
        painted = Painted(editor.flow.viewport())
        took.append((await painted.expect()).since(started).clock)
        painted.end()
        await asyncio.sleep(_REST)
        manuscript.choose("scene")
        await asyncio.sleep(_REST / 2)
    manuscript.choose("novel")
    await asyncio.sleep(_REST)
    return {"open": took}


async def _write(name: str, view: ManuscriptView) -> Samples:
    pen = view.pen
    bare = bare_window(pen)
    pen.setFocus()
    keys: list[Moment] = []
    bare_keys: list[Moment] = []
    for _ in range(_TURNS):
        keys += await type_letters(pen, _KEYS)
        await asyncio.sleep(_REST)
        bare_keys += await type_letters(bare, _KEYS)
    bare.close()
    pen.setFocus()
    await asyncio.sleep(_REST)
    painted = Painted(pen.viewport())
    QGuiApplication.clipboard().setText("A paragraph that was written elsewhere. " * 12)
    longer = []
    for _ in range(_LONGER // 3):
        for act in (partial(press, pen, "\r"), pen.paste_plain, pen.undo):
            longer.append(await until_painted(painted, act))
    painted.end()
    return (
        keyed(f"key {name}", keys)
        | keyed(f"bare key {name}", bare_keys)
        | keyed(f"longer {name}", longer)
    )


async def _scroll(view: ManuscriptView, painted: Painted) -> list[float]:
    """The wheel, from the middle down and up again: each turn until it is painted."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    await asyncio.sleep(_REST)
    took = []
    for number in range(_NOTCHES):
        way = -120 if number < _NOTCHES * 2 // 3 else 120
        took.append((await until_painted(painted, partial(_turn, view, way))).clock)
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
        resize = partial(window.resize, narrower, window.height())
        took.append((await until_painted(painted, resize)).clock)
    window.resize(width, window.height())
    await asyncio.sleep(_REST)
    painted.end()
    return took
