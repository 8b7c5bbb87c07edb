# SPDX-License-Identifier: MIT
"""Putting a document into the text at the caret, as one step of its history."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument

from novelist.domain import document as d
from novelist.domain.bookmarks import bookmarks_in, first_words_in, without_some
from novelist.domain.comments import commented_document, without_comments
from novelist.domain.document import Block, Document
from novelist.ui.editor.blocks import (
    format_after,
    is_void,
    level_of,
    redress,
    refresh,
    set_meaning,
)
from novelist.ui.editor.bookmarks import has_first_word, places, remove_bookmark
from novelist.ui.editor.breaking import leave_void
from novelist.ui.editor.codec import write_inlines, write_words
from novelist.ui.editor.commented import comment_marks
from novelist.ui.editor.properties import block_meaning
from novelist.ui.editor.styles import VOID_KINDS, PageStyle, character_format, heading_level

_BREAK: Final = re.compile(r"[*＊](?:\s?[*＊]){2}|⁂")


def insert_document(cursor: QTextCursor, document: Document, style: PageStyle) -> None:
    """Replace the selection by the document; the cursor stands behind what was inserted.

    The first block joins the block of the caret, and what followed the caret joins the last one.
    In an empty block the first block keeps its kind.
    """
    if not document.blocks:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if is_void(cursor.block()):
        leave_void(cursor, style)
    blocks = list(_without_doubles(cursor, document).blocks)
    if _joins(cursor, blocks[0]):
        _write_into(cursor, blocks.pop(0))
    elif cursor.block().length() == 1:
        first = blocks.pop(0)
        set_meaning(QTextCursor(cursor), cursor.block(), first.kind, first.attrs, style)
        _write_into(cursor, first)
    for block in blocks:
        _begin(cursor, block, style)
        _write_into(cursor, block)
    _settle(cursor, style)
    cursor.endEditBlock()


def insert_plain(cursor: QTextCursor, text: str, style: PageStyle) -> None:
    """Replace the selection by plain text, a paragraph a line, in the marks of the caret."""
    marks = cursor.charFormat()
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and "\n" not in text.strip("\n"):
        cursor.beginEditBlock()
        if is_void(cursor.block()):
            leave_void(cursor, style)
        write_words(cursor, lines[0], marks)
        cursor.endEditBlock()
        return
    insert_document(cursor, plain_document(text), style)


def plain_document(text: str) -> Document:
    """Plain text as paragraphs; blank lines and indents made of spaces are left out."""
    lines = (line.strip(" \t\u3000\u00a0") for line in text.splitlines())
    return Document(
        tuple(
            Block(d.SCENE_BREAK) if is_scene_break(line) else d.paragraph(line)
            for line in lines
            if line
        )
    )


def is_scene_break(line: str) -> bool:
    """Whether a line is what people type between scenes: three asterisks, or an asterism."""
    return _BREAK.fullmatch(line) is not None


def _without_doubles(cursor: QTextCursor, document: Document) -> Document:
    """What is moved takes its bookmarks and comments along; a copy of what stays has none."""
    said = {each.mark for each in commented_document(document)}
    if said:
        document = without_comments(document, said & comment_marks(cursor.document()))
    coming = {bookmark.id for bookmark in bookmarks_in(document)}
    return _without_double_bookmarks(cursor.document(), document, coming) if coming else document


def _without_double_bookmarks(here: QTextDocument, coming: Document, names: set[str]) -> Document:
    """Where only the rest of a bookmark stayed and its first word comes, that counts."""
    doubled = names & places(here).keys()
    for name in doubled & first_words_in(coming):
        if not has_first_word(here, name):
            remove_bookmark(here, name)
            doubled = doubled - {name}
    return without_some(coming, doubled) if doubled else coming


def _joins(cursor: QTextCursor, first: Block) -> bool:
    """Whether the first block's words go into the paragraph of the caret."""
    if first.kind in VOID_KINDS:
        return False
    return cursor.block().length() > 1 or (first.kind == d.PARAGRAPH and not first.attrs)


def _begin(cursor: QTextCursor, block: Block, style: PageStyle) -> None:
    base = character_format((), heading_level(block.kind, block.attrs))
    block_format = format_after(cursor.block(), block.kind, block.attrs, style)
    cursor.insertBlock(block_format, base)


def _write_into(cursor: QTextCursor, block: Block) -> None:
    """Write a block's words at the cursor, dressed as the block they come to stand in."""
    kind, attrs = block_meaning(cursor.blockFormat())
    write_inlines(cursor, Block(kind, block.inlines, attrs))


def _settle(cursor: QTextCursor, style: PageStyle) -> None:
    """What followed the caret is dressed as its new block; it never stands in a scene break."""
    block = cursor.block()
    kind, _ = block_meaning(block.blockFormat())
    if kind in VOID_KINDS and block.length() > 1:
        base = character_format(())
        cursor.insertBlock(format_after(block, d.PARAGRAPH, {}, style), base)
    here = cursor.block()
    redress(QTextCursor(cursor), here, level_of(here))
    refresh(QTextCursor(cursor), here, style)
    refresh(QTextCursor(cursor), here.next(), style)
