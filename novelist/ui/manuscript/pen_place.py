# SPDX-License-Identifier: MIT
"""Where the editor lies on the flowing text: over the scene with the caret, clipped to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from novelist.ui.editor.beyond import Beyond
from novelist.ui.editor.page_edit import SLACK
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.manuscript.section import Section

_FOOT: Final = 1_000  # more than any margin below a text
_STEP: Final = 600  # pixels; a page that grows with every line would be painted whole each time


class PenPlace:
    """Holds the pen while it is on a page of many scenes, and never lets it scroll by itself.

    It is as high as the text, as far as that was measured: Qt lays out all that it covers at once.
    """

    def __init__(self, pen: ManuscriptEdit, page: QWidget) -> None:
        self._pen = pen
        self._keeper = QWidget(page)
        self._keeper.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # as it grows downwards
        self._keeper.hide()
        self._is_owed_focus = False  # it had the keyboard when it had to hide

    def take(self, beyond: Beyond, column: int) -> None:
        """Bring the pen here; it keeps the keyboard if it has it."""
        self._pen.commit_composition()
        had_focus = self._pen.hasFocus()
        self._pen.setParent(self._keeper)
        self._pen.beyond = beyond
        self._pen.embed(column)
        self._keeper.show()
        self._pen.show()
        if had_focus:
            self._pen.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self) -> None:
        """Let go of the pen: it goes to a page of its own."""
        self._pen.commit_composition()
        self._pen.beyond = None
        self._keeper.hide()
        self._pen.setParent(None)
        self._pen.embed(None)

    def lie_over(self, section: Section | None, left: int, top: int, column: int) -> None:
        """Cover the text of a section whose first line is at ``top``; None: cover nothing."""
        if section is None or section.live is None:
            self._is_owed_focus |= self._pen.hasFocus()
            self._keeper.hide()
            return
        shift, width = round(section.first_line), column + SLACK
        height, foot = section.known, _FOOT
        bar = self._pen.verticalScrollBar()
        if not section.is_measured:  # the caret may be where nothing is known yet
            caret = self._pen.cursorRect().bottom() + bar.value() + 1 - shift
            height, foot = max(section.known, caret), 0
        self._keeper.setGeometry(left, top, width, height)
        whole = shift + height + foot
        if foot:
            whole += -whole % _STEP
        self._pen.setGeometry(0, -shift, width, whole)
        bar.setValue(0)
        self._keeper.show()
        if self._is_owed_focus:
            self._is_owed_focus = False
            self._pen.setFocus(Qt.FocusReason.OtherFocusReason)
