# SPDX-License-Identifier: MIT
"""Bookmarks of one open text: where they stand, setting and removing them as one step of undo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from uuid import uuid4

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from novelist.domain.bookmarks import SPARE, bookmark_of, is_spare, visible
from novelist.domain.counting import EACH
from novelist.domain.document import BOOKMARK, Mark, Marks, canonical
from novelist.domain.sentences import sentence_at
from novelist.ui.editor.blocks import level_of, with_marks
from novelist.ui.editor.codec import blocks_from, offset_in, position_of
from novelist.ui.editor.marked_letters import marked_letters
from novelist.ui.editor.properties import marks_from, marks_of

_WORD: Final = re.compile(rf"[^\w\s]*(?:[{EACH}]|[^\W{EACH}]+)")  # with the marks before it
_NAMED: Final = f'"{BOOKMARK}"'
_Keep: Final = QTextCursor.MoveMode.KeepAnchor


def places(document: QTextDocument) -> dict[str, int]:
    """Where each bookmark of a text stands (Qt's position), in order."""
    found: dict[tuple[bool, str], int] = {}
    for block in blocks_from(document.firstBlock()):
        for name, inside, spare in _stretches_in(block):
            found.setdefault((spare, name), block.position() + inside)
    kept = {
        name: place
        for (spare, name), place in found.items()
        if not spare or (False, name) not in found
    }
    return dict(sorted(kept.items(), key=lambda item: item[1]))


def begins_in(block: QTextBlock) -> list[int]:
    """Where in a block bookmarks stand: those that only go on here are left out."""
    found = _stretches_in(block)
    if not found:
        return []
    above = block.previous()
    known = {name for name, *_ in _stretches_in(above)} if above.isValid() else set()
    firsts: dict[str, int] = {}
    for name, inside, _ in found:
        if name not in known:
            firsts.setdefault(name, inside)
    return list(firsts.values())


def has_first_word(document: QTextDocument, name: str) -> bool:
    """Whether something of the first word of a bookmark is in the text."""
    return any(
        each == name and not spare
        for block in blocks_from(document.firstBlock())
        for each, _, spare in _stretches_in(block)
    )


def _stretches_in(block: QTextBlock) -> list[tuple[str, int, bool]]:
    """Each stretch of a bookmark in a block: its id, where, whether it is but the rest of it."""
    found = []
    for start, _length, key in marked_letters(block):
        if _NAMED in key:
            given = marks_from(key)
            name = bookmark_of(given)
            if name:
                found.append((name, start, is_spare(given)))
    return found


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
    for name, position in places(cursor.document()).items():
        if block.contains(position) and start <= offset_in(block, position) < max(end, start + 1):
            return name
    return ""


def set_bookmark(cursor: QTextCursor) -> bool:
    """Put a bookmark at the sentence of the caret; False where there is no letter to carry it."""
    place = place_of_caret(cursor)
    if place is None or place.atBlockEnd():
        return False
    name, block = uuid4().hex[:12], place.block()
    text, start = block.text(), offset_in(block, place.position())
    end = sentence_at(text, start)[1]
    word = _WORD.match(text, start, end)
    first = position_of(place.document(), block.blockNumber(), word.end() if word else start + 1)
    last = position_of(place.document(), block.blockNumber(), end)
    place.beginEditBlock()
    _mark(place, place.position(), first, name)
    _mark(place, first, last, name + SPARE)
    place.endEditBlock()
    return True


def _mark(cursor: QTextCursor, start: int, end: int, value: str) -> None:
    over = QTextCursor(cursor)
    over.setPosition(start)
    over.setPosition(end, _Keep)
    _change(over, lambda given: canonical((*visible(given), Mark(BOOKMARK, value))))


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
