# SPDX-License-Identifier: MIT
"""Characters stand in the face and size of the page, whatever their marks."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QTextCursor, QTextDocument

from novelist.domain.document import SMALL_CAPS, Mark
from novelist.ui.editor.styles import character_format


def width_of(document: QTextDocument, font: QFont) -> float:
    document.setDefaultFont(font)
    document.setTextWidth(2_000)
    document.documentLayout().documentSize()  # lays it out
    return document.firstBlock().layout().lineAt(0).naturalTextWidth()


@pytest.mark.parametrize("other", [("EB Garamond", 24), ("Source Serif 4", 30)])
def test_small_capitals_have_the_face_and_size_of_the_page_and_of_the_next(theme, other):
    for family, size in (("Literata", 19), other, ("Literata", 19)):
        document = QTextDocument()
        marks = (Mark(SMALL_CAPS),)
        QTextCursor(document).insertText("Small Capitals", character_format(marks))
        for font in (theme.book_font("en", 15), theme.book_font("en", size, family=family)):
            width = width_of(document, font)
            font.setCapitalization(QFont.Capitalization.SmallCaps)
            expected = QFontMetricsF(font).horizontalAdvance("Small Capitals")
            assert width == pytest.approx(expected, abs=1.5)
