# SPDX-License-Identifier: MIT
"""Lines that end evenly, and ragged ones where the column is too narrow for that.

A block that is to end evenly has no alignment of its own (``styles.py``): it takes that of its
document. So another width of the column changes no format, and nothing in the text's history.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

NARROWEST: Final = 20
"""Sizes of the text in the narrowest column whose lines end evenly.

In a narrower one Qt tears words apart: it divides no line beside a quotation mark, nor in a word.
"""

_Align = Qt.AlignmentFlag


def justify_in(document: QTextDocument, column: float) -> None:
    """Let what is justified end evenly in a column of so many pixels, or ragged in a narrow one.

    To be called before the column and after the font is set: then Qt lays the text out once.
    """
    is_wide = column >= NARROWEST * document.defaultFont().pixelSize()
    wanted = _Align.AlignJustify if is_wide else _Align.AlignLeft
    option = document.defaultTextOption()
    if option.alignment() != wanted:
        option.setAlignment(wanted)
        document.setDefaultTextOption(option)
