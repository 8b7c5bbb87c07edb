# SPDX-License-Identifier: MIT
"""What writing does to blocks: changing their kind, breaking and joining them, mending indents.

Every function works through a QTextCursor, so each is one step of the text's history. ``style``
is the setting of the page that new formats are taken from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from novelist.domain import document as d
from novelist.domain.document import JsonValue, Marks
from novelist.ui.editor.properties import (
    ATOM,
    KEPT,
    MARKS,
    ODD,
    block_meaning,
    marks_of,
)
from novelist.ui.editor.styles import (
    VOID_KINDS,
    PageStyle,
    character_format,
    heading_level,
)

_OWN_ATTRIBUTES: Final = frozenset(  # belong to one kind of block, and go when the kind changes
    {"level", "symbol", "ordered", "depth", "digest", "alt", "width", "height", "caption"}
)
_NOT_EXTENDED: Final = frozenset({d.LINK, d.RUBY, d.COMMENT, d.LANGUAGE, d.SUPERSCRIPT, d.BOOKMARK})
_Move = QTextCursor.MoveMode


def kind_of(block: QTextBlock) -> str:
    """The kind of a block."""
    return block_meaning(block.blockFormat())[0]


def is_void(block: QTextBlock) -> bool:
    """Whether the block is one thing, such as a scene break, and takes no typed text."""
    return block.length() == 1 and kind_of(block) in VOID_KINDS


def level_of(block: QTextBlock) -> int:
    """The level of a heading, 0 for other blocks."""
    return heading_level(*block_meaning(block.blockFormat()))


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The block of the caret, or every block that the selection touches."""
    document = cursor.document()
    end = cursor.selectionEnd()
    block = document.findBlock(cursor.selectionStart())
    found = [block]
    while block.next().isValid() and block.next().position() < end:
        block = block.next()
        found.append(block)
    return found


# -- formats ---------------------------------------------------------------------------------------


def wanted_format(block: QTextBlock, style: PageStyle) -> QTextBlockFormat:
    """The format that the page's setting gives a block where it stands."""
    kind, attrs = block_meaning(block.blockFormat())
    return format_after(block.previous(), kind, attrs, style)


def format_after(
    previous: QTextBlock, kind: str, attrs: Mapping[str, JsonValue], style: PageStyle
) -> QTextBlockFormat:
    """The format of a block of that kind which follows ``previous`` (invalid: stands first)."""
    return style.block_format(kind, attrs, kind_of(previous) if previous.isValid() else None)


def with_marks(given: QTextCharFormat, marks: Marks, level: int) -> QTextCharFormat:
    """The same characters with other marks; an atom stays the atom it is."""
    plain = character_format(marks, level)
    carried = [key for key in (ATOM, ODD) if given.hasProperty(key)]
    if not carried:
        return plain
    result = QTextCharFormat(plain)
    result.setObjectType(given.objectType())
    for key in carried:
        result.setProperty(key, given.property(key))
    return result


def typing_format(given: QTextCharFormat, level: int) -> QTextCharFormat:
    """What a character typed after ``given`` looks like: links and the like do not go on."""
    marks = tuple(mark for mark in marks_of(given) if mark.name not in _NOT_EXTENDED)
    return character_format(marks, level)


def ends_here(given: QTextCharFormat) -> bool:
    """Whether typing after these characters must not go on in their format."""
    if given.hasProperty(ATOM) or given.hasProperty(ODD):
        return True
    if not given.hasProperty(MARKS):
        return False
    return any(mark.name in _NOT_EXTENDED for mark in marks_of(given))


def set_meaning(
    cursor: QTextCursor,
    block: QTextBlock,
    kind: str,
    attrs: Mapping[str, JsonValue],
    style: PageStyle,
) -> None:
    """Make a block one of another kind; its characters take the dress of that kind."""
    before = level_of(block)
    cursor.setPosition(block.position())
    cursor.setBlockFormat(format_after(block.previous(), kind, attrs, style))
    level = heading_level(kind, attrs)
    if level != before:
        cursor.setBlockCharFormat(character_format((), level))
        redress(cursor, block, level)


