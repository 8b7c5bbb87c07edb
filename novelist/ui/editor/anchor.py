# SPDX-License-Identifier: MIT
"""Keeps the place one reads or writes at where it is on the screen while lines break anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


@dataclass(frozen=True)
class Anchor:
    """A place in the text, and how far below the upper edge of the view its line begins."""

    position: int
    y: int


class Anchoring:
    """For one text field; it keeps its anchor until somebody scrolls, types or moves the caret.

    So dragging an edge to and fro ends where it began.
    """

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._anchor: Anchor | None = None
        self._is_holding = False
        edit.cursorPositionChanged.connect(self.release)
        edit.textChanged.connect(self.release)

    def first_line(self) -> Anchor:
        """The first line that is seen."""
        at_top = self._edit.verticalScrollBar().value() == 0  # what is there is the title
        cursor = self._cursor(0) if at_top else self._edit.cursorForPosition(QPoint(0, 0))
        return Anchor(cursor.position(), self._edit.cursorRect(cursor).top())

    def release(self) -> None:
        """Somebody moved: the place is another one now."""
        if not self._is_holding:
            self._anchor = None

    @property
    def is_fixed(self) -> bool:
        """Whether the place is known, so that nothing but the person may change it."""
        return self._anchor is not None

    @contextmanager
    def held(self, height: int | None = None) -> Iterator[None]:
        """Whatever is done to the width or the type, the place stays; ``height`` was the view's."""
        if self._is_holding:
            yield
            return
        if height is None or height < 0:  # a view that was not shown yet had none
            height = self._edit.viewport().height()
        anchor = self._anchor or self._find(height)
        at_top = self._edit.verticalScrollBar().value() == 0 and self._anchor is None
        self._is_holding = True
        try:
            yield
            if not at_top or not self._is_seen(anchor.position):
                self._put(anchor)
        finally:
            self._is_holding = False
        self._anchor = anchor

    def hold(self, anchor: Anchor) -> None:
        """Scroll until the anchor is where it says, and keep it there."""
        self._is_holding = True
        try:
            self._put(anchor)
        finally:
            self._is_holding = False
        self._anchor = anchor

    def _find(self, height: int) -> Anchor:
        """The caret where it is seen, else the first line."""
        caret = self._edit.cursorRect()
        if caret.top() >= 0 and caret.bottom() <= height:
            return Anchor(self._edit.textCursor().position(), caret.top())
        return self.first_line()

    def _is_seen(self, position: int) -> bool:
        rect = self._edit.cursorRect(self._cursor(position))
        return rect.top() >= 0 and rect.bottom() <= self._edit.viewport().height()

    def _put(self, anchor: Anchor) -> None:
        edit, bar = self._edit, self._edit.verticalScrollBar()
        rect = edit.cursorRect(self._cursor(anchor.position))
        lowest = max(edit.viewport().height() - rect.height(), 0)
        wanted = bar.value() + rect.top() - min(anchor.y, lowest)
        if wanted > bar.maximum():  # the end of the text is not laid out yet
            document = edit.document()
            document.documentLayout().blockBoundingRect(document.lastBlock())
        bar.setValue(wanted)

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(min(max(position, 0), self._edit.document().characterCount() - 1))
        return cursor
