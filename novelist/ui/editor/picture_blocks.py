# SPDX-License-Identifier: MIT
"""Putting pictures into a text and changing what it says of them, each as one step of undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from novelist.domain.document import IMAGE_BLOCK, Block, Document, JsonValue
from novelist.ui.editor.blocks import format_after, is_void, refresh, set_meaning
from novelist.ui.editor.breaking import join_backward, join_forward
from novelist.ui.editor.insertion import insert_document
from novelist.ui.editor.properties import block_meaning
from novelist.ui.editor.styles import PageStyle, character_format


def insert_pictures(cursor: QTextCursor, pictures: Sequence[Block], style: PageStyle) -> None:
    """Put pictures between paragraphs: below that of the caret, above it where it stands first.

    They take the place of a selection and of an empty paragraph. The cursor is at the last one.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    block = cursor.block()
    if is_void(block):
        _insert_below(cursor, pictures, style)
    elif block.length() > 1 and cursor.atBlockStart():
        _insert_above(cursor, pictures, style)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        insert_document(cursor, Document(tuple(pictures)), style)
    cursor.endEditBlock()


def change_picture(block: QTextBlock, values: Mapping[str, JsonValue], style: PageStyle) -> None:
    """Let the text say something else of a picture; what is None it says no more."""
    kind, before = block_meaning(block.blockFormat())
    merged = {**before, **values}
    attrs = {name: value for name, value in merged.items() if value is not None}
    if attrs != before:
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        set_meaning(cursor, block, kind, attrs, style)
        cursor.endEditBlock()


def remove_picture(cursor: QTextCursor, style: PageStyle) -> None:
    """Take the picture at the cursor out of the text."""
    if not join_forward(cursor, style):
        join_backward(cursor, style)


def picture_attrs(block: QTextBlock) -> Mapping[str, JsonValue]:
    """What the text says of a picture; nothing of another block."""
    kind, attrs = block_meaning(block.blockFormat())
    return attrs if kind == IMAGE_BLOCK else {}


def _insert_above(cursor: QTextCursor, pictures: Sequence[Block], style: PageStyle) -> None:
    for picture in pictures:
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        above = cursor.block().previous()
        set_meaning(QTextCursor(cursor), above, picture.kind, picture.attrs, style)
    refresh(QTextCursor(cursor), cursor.block(), style)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)


def _insert_below(cursor: QTextCursor, pictures: Sequence[Block], style: PageStyle) -> None:
    for picture in pictures:
        block_format = format_after(cursor.block(), picture.kind, picture.attrs, style)
        cursor.insertBlock(block_format, character_format(()))
    refresh(QTextCursor(cursor), cursor.block().next(), style)
