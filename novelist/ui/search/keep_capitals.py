# SPDX-License-Identifier: MIT
"""The choice to write new words in the capitals of the old ones, which expressions do not have."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from novelist.ui.search.pattern_field import EXPRESSION, PatternField


class KeepCapitals(QCheckBox):
    """Off and not to be changed while an expression is looked for; then again as it was chosen."""

    def __init__(self, wanted: PatternField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_chosen = False
        self._expression = wanted.switches[EXPRESSION]
        self._expression.toggled.connect(self._on_expression_toggled)
        self.toggled.connect(self._on_toggled)

    @property
    def is_chosen(self) -> bool:
        """Whether it is chosen for plain words."""
        return self._is_chosen

    def choose(self, chosen: bool) -> None:
        """Choose it for plain words, or do not; tells nobody."""
        self._is_chosen = chosen
        self._show()

    def retranslate(self) -> None:
        """Say in the language of the interface why it cannot be chosen."""
        why = self.tr("The replacement of an expression is written as you type it.")
        self.setToolTip("" if self.isEnabled() else why)

    def _show(self) -> None:
        can = not self._expression.isChecked()
        blocked = QSignalBlocker(self)
        self.setChecked(self._is_chosen and can)
        self.setEnabled(can)
        blocked.unblock()
        self.retranslate()

    def _on_expression_toggled(self, _checked: bool) -> None:
        self._show()

    def _on_toggled(self, checked: bool) -> None:
        self._is_chosen = checked
