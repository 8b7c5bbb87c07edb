# SPDX-License-Identifier: MIT
"""Which words of a block are of which language, and where they stand for Qt."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock

from novelist.domain.document import LANGUAGE
from novelist.ui.editor.marked_letters import marked_letters
from novelist.ui.editor.properties import marks_from

_WIDE = "utf-16-le"
_NAMED = f'"{LANGUAGE}"'


def texts_by_language(block: QTextBlock, text: str, language: str) -> dict[str, str]:
    """The text of a block by language, each as long as the whole: blanks are of another one."""
    passages = []
    for first, length, key in marked_letters(block):
        value = _language(key) if _NAMED in key else ""
        if value:
            start = to_offset(block, text, first)
            passages.append((value, start, to_offset(block, text, first + length)))
    if not passages:
        return {language: text}
    found = {language: text}
    for value, start, end in passages:
        before = found[language]
        found[language] = before[:start] + " " * (end - start) + before[end:]
        other = found.get(value, " " * len(text))
        found[value] = other[:start] + text[start:end] + other[end:]
    return found


def _language(key: str) -> str:
    """The language that the marks with this property text say; "" for none."""
    return next((mark.value for mark in marks_from(key) if mark.name == LANGUAGE), "")


def to_offset(block: QTextBlock, text: str, position: int) -> int:
    """The offset in code points of one of Qt's positions inside a block."""
    if len(text) == block.length() - 1:
        return position
    return len(text.encode(_WIDE, "surrogatepass")[: 2 * position].decode(_WIDE, "surrogatepass"))


def to_position(block: QTextBlock, text: str, offset: int) -> int:
    """Qt's position inside a block of an offset in code points."""
    if len(text) == block.length() - 1:
        return offset
    return len(text[:offset].encode(_WIDE, "surrogatepass")) // 2
