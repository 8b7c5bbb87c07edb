# SPDX-License-Identifier: MIT
"""Drives the real window from inside: ``python -m benchmarks.window LIBRARY NAME`` prints samples.

Run by ``benchmarks.writing`` in a process of its own, with the novel that was left open.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from benchmarks.flowing import flow
from benchmarks.history_page import look_back
from benchmarks.painted import Moment, Painted
from benchmarks.turns import longest_stop
from benchmarks.typing import PAUSE, Samples, bare_window, keyed, to_the_middle, type_letters
from novelist.app import create_application
from novelist.app.wiring import build_window, open_library
from novelist.services.library import library
from novelist.ui.shelf.open_button import open_button_rect

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

_SWITCHES = 80
_KEYS = 100  # in a turn
_TURNS = 4
_SAVES = 60
_OPENINGS = 12
_FIRST_CARD = 0
_MADE_UP = ("key", "save")  # measured on made-up words: each of them would be underlined
_READING = 0.1  # seconds between two switches: the quickest that one can look at each
_SETTLE = 0.5  # seconds until what was switched is painted


async def switch(controller: Controller) -> Samples:
    """From choosing the next scene until its text is painted, caret in it."""
    workspace = controller.workspace
    editor = workspace.editor
    painted = Painted(editor.edit.viewport())
    scenes = [item.id for item in workspace.items if item.kind == "scene"]
    took = []
    for item_id in itertools.islice(itertools.cycle(scenes[1:]), _SWITCHES):
        started = time.perf_counter()
        workspace.show_item(item_id)
        shown = await painted.expect()
        while editor.current_item_id != item_id:
            shown = await painted.expect()
        took.append((shown.clock - started) * 1000)
        await asyncio.sleep(_READING)
    return {"switch": took}


async def spelled(controller: Controller) -> Samples:
    """From a key press until the letter is painted, all words judged and new ones on the way."""
    await _judged(controller)
    checking = controller.commands.spelling.checking
    edit = controller.workspace.editor.edit
    bare = bare_window(edit)
    to_the_middle(edit)
    await asyncio.sleep(_SETTLE)
    found = await _type("on", edit, bare)
    checking.switch(False)
    await asyncio.sleep(_SETTLE)
    return found | await _type("off", edit, bare)


async def focused(controller: Controller) -> Samples:
    """From a key press until the letter is painted: dialogue coloured, then in focus mode too.

    Spelling is on; all but the sentence is dimmed, and the line stays at its height.
    """
    await _judged(controller)
    commands, edit = controller.commands, controller.workspace.editor.edit
    bare = bare_window(edit)
    commands.choose("dialogue", True)
    await asyncio.sleep(_SETTLE)
    to_the_middle(edit)
    found = await _type("dialogue", edit, bare)
    for unit in ("sentence", "paragraph"):
        commands.choose("focus_dim", unit)
        commands.focus.enter()
        await asyncio.sleep(_SETTLE)
        found |= await _type(unit, edit, bare)
        commands.focus.leave()
    return found


async def key(controller: Controller) -> Samples:
    """From a key press amid the scene until the letter is painted; the same in a bare text."""
    edit = controller.workspace.editor.edit
    bare = bare_window(edit)
    to_the_middle(edit)
    await asyncio.sleep(_SETTLE)
    return await _type("key", edit, bare)


async def _judged(controller: Controller) -> None:
    """Return when all words of the scene are judged."""
    checking = controller.commands.spelling.checking
    settled = asyncio.Event()
    checking.settled.connect(settled.set)
    if not (checking.is_on and checking.is_settled):
        await settled.wait()


async def _type(name: str, edit: QTextEdit, bare: QTextEdit) -> Samples:
    """The same keys in both, turn by turn: what else the computer does meanwhile hits both.

    ``name``, and ``bare`` with it, are the keys of what was found.
    """
    found: dict[str, list[Moment]] = {name: [], f"bare {name}": []}
    for turn in range(_TURNS):
        for which, widget in ((name, edit), (f"bare {name}", bare)):
            to_the_middle(widget, turn)
            found[which] += await type_letters(widget, _KEYS)
            await asyncio.sleep(_SETTLE)
    return keyed(name, found[name]) | keyed(f"bare {name}", found[f"bare {name}"])


async def save(controller: Controller) -> Samples:
    """From the editor until COMMIT; and, in other saves, the longest turn of the loop.

    The store tells of a COMMIT before the window follows it; that is when the text is on disk.
    """
    took = [await _save(controller) for _ in range(_SAVES)]
    blocked = [await longest_stop(_save(controller)) for _ in range(_SAVES)]
    return {"save": took, "blocked": blocked}


async def _save(controller: Controller) -> float:
    """Change the scene and save it; the milliseconds it took."""
    controller.workspace.editor.edit.textCursor().insertText("word ")
    await asyncio.sleep(PAUSE)
    committed: list[float] = []
    unsubscribe = library.subscribe(lambda _changes: committed.append(time.perf_counter()))
    started = time.perf_counter()
    await controller.workspace.flush()
    unsubscribe()
    return (committed[0] - started) * 1000


async def shelf(controller: Controller) -> Samples:
    """From the click that opens a novel until its scene is painted and its binder shows it."""
    workspace, grid = controller.workspace, controller.shelf_panel.novels.grid
    page = Painted(workspace.editor.edit.viewport())
    binder = Painted(workspace.binder.tree.viewport())
    took = []
    for _ in range(_OPENINGS):
        await workspace.close_novel()
        controller.show_shelf()
        await asyncio.sleep(0.5)  # as long as one looks for the card
        cell = grid.visualRect(grid.model().index(_FIRST_CARD, 0))
        button = open_button_rect(grid.cards.cover_rect(cell)).center()
        shown = [page.expect(), binder.expect()]
        started = time.perf_counter()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=button)
        ends = await asyncio.gather(*shown)
        while workspace.binder.current_id != workspace.editor.current_item_id:
            ends = [await binder.expect()]
        took.append((max(ends).clock - started) * 1000)
    return {"shelf": took}


MEASURES = {
    "shelf": shelf,
    "switch": switch,
    "key": key,
    "spelled": spelled,
    "focused": focused,
    "save": save,
    "history": look_back,
    "flow": flow,
}


async def _run(path: Path, name: str) -> Samples:
    window = build_window(path)
    window.resize(1280, 800)  # whatever screen there is
    window.context.settings.spelling = name not in _MADE_UP
    controller = await open_library(window)
    gc.freeze()  # as the program does when it has started
    await asyncio.sleep(1.5)  # what is loaded after the first paint is not what is measured
    if not controller.workspace.items:
        raise RuntimeError("no novel was left open in this library")
    samples = await MEASURES[name](controller)
    await controller.close()
    window.finish_closing()
    return samples


def main() -> None:
    """Print the samples of one measure as JSON."""
    application = create_application()
    with qasync.QEventLoop(application) as loop:
        samples = loop.run_until_complete(_run(Path(sys.argv[1]), sys.argv[2]))
    print(json.dumps(samples))


if __name__ == "__main__":
    main()
