# SPDX-License-Identifier: MIT
"""Texts that a ``VersionView`` shows: each writes itself a block at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from novelist.domain.document import Document
from novelist.ui.editor.codec import write_blocks
from novelist.ui.editor.styles import PageStyle


@dataclass
class PassageRange:
    """Where a changed passage stands in the shown text, in Qt's positions."""

    passage: int
    start: int
    end: int


class ShownText:
    """Nothing at all; ``passages`` grows while a text is written, and begins anew with it."""

    def __init__(self) -> None:
        self.passages: list[PassageRange] = []

    def write(self, cursor: QTextCursor) -> Iterator[int]:
        """Write into an empty QTextDocument; yields after each block where it has come to."""
        del cursor
        return iter(())


class PlainText(ShownText):
    """A version as it was."""

    def __init__(self, document: Document, style: PageStyle) -> None:
        super().__init__()
        self._document, self._style = document, style

    def write(self, cursor: QTextCursor) -> Iterator[int]:
        """A block a step."""
        return write_blocks(cursor, self._document, self._style)
