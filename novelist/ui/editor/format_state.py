# SPDX-License-Identifier: MIT
"""What is in force at the caret: marks, the kind of block, its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor

from novelist.ui.editor.properties import block_meaning, marks_of
from novelist.ui.editor.styles import heading_level


@dataclass(frozen=True)
class FormatState:
    """What is in force at the caret: the names of marks, and the block's kind and attributes."""

    marks: frozenset[str] = frozenset()
    kind: str = ""
    level: int = 0
    align: str = ""
    is_ordered: bool = False
    has_selection: bool = False


def state_at(cursor: QTextCursor, typed_next: QTextCharFormat, *, selects: bool) -> FormatState:
    """The state at a cursor; of a selection its first character and block count."""
    given = typed_next
    if cursor.hasSelection():  # what the first selected character has
        first = QTextCursor(cursor)
        first.setPosition(cursor.selectionStart() + 1)
        given = first.charFormat()
    kind, attrs = block_meaning(cursor.blockFormat())
    return FormatState(
        marks=frozenset(mark.name for mark in marks_of(given)),
        kind=kind,
        level=heading_level(kind, attrs),
        align=str(attrs.get("align", "")),
        is_ordered=attrs.get("ordered") is True,
        has_selection=selects,
    )
