# SPDX-License-Identifier: MIT
"""What of a text stays bright: the line, sentence, paragraph or conversation at the caret."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor

from novelist.domain.sentences import sentence_at
from novelist.domain.speech import speech_in
from novelist.ui.spelling.language_runs import to_offset, to_position

_LONGEST: Final = 60  # paragraphs of a conversation to each side that are looked at


class Unit(StrEnum):
    """How much stays bright while the rest is dimmed."""

    OFF = "off"
    LINE = "line"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DIALOGUE = "dialogue"


def bright_range(cursor: QTextCursor, unit: Unit, language: str) -> tuple[int, int]:
    """The positions between which a text stays bright; what is selected is part of it."""
    start, end = _at(cursor, unit, language)
    if cursor.hasSelection():
        return min(start, cursor.selectionStart()), max(end, cursor.selectionEnd())
    return start, end


def _at(cursor: QTextCursor, unit: Unit, language: str) -> tuple[int, int]:
    block, first = cursor.block(), cursor.block().position()
    if unit is Unit.LINE:
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        if line.isValid():
            return first + line.textStart(), first + line.textStart() + line.textLength()
    if unit is Unit.SENTENCE:
        text = block.text()
        start, end = sentence_at(text, to_offset(block, text, cursor.positionInBlock()))
        return first + to_position(block, text, start), first + to_position(block, text, end)
    if unit is Unit.DIALOGUE:
        return _conversation(block, language)
    return first, first + block.length() - 1


def _conversation(block: QTextBlock, language: str) -> tuple[int, int]:
    """The paragraphs around one in which somebody speaks; the paragraph alone where nobody does."""
    first = last = block
    if speech_in(block.text(), language):
        for _ in range(_LONGEST):
            if not speech_in(first.previous().text(), language):
                break
            first = first.previous()
        for _ in range(_LONGEST):
            if not speech_in(last.next().text(), language):
                break
            last = last.next()
    return first.position(), last.position() + last.length() - 1
