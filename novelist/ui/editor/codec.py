# SPDX-License-Identifier: MIT
"""Document to QTextDocument and back, exactly.

A line break is U+2028; every other atom is one object character (U+FFFC) whose format carries it.
So is a character that Qt would change on its way (``ODD``). An offset of the model (code points)
therefore is an offset in ``QTextBlock.text()``; only Qt's own positions count UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from novelist.domain.document import (
    EMPTY,
    LINE_BREAK,
    PARAGRAPH,
    Atom,
    Block,
    Document,
    Inline,
    Marks,
    Run,
)
from novelist.ui.editor.properties import (
    ATOM_OBJECT,
    KEPT,
    LINE_SEPARATOR,
    OBJECT_CHARACTER,
    ODD,
    atom_meaning,
    block_meaning,
    marks_of,
)
from novelist.ui.editor.styles import PageStyle, atom_format, character_format, heading_level

_ODD: Final = re.compile("([\n\r\u2028\u2029\ufffc\ufdd0\ufdd1\ufeff\x00\ud800-\udfff])")
_OBJECTS: Final = re.compile(f"([{LINE_SEPARATOR}{OBJECT_CHARACTER}])")
_UTF_16: Final = "utf-16-le"


# -- writing ---------------------------------------------------------------------------------------


def fill(target: QTextDocument, document: Document, style: PageStyle) -> None:
    """Put a document into an empty QTextDocument that is not shown yet; not undoable."""
    undoable = target.isUndoRedoEnabled()
    target.setUndoRedoEnabled(False)
    overwrite(target, document, style)
    target.setUndoRedoEnabled(undoable)
    target.setModified(False)


def overwrite(target: QTextDocument, document: Document, style: PageStyle) -> None:
    """Put a document in the place of what a QTextDocument holds, as one step of its history."""
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    if not target.isEmpty():
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
    for _ in write_blocks(cursor, document, style):
        pass
    cursor.endEditBlock()


def write_blocks(cursor: QTextCursor, document: Document, style: PageStyle) -> Iterator[int]:
    """Put a document into an empty QTextDocument, a block a step; yields where it has come to."""
    previous: str | None = None
    for block in document.blocks:
        block_format = style.block_format(block.kind, block.attrs, previous)
        base = character_format((), heading_level(block.kind, block.attrs))
        if previous is not None:
            cursor.insertBlock(block_format, base)
        else:
            _begin(cursor, block_format, base, kept=_is_lone_empty(document))
        write_inlines(cursor, block)
        previous = block.kind
        yield cursor.position()
    if not document.blocks:
        _begin(cursor, style.block_format(PARAGRAPH, {}, None), character_format(()), kept=False)


def write_inlines(cursor: QTextCursor, block: Block) -> None:
    """Insert the inlines of a block at the cursor, dressed as that block's."""
    level = heading_level(block.kind, block.attrs)
    for inline in block.inlines:
        if isinstance(inline, Run):
            write_words(cursor, inline.text, character_format(inline.marks, level))
            continue
        character = LINE_SEPARATOR if inline.kind == LINE_BREAK else OBJECT_CHARACTER
        if inline.kind == LINE_BREAK and not inline.attrs:
            cursor.insertText(character, character_format(inline.marks, level))
        else:
            cursor.insertText(
                character, atom_format(inline.kind, inline.attrs, inline.marks, level)
            )


def _is_lone_empty(document: Document) -> bool:
    return document == Document((Block(),))


def _begin(
    cursor: QTextCursor, block_format: QTextBlockFormat, base: QTextCharFormat, *, kept: bool
) -> None:
    if kept:
        block_format = QTextBlockFormat(block_format)
        block_format.setProperty(KEPT, True)
    cursor.setBlockFormat(block_format)
    cursor.setBlockCharFormat(base)


def write_words(cursor: QTextCursor, text: str, plain: QTextCharFormat) -> None:
    """Insert text at the cursor in that format, each character of it."""
    if not _ODD.search(text):
        cursor.insertText(text, plain)
        return
    for piece in _ODD.split(text):
        if _ODD.fullmatch(piece):
            odd = QTextCharFormat(plain)
            odd.setObjectType(ATOM_OBJECT)
            odd.setProperty(ODD, ord(piece))
            cursor.insertText(OBJECT_CHARACTER, odd)
        elif piece:
            cursor.insertText(piece, plain)


# -- reading ---------------------------------------------------------------------------------------


def read(source: QTextDocument) -> Document:
    """The document that a QTextDocument shows; a composition in progress is no part of it."""
    first = source.firstBlock()
    if source.blockCount() == 1 and first.length() == 1 and not first.blockFormat().property(KEPT):
        only = read_block(first)
        return EMPTY if only == Block() else Document((only,))
    return Document(tuple(read_block(block) for block in blocks_from(first)))


