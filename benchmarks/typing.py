# SPDX-License-Identifier: MIT
"""Keys pressed one after the other, each timed until it is painted; the same in a bare window."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.painted import Moment, Painted

Samples = dict[str, list[float]]
PAUSE = 0.012  # seconds between two keys: a very fast typist's are ten times as far apart
_CODES = {" ": Qt.Key.Key_Space, "\r": Qt.Key.Key_Return}


async def type_letters(edit: QTextEdit, number: int) -> list[Moment]:
    """So many letters; the milliseconds of each from the key press until it is painted."""
    painted = Painted(edit.viewport())
    letters = itertools.islice(itertools.cycle("and the tide "), number)
    took = [await until_painted(painted, partial(press, edit, letter)) for letter in letters]
    painted.end()
    return took


def keyed(name: str, moments: Iterable[Moment]) -> Samples:
    """The samples of a name: what the clock says of them, and the processor's own."""
    clock, processor = zip(*moments, strict=True)
    return {name: list(clock), f"worked {name}": list(processor)}


async def until_painted(painted: Painted, act: Callable[[], object]) -> Moment:
    """The milliseconds from the beginning of ``act`` until the next paint; then a pause."""
    shown = painted.expect()
    started = Moment.now()
    act()
    took = (await shown).since(started)
    await asyncio.sleep(PAUSE)
    return took


def press(edit: QTextEdit, letter: str) -> None:
    """Press a key and let it go."""
    code = _CODES.get(letter) or Qt.Key(ord(letter.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(edit, event)


def bare_window(edit: QTextEdit) -> QTextEdit:
    """A window of Qt alone with the same words, as large as ``edit``, which stays in use."""
    bare = QTextEdit()
    bare.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    bare.resize(edit.size())
    bare.setFont(edit.document().defaultFont())
    bare.setPlainText(edit.document().toPlainText())
    bare.show()
    to_the_middle(bare)
    return bare


def to_the_middle(edit: QTextEdit, turn: int = 0) -> None:
    """Put the caret amid the text; in every turn into another of the paragraphs around.

    Whoever stays in one types a paragraph that no book has.
    """
    middle = edit.document().findBlock(edit.document().characterCount() // 2)
    block = edit.document().findBlockByNumber(middle.blockNumber() + turn)
    cursor = QTextCursor(block if block.isValid() else middle)
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=cursor.block().length() // 2)
    edit.setTextCursor(cursor)
    edit.setFocus()
