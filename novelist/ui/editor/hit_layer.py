# SPDX-License-Identifier: MIT
"""The colours of what is looked for, over every text that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

from novelist.domain.finding.finding import Finder
from novelist.errors import PatternTooSlowError
from novelist.ui.editor.colouring import Part
from novelist.ui.editor.hit_places import HitPlace, place_of, spans_in
from novelist.ui.theme import Theme


class HitLayer:
    """Every hit in ``find``, the one that one is on in ``find_current``."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.finder = Finder([])
        self.current: tuple[QTextDocument, HitPlace] | None = None

    def parts(self, block: QTextBlock) -> Iterator[Part]:
        """The hits of the block; none of an expression that takes too long."""
        if self.finder.is_empty:
            return
        try:
            spans = spans_in(block, self.finder)
        except PatternTooSlowError:
            self.finder = Finder([])
            return
        for span in spans:
            place = place_of(block, span)
            is_current = self.current == (block.document(), place)
            ground = QTextCharFormat()
            ground.setBackground(self._theme.colour("find_current" if is_current else "find"))
            yield Part(place.start - block.position(), place.end - place.start, ground)
