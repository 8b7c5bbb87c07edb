# SPDX-License-Identifier: MIT
"""Puts a word in the place of another: one step of the text's history, nothing else changed."""

from __future__ import annotations

import itertools

from PySide6.QtGui import QTextBlock, QTextCursor

from novelist.ui.editor.text_edit import ManuscriptEdit

_WIDE = "utf-16-le"


def replace_word(edit: ManuscriptEdit, block: QTextBlock, start: int, old: str, new: str) -> None:
    """Write ``new`` over ``old``, which stands at Qt's position ``start`` of the block.

    Only the letters that differ are replaced: marks, notes and the caret stay where they are.
    """
    if edit.isReadOnly() or not block.isValid() or not _stands(block, start, old):
        return
    before = _in_common(old, new)
    behind = _in_common(old[before:][::-1], new[before:][::-1])
    first = block.position() + start + _width(old[:before])
    last = block.position() + start + _width(old) - _width(old[len(old) - behind :])
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start + 1)
    dress = cursor.charFormat()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    edit.document().setModified(False)  # a step of its own: Qt joins edits of a modified text
    cursor.insertText(new[before : len(new) - behind], dress)
    edit.document().setModified(False)


def _stands(block: QTextBlock, start: int, word: str) -> bool:
    """Whether the word is still there: the menu may have been open for a while."""
    wide = block.text().encode(_WIDE, "surrogatepass")
    return wide[2 * start : 2 * (start + _width(word))] == word.encode(_WIDE, "surrogatepass")


def _in_common(one: str, other: str) -> int:
    """How many letters both begin with."""
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _width(text: str) -> int:
    return len(text.encode(_WIDE, "surrogatepass")) // 2
