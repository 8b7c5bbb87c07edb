# SPDX-License-Identifier: MIT
"""The next sentence of an open text, as it stands at that moment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from novelist.domain.document import LANGUAGE
from novelist.domain.sentences import sentence_at
from novelist.ui.editor.codec import offset_in, position_of
from novelist.ui.editor.properties import LINE_SEPARATOR, OBJECT_CHARACTER, marks_of


@dataclass(frozen=True)
class Sentence:
    """What is said, in which language ("" is that of the novel), and where it stands (Qt's)."""

    text: str
    language: str
    start: int
    end: int


def next_sentence(document: QTextDocument, position: int, end: int | None) -> Sentence | None:
    """The first sentence with something to be said from a place on; None where there is none.

    ``end`` is where reading ends; None is the end of the text.
    """
    block = document.findBlock(position)
    while block.isValid() and (end is None or block.position() < end):
        found = _sentence_in(block, max(position, block.position()), end)
        if found is not None:
            return found
        block = block.next()
    return None


def beginning_of_sentence(cursor: QTextCursor) -> int:
    """Where the sentence of the caret begins."""
    block = cursor.block()
    start, _ = sentence_at(block.text(), offset_in(block, cursor.position()))
    return position_of(cursor.document(), block.blockNumber(), start)


def _sentence_in(block: QTextBlock, position: int, end: int | None) -> Sentence | None:
    text, document, number = block.text(), block.document(), block.blockNumber()
    offset = offset_in(block, position)
    while offset < len(text):
        _, last = sentence_at(text, offset)
        start = position_of(document, number, offset)
        stop = position_of(document, number, last)
        if end is not None and start >= end:
            return None
        if end is not None and stop > end:
            stop = end
            last = offset_in(block, end)
        said = text[offset:last].replace(LINE_SEPARATOR, " ").replace(OBJECT_CHARACTER, "").strip()
        if any(character.isalnum() for character in said):
            return Sentence(said, _language_at(document, start), start, stop)
        if last <= offset:
            return None
        offset = last
    return None


def _language_at(document: QTextDocument, position: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    given = marks_of(cursor.charFormat())
    return next((mark.value for mark in given if mark.name == LANGUAGE), "")
