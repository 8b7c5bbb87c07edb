# SPDX-License-Identifier: MIT
"""Bookmarks of one open text: where they stand, setting and removing them as one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from uuid import uuid4

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from novelist.domain.bookmarks import bookmark_of, visible
from novelist.domain.document import BOOKMARK, Mark, Marks, canonical
from novelist.domain.sentences import sentence_at
from novelist.ui.editor.blocks import level_of, with_marks
from novelist.ui.editor.codec import blocks_from, offset_in, position_of
from novelist.ui.editor.properties import MARKS, marks_of

_REACH: Final = 600  # characters behind the place that carry it, up to the end of the paragraph
_NAMED: Final = f'"{BOOKMARK}"'
_Keep: Final = QTextCursor.MoveMode.KeepAnchor


def places(document: QTextDocument) -> dict[str, int]:
    """Where each bookmark of a text stands (Qt's position), in order."""
    found: dict[str, int] = {}
    for block in blocks_from(document.firstBlock()):
        for name, inside in places_in(block):
            found.setdefault(name, block.position() + inside)
    return found


def places_in(block: QTextBlock) -> list[tuple[str, int]]:
    """The bookmarks whose letters begin in a block, and where; some may have begun before it."""
    found: dict[str, int] = {}
    for piece in block.textFormats():
        if _NAMED in (piece.format.property(MARKS) or ""):
            name = bookmark_of(marks_of(piece.format))
            if name:
                found.setdefault(name, piece.start)
    return list(found.items())


def begins_in(block: QTextBlock) -> list[int]:
    """Where in a block bookmarks stand: those that only go on here are left out."""
    found = places_in(block)
    if not found:
        return []
    before = dict(places_in(block.previous())) if block.previous().isValid() else {}
    return [inside for name, inside in found if name not in before]


def place_of_caret(cursor: QTextCursor) -> QTextCursor | None:
    """The beginning of the sentence that the caret is in; None where the text has no letters.

    In an empty paragraph it is the next one that has some, else the one before.
    """
    block = _with_letters(cursor.block())
    if block is None:
        return None
    text = block.text()
    offset = offset_in(block, cursor.position()) if block == cursor.block() else 0
    start, _ = sentence_at(text, offset)
    start += len(text[start:]) - len(text[start:].lstrip())
    place = QTextCursor(cursor.document())
    place.setPosition(position_of(cursor.document(), block.blockNumber(), min(start, len(text))))
    return place


def find_here(cursor: QTextCursor) -> str:
    """The bookmark that stands in the sentence of the caret; "" for none."""
    place = place_of_caret(cursor)
    if place is None:
        return ""
    block = place.block()
    start, end = sentence_at(block.text(), offset_in(block, place.position()))
    known = places(cursor.document())
    for name, inside in places_in(block):
        offset = offset_in(block, block.position() + inside)
        if start <= offset < max(end, start + 1) and known[name] == block.position() + inside:
            return name
    return ""


def set_bookmark(cursor: QTextCursor) -> bool:
    """Put a bookmark at the sentence of the caret; False where there is no letter to carry it."""
    place = place_of_caret(cursor)
    if place is None or place.atBlockEnd():
        return False
    mark = Mark(BOOKMARK, uuid4().hex[:12])
    end = place.block().position() + place.block().length() - 1
    place.setPosition(min(place.position() + _REACH, end), _Keep)
    _change(place, lambda given: canonical((*visible(given), mark)))
    return True


def remove_bookmark(document: QTextDocument, name: str) -> None:
    """Take a bookmark out of the text."""
    editing = QTextCursor(document)
    editing.beginEditBlock()
    for start, end in list(_stretches(document, name)):
        over = QTextCursor(document)
        over.setPosition(start)
        over.setPosition(end, _Keep)
        _change(over, visible)
    editing.endEditBlock()


def _with_letters(block: QTextBlock) -> QTextBlock | None:
    after = block
    while after.isValid() and not after.text().strip():
        after = after.next()
    if after.isValid():
        return after
    while block.isValid() and not block.text().strip():
        block = block.previous()
    return block if block.isValid() else None


def _stretches(document: QTextDocument, name: str) -> Iterator[tuple[int, int]]:
    for block in blocks_from(document.firstBlock()):
        for piece in block.textFormats():
            if bookmark_of(marks_of(piece.format)) == name:
                start = block.position() + piece.start
                yield start, start + piece.length


def _change(selected: QTextCursor, change: Callable[[Marks], Marks]) -> None:
    """Give the selected letters of one block other marks, each stretch its own."""
    block = selected.block()
    first, last = selected.selectionStart(), selected.selectionEnd()
    parts = [
        (block.position() + each.start, each.length, QTextCharFormat(each.format))
        for each in block.textFormats()
    ]
    editing = QTextCursor(selected)
    editing.beginEditBlock()
    for start, length, given in parts:
        low, high = max(first, start), min(last, start + length)
        if low < high:
            editing.setPosition(low)
            editing.setPosition(high, _Keep)
            editing.setCharFormat(with_marks(given, change(marks_of(given)), level_of(block)))
    editing.endEditBlock()