def blocks_from(block: QTextBlock) -> Iterator[QTextBlock]:
    """That block and all that follow it."""
    while block.isValid():
        yield block
        block = block.next()


def read_block(block: QTextBlock, start: int = 0, end: int | None = None) -> Block:
    """A block of the model, or the part of it between two of Qt's positions inside the block."""
    kind, attrs = block_meaning(block.blockFormat())
    text = block.text()
    if not text:
        return Block(kind, (), attrs)
    wide = text.encode(_UTF_16, "surrogatepass") if len(text) != block.length() - 1 else b""
    plain = OBJECT_CHARACTER not in text and LINE_SEPARATOR not in text
    inlines: list[Inline] = []
    for part in block.textFormats():
        first, last = part.start, part.start + part.length
        if end is not None:
            first, last = max(first, start), min(last, end)
            if first >= last:
                continue
        piece = _decode(wide[2 * first : 2 * last]) if wide else text[first:last]
        if plain:
            _append_run(inlines, piece, marks_of(part.format))
        else:
            _append(inlines, piece, part.format)
    return Block(kind, tuple(inlines), attrs)


def _decode(units: bytes) -> str:
    return units.decode(_UTF_16, "surrogatepass")


def _append_run(inlines: list[Inline], text: str, marks: Marks) -> None:
    """Add a run, or lengthen the last one: the result is normal (``document.normal``)."""
    last = inlines[-1] if inlines else None
    if type(last) is Run and last.marks == marks:
        inlines[-1] = Run(last.text + text, marks)
    else:
        inlines.append(Run(text, marks))


def read_selection(cursor: QTextCursor) -> Document:
    """What is selected, as a document; the first and the last block may be parts."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found: list[Block] = []
    for block in blocks_from(document.findBlock(start)):
        if block.position() > end:
            break
        found.append(read_block(block, max(0, start - block.position()), end - block.position()))
    return Document(tuple(found))


def _append(inlines: list[Inline], text: str, given: QTextCharFormat) -> None:
    marks = marks_of(given)
    for piece in _OBJECTS.split(text):
        if piece == LINE_SEPARATOR:
            inlines.append(_line_break(given, marks))
        elif piece == OBJECT_CHARACTER:
            _append_object(inlines, given, marks)
        elif piece:
            _append_run(inlines, piece, marks)


def _line_break(given: QTextCharFormat, marks: Marks) -> Atom:
    meaning = atom_meaning(given)
    attrs = meaning[1] if meaning and meaning[0] == LINE_BREAK else {}
    return Atom(LINE_BREAK, attrs, marks)


def _append_object(inlines: list[Inline], given: QTextCharFormat, marks: Marks) -> None:
    """Add what an object character stands for; nothing where it came without a meaning."""
    odd = given.property(ODD)
    meaning = atom_meaning(given)
    if odd is not None:
        _append_run(inlines, chr(odd), marks)
    elif meaning is not None and meaning[0] != LINE_BREAK:
        inlines.append(Atom(meaning[0], meaning[1], marks))


# -- positions -------------------------------------------------------------------------------------


def offset_in(block: QTextBlock, position: int) -> int:
    """The model's offset (code points) of a Qt position in the document that is in ``block``."""
    text = block.text()
    inside = min(max(position - block.position(), 0), block.length() - 1)
    if len(text) == block.length() - 1:
        return inside
    return len(_decode(text.encode(_UTF_16, "surrogatepass")[: 2 * inside]))


def whole_position(document: QTextDocument, position: int) -> int:
    """The Qt position nearest to one that may be outside the text, or inside a character.

    Qt lets a caret stand between the two halves of 𠮷; what is typed there would destroy it.
    """
    inside = min(max(position, 0), document.characterCount() - 1)
    is_half = "\udc00" <= document.characterAt(inside) <= "\udfff"
    return inside - 1 if is_half else inside


def whole_cursor(cursor: QTextCursor) -> QTextCursor:
    """The cursor itself, or where an end of it is inside a character one beside that."""
    document = cursor.document()
    anchor, position = (
        whole_position(document, each) for each in (cursor.anchor(), cursor.position())
    )
    if (anchor, position) == (cursor.anchor(), cursor.position()):
        return cursor
    whole = QTextCursor(document)
    whole.setPosition(anchor)
    whole.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return whole


def position_of(document: QTextDocument, block_number: int, offset: int) -> int:
    """The Qt position of a model position; numbers outside the text mean its nearest edge."""
    number = min(max(block_number, 0), document.blockCount() - 1)
    block = document.findBlockByNumber(number)
    before = block.text()[: max(offset, 0)]
    return block.position() + len(before.encode(_UTF_16, "surrogatepass")) // 2
