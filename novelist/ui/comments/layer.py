# SPDX-License-Identifier: MIT
"""The colours of commented passages: open ones have a ground, the chosen one a line too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from novelist.ui.editor.colouring import Part
from novelist.ui.editor.commented import comments_on
from novelist.ui.editor.documents import LiveText
from novelist.ui.theme import Theme

_LINE: Final = QTextCharFormat.UnderlineStyle.SingleUnderline
_DOTS: Final = QTextCharFormat.UnderlineStyle.DotLine


class Look(Enum):
    """How a passage is seen; what stands later wins where passages overlap."""

    HIDDEN = 0
    RESOLVED = 1
    OPEN = 2
    CHOSEN = 3


def _rank(look: Look) -> int:
    return look.value


class CommentLayer:
    """``look`` tells how the passage with a mark is seen in the text of an item."""

    def __init__(self, theme: Theme, look: Callable[[str, int], Look]) -> None:
        self._theme, self._look = theme, look
        self._formats: dict[tuple[str, Look], QTextCharFormat] = {}
        self.is_needed = False  # while there are no comments nothing is looked at
        self.draft: QTextCursor | None = None  # the passage whose comment is being written

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """The passages of the block."""
        if self.is_needed:
            live = block.document().parent()
            item_id = live.item_id if isinstance(live, LiveText) else 0
            for piece in block.textFormats():
                marks = comments_on(piece.format)
                if marks:
                    look = self._look(marks[0], item_id)
                    for mark in marks[1:]:
                        look = max(look, self._look(mark, item_id), key=_rank)
                    if look is not Look.HIDDEN:
                        yield Part(piece.start, piece.length, self._format(look))
        if self.draft is not None and self.draft.document() is block.document():
            yield from self._drafted(block, self.draft)

    def _drafted(self, block: QTextBlock, draft: QTextCursor) -> Iterator[Part]:
        start = max(draft.selectionStart() - block.position(), 0)
        end = min(draft.selectionEnd() - block.position(), block.length() - 1)
        if start < end:
            yield Part(start, end - start, self._format(Look.CHOSEN))

    def _format(self, look: Look) -> QTextCharFormat:
        key = (self._theme.name, look)
        if key not in self._formats:
            self._formats[key] = self._made(look)
        return self._formats[key]

    def _made(self, look: Look) -> QTextCharFormat:
        result = QTextCharFormat()
        if look is not Look.RESOLVED:
            result.setBackground(self._theme.colour("comment"))
        if look is not Look.OPEN:
            result.setUnderlineStyle(_LINE if look is Look.CHOSEN else _DOTS)
            result.setUnderlineColor(self._theme.colour("comment_line"))
        return result
