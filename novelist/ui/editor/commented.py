# SPDX-License-Identifier: MIT
"""The marks of comments as Qt's formats carry them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QTextDocument, QTextFormat

from novelist.domain.comments import marks_in
from novelist.domain.document import COMMENT, Marks
from novelist.ui.editor.codec import blocks_from
from novelist.ui.editor.properties import MARKS, marks_from

_CACHED: Final = 4096


def comments_on(given: QTextFormat) -> tuple[str, ...]:
    """The marks of the comments on characters of this format."""
    key = given.property(MARKS)
    return comments_in(key) if key else ()


@lru_cache(_CACHED)
def comments_in(key: str) -> tuple[str, ...]:
    """The marks of the comments among the marks with this property text."""
    return marks_in(comment_value(marks_from(key))) if COMMENT in key else ()


def comment_value(marks: Marks) -> str:
    """What the ``comment`` mark among these says; "" where there is none."""
    return next((mark.value for mark in marks if mark.name == COMMENT and not mark.raw), "")


def comment_marks(document: QTextDocument) -> set[str]:
    """The marks of all comments on a text."""
    return {
        mark
        for block in blocks_from(document.firstBlock())
        for part in block.textFormats()
        for mark in comments_on(part.format)
    }
