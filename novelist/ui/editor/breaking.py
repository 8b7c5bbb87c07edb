# SPDX-License-Identifier: MIT
"""Enter, Backspace and Delete where blocks meet, and scene breaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor

from novelist.domain import document as d
from novelist.domain.document import JsonValue
from novelist.ui.editor.blocks import (
    format_after,
    is_void,
    refresh,
    set_meaning,
    typing_format,
)
from novelist.ui.editor.properties import LINE_SEPARATOR, block_meaning
from novelist.ui.editor.styles import VOID_KINDS, PageStyle, heading_level, list_depth

_INHERITED: Final = frozenset({"align", "indent", "level", "ordered", "depth"})
_ENDED_BY_ENTER: Final = frozenset({d.QUOTATION, d.LETTER, d.LIST_ITEM, d.VERSE})
_Keep = QTextCursor.MoveMode.KeepAnchor


def break_line(cursor: QTextCursor, style: PageStyle) -> None:
    """What Enter does at the cursor, by the kind of its block; the cursor stands after it."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        cursor.removeSelectedText()
    block = cursor.block()
    kind, attrs = block_meaning(block.blockFormat())
    if kind in VOID_KINDS:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        _begin_block(cursor, d.PARAGRAPH, {}, style)
    elif kind in _ENDED_BY_ENTER and block.length() == 1:
        set_meaning(QTextCursor(cursor), block, d.PARAGRAPH, {}, style)
    elif kind == d.VERSE:
        _break_verse(cursor, style)
    elif kind == d.HEADING and cursor.atBlockEnd():
        _begin_block(cursor, d.PARAGRAPH, {}, style)
    elif kind == d.HEADING and cursor.atBlockStart():
        _insert_above(cursor, d.PARAGRAPH, style)
    else:
        _begin_block(cursor, kind, {n: attrs[n] for n in attrs if n in _INHERITED}, style)
    refresh(QTextCursor(cursor), cursor.block().next(), style)
    cursor.endEditBlock()


def insert_scene_break(cursor: QTextCursor, style: PageStyle) -> None:
    """Put a scene break at the cursor, which afterwards stands in the block below it."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        cursor.removeSelectedText()
    block = cursor.block()
    if block.length() > 1:
        if not cursor.atBlockStart():
            _begin_block(cursor, d.PARAGRAPH, {}, style)
        _insert_above(cursor, d.SCENE_BREAK, style)
    else:
        if not is_void(block):
            set_meaning(QTextCursor(cursor), block, d.SCENE_BREAK, {}, style)
        _enter_below(cursor, style)
    refresh(QTextCursor(cursor), cursor.block(), style)
    cursor.endEditBlock()


def leave_void(cursor: QTextCursor, style: PageStyle) -> None:
    """Before something is typed in a scene break: go to an empty paragraph below it."""
    below = cursor.block().next()
    if below.isValid() and below.length() == 1 and not is_void(below):
        cursor.setPosition(below.position())
        return
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    _begin_block(cursor, d.PARAGRAPH, {}, style)
    refresh(QTextCursor(cursor), cursor.block().next(), style)
    cursor.endEditBlock()


def join_backward(cursor: QTextCursor, style: PageStyle) -> bool:
    """What Backspace does at the start of a block; False where it only deletes a character.

    A styled block becomes a paragraph first; a scene break or an empty block above goes.
    """
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    block, above = cursor.block(), cursor.block().previous()
    kind, attrs = block_meaning(block.blockFormat())
    if is_void(block) and above.isValid():
        _remove(cursor, block, style)
        cursor.movePosition(QTextCursor.MoveOperation.Left)
    elif kind == d.LIST_ITEM and list_depth(attrs):
        shallower = {**attrs, "depth": list_depth(attrs) - 1}
        set_meaning(QTextCursor(cursor), block, kind, shallower, style)
    elif kind != d.PARAGRAPH or attrs:
        _become_paragraph(cursor, block, style)
    elif above.isValid() and above.length() == 1:
        _remove(cursor, above, style)
    else:
        return False
    return True


def join_forward(cursor: QTextCursor, style: PageStyle) -> bool:
    """What Delete does at the end of a block; False where it only deletes a character."""
    block = cursor.block()
    below = block.next()
    if cursor.hasSelection() or not cursor.atBlockEnd() or not below.isValid():
        return False
    if block.length() == 1:
        _remove(cursor, block, style)
    elif is_void(below):
        _remove(cursor, below, style)
    else:
        return False
    return True


def _begin_block(
    cursor: QTextCursor, kind: str, attrs: Mapping[str, JsonValue], style: PageStyle
) -> None:
    """Begin a block at the cursor; what follows the cursor belongs to it."""
    dress = typing_format(cursor.charFormat(), heading_level(kind, attrs))
    cursor.insertBlock(format_after(cursor.block(), kind, attrs, style), dress)


def _insert_above(cursor: QTextCursor, kind: str, style: PageStyle) -> None:
    """Put an empty block above that of the cursor, which stands at its start."""
    meaning = block_meaning(cursor.blockFormat())
    base = cursor.blockCharFormat()
    cursor.insertBlock(cursor.blockFormat(), base)
    above = cursor.block().previous()
    set_meaning(QTextCursor(cursor), above, kind, {}, style)
    set_meaning(QTextCursor(cursor), cursor.block(), *meaning, style)


def _enter_below(cursor: QTextCursor, style: PageStyle) -> None:
    below = cursor.block().next()
    if below.isValid():
        cursor.setPosition(below.position())
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        _begin_block(cursor, d.PARAGRAPH, {}, style)


def _break_verse(cursor: QTextCursor, style: PageStyle) -> None:
    """A new line in the stanza; one more after an empty line ends it."""
    if cursor.atBlockEnd() and cursor.block().text().endswith(LINE_SEPARATOR):
        cursor.deletePreviousChar()
        _begin_block(cursor, d.PARAGRAPH, {}, style)
    else:
        cursor.insertText(LINE_SEPARATOR, cursor.charFormat())


def _become_paragraph(cursor: QTextCursor, block: QTextBlock, style: PageStyle) -> None:
    cursor.beginEditBlock()
    set_meaning(QTextCursor(cursor), block, d.PARAGRAPH, {}, style)
    refresh(QTextCursor(cursor), block.next(), style)
    cursor.endEditBlock()


def _remove(cursor: QTextCursor, block: QTextBlock, style: PageStyle) -> None:
    """Take out an empty block; its neighbours keep their kinds and the cursor its place."""
    editing = QTextCursor(block)
    editing.beginEditBlock()
    if block.next().isValid():
        kept, base = block.next().blockFormat(), block.next().charFormat()
        editing.setPosition(block.next().position(), _Keep)
        editing.removeSelectedText()
        editing.setBlockFormat(kept)
        editing.setBlockCharFormat(base)
    else:
        editing.setPosition(block.position() - 1, _Keep)
        editing.removeSelectedText()
    refresh(QTextCursor(editing), editing.block(), style)
    refresh(QTextCursor(editing), editing.block().next(), style)
    editing.endEditBlock()
