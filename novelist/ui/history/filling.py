# SPDX-License-Identifier: MIT
"""A text comes into a document slice by slice, so that the window never waits for a long one.

A document that a view shows is laid out as it is written, a slice at a time. One that is written
first and shown then is laid out by Qt in steps that get longer and longer, and stop everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument

from novelist.ui.editor.letter_room import set_apart
from novelist.ui.history.shown_text import ShownText

SLICE: Final = 2_500  # characters: they are written and laid out in about ten milliseconds


def slices(text: ShownText, target: QTextDocument, gap: float = 0.0) -> Iterator[None]:
    """Write a text into an empty document, a slice a step; a block is never divided.

    ``gap`` is that between Han and Latin letters, in pixels.
    """
    target.setUndoRedoEnabled(False)
    cursor = QTextCursor(target)
    blocks = text.write(cursor)
    is_more = True
    while is_more:
        cursor.beginEditBlock()
        is_more = _write_slice(blocks, cursor, gap)
        cursor.endEditBlock()
        yield


def _write_slice(blocks: Iterator[int], cursor: QTextCursor, gap: float) -> bool:
    """Write one slice on; whether there may be more."""
    end = cursor.position() + SLICE
    for place in blocks:
        set_apart(cursor.block(), gap)
        if place >= end:
            return True
    return False
