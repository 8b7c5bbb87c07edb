# SPDX-License-Identifier: MIT
"""The field for what is looked for; in it three switches: case, whole word, expression."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from novelist.domain.finding.finding import Pattern
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.text_field import TextField

CASE, WORD, EXPRESSION = "case", "word", "expression"
_SWITCHES: Final = ((CASE, "case-sensitive"), (WORD, "whole-word"), (EXPRESSION, "regex"))
_FRAME: Final = 4


class PatternField(TextField):
    """Says ``pattern_changed`` when the words or a switch are others."""

    pattern_changed = Signal()
    entered = Signal(bool)
    """Enter was pressed; with Shift: True."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._side = theme.size("button_small")
        self.switches: dict[str, IconButton] = {}
        for name, icon in _SWITCHES:
            switch = IconButton(theme, icons, icon, self, checkable=True, side="button_small")
            switch.setObjectName(f"search_{name}")
            switch.setCursor(Qt.CursorShape.ArrowCursor)
            switch.toggled.connect(self._on_switch_toggled)
            self.switches[name] = switch
        self.show_switches(True)
        self.textChanged.connect(self._on_text_changed)
        self.retranslate()

    @property
    def pattern(self) -> Pattern:
        """What is looked for."""
        chosen = {name: switch.isChecked() for name, switch in self.switches.items()}
        return Pattern(self.text(), chosen[CASE], chosen[WORD], chosen[EXPRESSION])

    def set_switches(self, chosen: set[str]) -> None:
        """Turn these switches on and the others off."""
        for name, switch in self.switches.items():
            switch.setChecked(name in chosen)

    def show_switches(self, shown: bool) -> None:
        """Whether there is something to switch."""
        for switch in self.switches.values():
            switch.setVisible(shown)
        self.setTextMargins(0, 0, len(_SWITCHES) * self._side + _FRAME if shown else 0, 0)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to."""
        return [self, *self.switches.values()]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = {
            CASE: self.tr("Match case"),
            WORD: self.tr("Whole word"),
            EXPRESSION: self.tr("Regular expression"),
        }
        for name, switch in self.switches.items():
            switch.set_name(words[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switches stand at the right end."""
        super().resizeEvent(event)
        left = self.width() - len(_SWITCHES) * self._side - _FRAME
        top = (self.height() - self._side) // 2
        for place, switch in enumerate(self.switches.values()):
            switch.move(left + place * self._side, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks at once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "switches"):
            self.retranslate()

    def _on_text_changed(self, _text: str) -> None:
        self.pattern_changed.emit()

    def _on_switch_toggled(self, _checked: bool) -> None:
        self.pattern_changed.emit()
