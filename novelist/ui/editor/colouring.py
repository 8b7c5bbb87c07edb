# SPDX-License-Identifier: MIT
"""The colours of marks: laid over the layout, never part of the text or its history."""

from __future__ import annotations

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from novelist.domain.document import HIGHLIGHT, LINK, Marks
from novelist.ui.editor.properties import marks_of
from novelist.ui.theme import Theme


class MarkColours(QSyntaxHighlighter):
    """Colours highlighted words and links in one document, one block at a time."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._painted = theme.name

    def highlightBlock(self, text: str) -> None:
        """Colour the block that Qt asks for."""
        for part in self.currentBlock().textFormats():
            marks = marks_of(part.format)
            colours = self._colours(marks) if marks else None
            if colours is not None:
                self.setFormat(part.start, part.length, colours)

    def follow_theme(self) -> None:
        """Take the colours of the theme in use, if they are others now."""
        if self._painted != self._theme.name:
            self._painted = self._theme.name
            self.rehighlight()

    def _colours(self, marks: Marks) -> QTextCharFormat | None:
        names = {mark.name for mark in marks}
        if not names & {HIGHLIGHT, LINK}:
            return None
        result = QTextCharFormat()
        if HIGHLIGHT in names:
            result.setBackground(self._theme.colour("find"))
        if LINK in names:
            result.setForeground(self._theme.colour("accent"))
        return result
