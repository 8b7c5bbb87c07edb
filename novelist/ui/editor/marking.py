# SPDX-License-Identifier: MIT
"""Marks of characters: what is marked at the caret or in the selection, and changing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from novelist.domain import document as d
from novelist.domain.document import Mark, Marks, canonical
from novelist.ui.editor.blocks import level_of, selected_blocks, with_marks
from novelist.ui.editor.properties import marks_of

_EXCLUDED_BY: Final = {d.SUPERSCRIPT: d.SUBSCRIPT, d.SUBSCRIPT: d.SUPERSCRIPT}
_CLEARABLE: Final = frozenset(
    {
        d.EMPHASIS,
        d.STRONG,
        d.UNDERLINE,
        d.STRIKE,
        d.SMALL_CAPS,
        d.SUPERSCRIPT,
        d.SUBSCRIPT,
        d.HIGHLIGHT,
        d.LINK,
    }
)


def toggled(marks: Marks, name: str) -> Marks:
    """The marks with ``name`` added, or without it where it was there."""
    return without(marks, name) if has(marks, name) else with_mark(marks, name)


def has(marks: Marks, name: str) -> bool:
    """Whether one of the marks has that name."""
    return any(mark.name == name for mark in marks)


def without(marks: Marks, name: str) -> Marks:
    """The marks but that one."""
    return tuple(mark for mark in marks if mark.name != name)


def with_mark(marks: Marks, name: str) -> Marks:
    """The marks and that one; raised and lowered characters exclude each other."""
    excluded = _EXCLUDED_BY.get(name, "")
    return canonical([*without(marks, excluded), Mark(name)])


def toggle_mark(cursors: Sequence[QTextCursor], name: str) -> None:
    """Mark what is selected, or unmark it where all of it is marked already.

    One undoable step a text.
    """
    parts = [part for cursor in cursors for part in _parts(cursor)]
    is_on = bool(parts) and all(has(marks_of(given), name) for *_, given in parts)
    change = without if is_on else with_mark
    for cursor in cursors:
        change_marks(cursor, lambda marks: change(marks, name))


def clear_marks(cursors: Iterable[QTextCursor]) -> None:
    """Take every visible mark off what is selected; comments and languages stay."""
    for cursor in cursors:
        change_marks(cursor, lambda marks: tuple(m for m in marks if m.name not in _CLEARABLE))


def change_marks(cursor: QTextCursor, change: Callable[[Marks], Marks]) -> None:
    """Give what is selected other marks, by what it has. One undoable step."""
    changes = []
    for block, start, end, given in list(_parts(cursor)):
        marks, wanted = marks_of(given), change(marks_of(given))
        if wanted != marks:
            changes.append((block, start, end, given, wanted))
    _apply(cursor, changes)


def _parts(cursor: QTextCursor) -> Iterator[tuple[QTextBlock, int, int, QTextCharFormat]]:
    """The selected stretches of equal format: block, first and last position, format."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        for part in block.textFormats():
            start = max(first, block.position() + part.start)
            end = min(last, block.position() + part.start + part.length)
            if start < end:
                yield block, start, end, QTextCharFormat(part.format)  # it dies with its range


def _apply(
    cursor: QTextCursor, changes: list[tuple[QTextBlock, int, int, QTextCharFormat, Marks]]
) -> None:
    editing = QTextCursor(cursor)
    editing.beginEditBlock()
    for block, start, end, given, marks in changes:
        editing.setPosition(start)
        editing.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editing.setCharFormat(with_marks(given, marks, level_of(block)))
    editing.endEditBlock()
