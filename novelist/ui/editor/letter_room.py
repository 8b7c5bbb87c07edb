# SPDX-License-Identifier: MIT
"""Letters set apart in the layout alone: beside Latin letters, and below wide readings.

Texts that are written in have layers for it (``colouring.py``); those that are only read are laid
out once, and ``set_apart`` does it then.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout

from novelist.domain.typing.spacing import gaps
from novelist.ui.editor.colouring import Part, merged
from novelist.ui.editor.ruby import RubyLayer
from novelist.ui.utf16 import units


def gap_parts(block: QTextBlock, gap: float) -> Iterator[Part]:
    """The letters of a block that a gap follows, so many pixels wide; none of them for 0."""
    if not gap:
        return
    text = block.text()
    is_even = len(text) == block.length() - 1
    for offset in gaps(text):
        start = offset if is_even else units(text[:offset])
        yield Part(start, units(text[offset]), _spaced(gap))


def set_apart(block: QTextBlock, gap: float) -> None:
    """Give the letters of a block their room where no layers do it; before it is laid out."""
    ranges = []
    for part in merged([*RubyLayer().parts(block), *gap_parts(block, gap)]):
        room = QTextLayout.FormatRange()
        room.start, room.length, room.format = part
        ranges.append(room)
    if ranges:
        block.layout().setFormats(ranges)


@lru_cache(64)
def _spaced(gap: float) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    result.setFontLetterSpacing(gap)
    return result
