# SPDX-License-Identifier: MIT
"""Putting the mark of a comment on a passage, and taking it off: steps of the text's own undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QTextCursor, QTextDocument

from novelist.domain.comments import marks_in, with_comment, without_comment
from novelist.domain.document import COMMENT, Mark, Marks, canonical
from novelist.ui.editor.commented import comment_value
from novelist.ui.editor.marking import change_marks, without
from novelist.ui.editor.properties import OBJECT_CHARACTER

_Word = QTextCursor.SelectionType.WordUnderCursor


def passage_at(cursor: QTextCursor) -> QTextCursor | None:
    """What is commented from here: the selection, else the word, else the paragraph.

    None where there is nothing. What is typed at its edges is no part of it.
    """
    passage = QTextCursor(cursor)
    if not passage.hasSelection():
        passage.select(_Word)
    if not _says_something(passage):
        passage = _paragraph(cursor)
    return _held(passage) if _says_something(passage) else None


def mark_passage(passage: QTextCursor, mark: str) -> None:
    """Let the passage be that of a comment. One undoable step."""
    change_marks(passage, partial(_with, mark))


def unmark(document: QTextDocument, mark: str) -> None:
    """Take the mark of a comment off wherever it stands. One undoable step."""
    whole = QTextCursor(document)
    whole.select(QTextCursor.SelectionType.Document)
    change_marks(whole, partial(_without, mark))


def words_of(passage: QTextCursor) -> str:
    """What a passage says."""
    return plain(passage.selectedText())


def plain(text: str) -> str:
    """Text of Qt's without what stands for pictures and notes, lines as lines."""
    lines = text.replace("\u2029", "\n").replace("\u2028", "\n")
    return lines.replace(OBJECT_CHARACTER, "")


def _paragraph(cursor: QTextCursor) -> QTextCursor:
    block = cursor.block()
    passage = QTextCursor(cursor)
    passage.setPosition(block.position())
    passage.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    return passage


def _held(passage: QTextCursor) -> QTextCursor:
    """The same words; what is typed behind them before they are marked does not join them."""
    held, end = QTextCursor(passage), passage.selectionEnd()
    held.setPosition(passage.selectionStart())
    held.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    held.setKeepPositionOnInsert(True)
    return held


def _says_something(passage: QTextCursor) -> bool:
    return bool(passage.hasSelection() and words_of(passage).strip())


def _with(mark: str, marks: Marks) -> Marks:
    return canonical([*marks, Mark(COMMENT, with_comment(comment_value(marks), mark))])


def _without(mark: str, marks: Marks) -> Marks:
    if mark not in marks_in(comment_value(marks)):
        return marks
    left = without_comment(comment_value(marks), mark)
    others = without(marks, COMMENT)
    return canonical([*others, Mark(COMMENT, left)]) if left else others
