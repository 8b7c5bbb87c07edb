# SPDX-License-Identifier: MIT
"""What the menu says of a possible slip: why it is underlined, and how to mend it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidgetAction

from novelist.domain.checks import Check, Finding
from novelist.ui.checks.layer import ChecksLayer, Slip
from novelist.ui.editor.text_edit import ManuscriptEdit
from novelist.ui.spelling.correcting import replace_word
from novelist.ui.theme import Theme
from novelist.ui.widgets.menu_rows import menu_row, put_first
from novelist.ui.widgets.text_label import TextLabel

_GUTTER: Final = 40  # pixels left of the words of a menu, where icons stand


class ChecksMenu(QObject):
    """Puts its rows above the others."""

    switch_off_requested = Signal(str)
    """Look for this kind (a ``Check``) no more."""

    def __init__(
        self, theme: Theme, layer: ChecksLayer, edit: ManuscriptEdit, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._layer, self._edit = theme, layer, edit

    def fill(self, menu: QMenu, position: int) -> None:
        """Explain what is underlined at this position of the text, and offer to mend it."""
        block = self._edit.document().findBlock(position)
        place = position - block.position()
        slips = self._layer.slips(block)
        slip = next((s for s in slips if s.start <= place <= s.start + s.length), None)
        if slip is None:
            return
        rows: list[QAction] = [self._said(self.explanation(slip.finding), menu)]
        if slip.finding.replacement is not None and not self._edit.isReadOnly():
            mend = partial(
                replace_word, self._edit, block, slip.start, slip.written, slip.finding.replacement
            )
            rows.append(menu_row(menu, self._mending(slip), "check_mend", mend))
        leave = partial(self.switch_off_requested.emit, slip.finding.check.value)
        rows.append(menu_row(menu, self.tr("Do not look for this any more"), "check_off", leave))
        put_first(menu, rows)

    def explanation(self, finding: Finding) -> str:
        """Why something is underlined."""
        mark = finding.replacement
        return {
            Check.DOUBLED_WORD: self.tr("This word stands twice"),
            Check.DOUBLED_SPACE: self.tr("Here is more than one space"),
            Check.UNMATCHED: self.tr("The other half of this mark is missing"),
            Check.MIXED_QUOTES: self.tr("Elsewhere this text uses other marks"),
            Check.PARTICLE: self.tr("Perhaps {mark} is meant here").format(mark=mark),
        }[finding.check]

    def _said(self, words: str, menu: QMenu) -> QWidgetAction:
        """A row that only says something, in ink that can be read."""
        label = TextLabel(self._theme, "small", "text_2", menu)
        label.setText(words)
        label.setContentsMargins(_GUTTER, 8, 16, 8)
        row = QWidgetAction(menu)
        row.setObjectName("check_explanation")
        row.setText(words)
        row.setDefaultWidget(label)
        row.setEnabled(False)
        return row

    def _mending(self, slip: Slip) -> str:
        replacement = slip.finding.replacement or ""
        if slip.finding.check is Check.DOUBLED_WORD:
            return self.tr("Remove the second “{word}”").format(word=slip.written.strip())
        if slip.finding.check is Check.DOUBLED_SPACE:
            return self.tr("Leave one space")
        return self.tr("Change to {mark}").format(mark=replacement)
