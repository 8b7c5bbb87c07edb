# SPDX-License-Identifier: MIT
"""The colours of commented passages: open ones have a ground, the chosen one a line too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from novelist.ui.editor.colouring import Part
from novelist.ui.editor.commented import comments_in
from novelist.ui.editor.documents import LiveText
from novelist.ui.editor.marked_letters import marked_letters
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
        self._known: dict[tuple[int, str], QTextCharFormat | None] = {}
        self._known_in = theme.name
        self.is_needed = False  # while there are no comments nothing is looked at
        self.draft: QTextCursor | None = None  # the passage whose comment is being written

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """The passages of the block."""
        if self.is_needed:
            yield from self._passages(block)
        if self.draft is not None and self.draft.document() is block.document():
            yield from self._drafted(block, self.draft)

    def forget(self) -> None:
        """Passages may look otherwise than before."""
        self._known.clear()

    def _passages(self, block: QTextBlock) -> Iterator[Part]:
        live = block.document().parent()
        item_id = live.item_id if isinstance(live, LiveText) else 0
        if self._known_in != self._theme.name:
            self._known_in = self._theme.name
            self._known.clear()
        known = self._known
        for start, length, key in marked_letters(block):
            if (item_id, key) not in known:
                known[item_id, key] = self._ground(key, item_id)
            given = known[item_id, key]
            if given is not None:
                yield Part(start, length, given)

    def _ground(self, key: str, item_id: int) -> QTextCharFormat | None:
        """What is laid over letters with these marks; None where nothing is."""
        looks = [self._look(mark, item_id) for mark in comments_in(key)]
        look = max(looks, key=_rank, default=Look.HIDDEN)
        return None if look is Look.HIDDEN else self._format(look)

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
