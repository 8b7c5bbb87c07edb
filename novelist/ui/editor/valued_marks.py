# SPDX-License-Identifier: MIT
"""Marks that say something: links, readings, languages. What is said at the caret; changing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from novelist.domain.document import Mark, canonical
from novelist.ui.editor.blocks import level_of, with_marks
from novelist.ui.editor.marking import change_marks, without
from novelist.ui.editor.properties import marks_of

_Move = QTextCursor.MoveMode


def value_of(given: QTextCharFormat, name: str) -> str:
    """What the mark of that name says of some characters; "" where they have none."""
    return next((mark.value for mark in marks_of(given) if mark.name == name), "")


def value_at(document_block: QTextBlock, position: int, name: str) -> str:
    """What the mark says of the character behind a position of the document, or before it."""
    inside = position - document_block.position()
    before = ""
    for part in document_block.textFormats():
        if part.start <= inside < part.start + part.length:
            return value_of(part.format, name) or before
        before = value_of(part.format, name) if part.start + part.length == inside else ""
    return before


def stretch(cursor: QTextCursor, name: str) -> QTextCursor:
    """What a change of the mark is about: the selection, or all with the same mark at the caret.

    Without either it is empty.
    """
    result = QTextCursor(cursor)
    if cursor.hasSelection():
        return result
    block = cursor.block()
    value = value_at(block, cursor.position(), name)
    if not value:
        return result
    start = end = cursor.position()
    parts = [(p.start + block.position(), p.length, value_of(p.format, name))
             for p in block.textFormats()]  # fmt: skip
    for first, length, said in parts:
        if said == value and first <= end and first + length >= start:
            start, end = min(start, first), max(end, first + length)
    result.setPosition(start)
    result.setPosition(end, _Move.KeepAnchor)
    return result


def set_value(cursor: QTextCursor, name: str, value: str) -> None:
    """Let the mark say this of what is selected; "" takes it away. One undoable step."""
    added = [Mark(name, value)] if value else []
    change_marks(cursor, lambda marks: canonical([*without(marks, name), *added]))


def set_values(cursor: QTextCursor, name: str, values: Sequence[str]) -> None:
    """Let the mark say something else of each character that is selected. One undoable step."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    editing = QTextCursor(cursor)
    editing.beginEditBlock()
    for value in values:
        piece = QTextCursor(cursor.document())
        piece.setPosition(start)
        piece.movePosition(QTextCursor.MoveOperation.NextCharacter, _Move.KeepAnchor)
        start = min(piece.selectionEnd(), end)
        set_value(piece, name, value)
    editing.endEditBlock()


def replace_words(cursor: QTextCursor, words: str, name: str, value: str) -> None:
    """Put words in the place of what is selected, with its other marks and this one."""
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart() + (1 if cursor.hasSelection() else 0))
    others = without(marks_of(first.charFormat()), name)
    marks = canonical([*others, Mark(name, value)])
    cursor.insertText(words, with_marks(QTextCharFormat(), marks, level_of(cursor.block())))