def redress(cursor: QTextCursor, block: QTextBlock, level: int) -> None:
    """Give the characters of a block the look they have at that heading level."""
    for part in block.textFormats():
        cursor.setPosition(block.position() + part.start)
        cursor.setPosition(block.position() + part.start + part.length, _Move.KeepAnchor)
        cursor.setCharFormat(with_marks(part.format, marks_of(part.format), level))


def change_kind(
    cursors: Sequence[QTextCursor], kind: str, attrs: Mapping[str, JsonValue], style: PageStyle
) -> None:
    """Make the selected blocks of one kind, or paragraphs again if all of them are already.

    One undoable step a text.
    """
    chosen = [
        [block for block in selected_blocks(cursor) if not is_void(block)] for cursor in cursors
    ]
    if all(_is(block, kind, attrs) for blocks in chosen for block in blocks):
        kind, attrs = d.PARAGRAPH, {}
    for cursor, blocks in zip(cursors, chosen, strict=True):
        _set_kind(cursor, blocks, kind, attrs, style)


def _set_kind(
    cursor: QTextCursor,
    blocks: Iterable[QTextBlock],
    kind: str,
    attrs: Mapping[str, JsonValue],
    style: PageStyle,
) -> None:
    editing = QTextCursor(cursor)
    editing.beginEditBlock()
    for block in blocks:
        kept = block_meaning(block.blockFormat())[1]
        others = {name: kept[name] for name in kept if name not in _OWN_ATTRIBUTES}
        if kind == d.LIST_ITEM == kind_of(block) and "depth" in kept:
            others["depth"] = kept["depth"]  # another kind of list, as deep as before
        set_meaning(editing, block, kind, {**others, **attrs}, style)
        refresh(editing, block.next(), style)
    editing.endEditBlock()


def _is(block: QTextBlock, kind: str, attrs: Mapping[str, JsonValue]) -> bool:
    own_kind, own = block_meaning(block.blockFormat())
    if kind == d.LIST_ITEM and bool(own.get("ordered")) != bool(attrs.get("ordered")):
        return False
    return own_kind == kind and all(own.get(name) == attrs[name] for name in attrs)


def set_alignment(cursors: Iterable[QTextCursor], align: str, style: PageStyle) -> None:
    """Align the selected blocks: "center", "right", "justify", or "" for the page's own way.

    One undoable step a text.
    """
    for cursor in cursors:
        _align(cursor, align, style)


def _align(cursor: QTextCursor, align: str, style: PageStyle) -> None:
    editing = QTextCursor(cursor)
    editing.beginEditBlock()
    for block in selected_blocks(cursor):
        kind, given = block_meaning(block.blockFormat())
        attrs = {name: given[name] for name in given if name != "align"}
        if align:
            attrs["align"] = align
        set_meaning(editing, block, kind, attrs, style)
    editing.endEditBlock()


def mend(caret: QTextCursor, style: PageStyle) -> None:
    """After an edit: text in a scene break becomes a paragraph, indents follow their neighbours.

    What it does belongs to the edit: one undo takes back both.
    """
    block = caret.block()
    cursor = QTextCursor(caret)
    cursor.joinPreviousEditBlock()
    if kind_of(block) in VOID_KINDS and block.length() > 1:
        set_meaning(cursor, block, d.PARAGRAPH, {}, style)
    redress_if_needed(cursor, block)
    for near in (block.previous(), block, block.next()):
        refresh(cursor, near, style)
    cursor.endEditBlock()


def redress_if_needed(cursor: QTextCursor, block: QTextBlock) -> None:
    """Dress characters that came from a block of another kind as those of their new one."""
    level = level_of(block)
    expected = [with_marks(p.format, marks_of(p.format), level) for p in block.textFormats()]
    if any(p.format != e for p, e in zip(block.textFormats(), expected, strict=True)):
        redress(cursor, block, level)


def refresh(cursor: QTextCursor, block: QTextBlock, style: PageStyle) -> None:
    """Set a block as the page's setting has it where it stands now; moves the cursor."""
    if not block.isValid() or block.blockFormat().property(KEPT):
        return
    wanted = wanted_format(block, style)
    if block.blockFormat() != wanted:
        cursor.setPosition(block.position())
        cursor.setBlockFormat(wanted)
