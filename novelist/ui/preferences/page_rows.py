# SPDX-License-Identifier: MIT
"""Rows of the section "Appearance": how the lines of the manuscript are set on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from novelist.settings import Settings
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.sided_sheet import inset_column

_LEADINGS: Final = (85, 100, 120, 150)  # percent of the usual
_WIDTHS: Final = (80, 100, 120)
_SPACES: Final = ("indent", "space")


class PageRows(Retranslated, QWidget):
    """Line height, width of the lines, indent or space; each is told at once."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._leading = self._choice(theme, "leading")
        self._width = self._choice(theme, "line_width")
        self._space = self._choice(theme, "paragraph_space")
        choices = (self._leading, self._width, self._space)
        self._rows = [SettingRow(theme, choice, parent=self) for choice in choices]
        self.setLayout(inset_column(*self._rows))
        self.retranslate()
        self._leading.value_changed.connect(self._on_leading_value_changed)
        self._width.value_changed.connect(self._on_width_value_changed)
        self._space.value_changed.connect(self._on_space_value_changed)

    def _choice(self, theme: Theme, name: str) -> Segmented:
        choice = Segmented(theme, self)
        choice.setObjectName(f"preferences_{name}")
        return choice

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        shown = (
            (self._leading, _nearest(_LEADINGS, settings.leading)),
            (self._width, _nearest(_WIDTHS, settings.line_width)),
            (self._space, _SPACES[settings.paragraph_space]),
        )
        for choice, value in shown:
            with QSignalBlocker(choice):
                choice.set_value(value)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        leadings = (self.tr("Tight"), self.tr("Usual"), self.tr("Loose"), self.tr("Very loose"))
        widths = (self.tr("Narrow"), self.tr("Usual"), self.tr("Broad"))
        spaces = (self.tr("Indent"), self.tr("Space"))
        with (
            QSignalBlocker(self._leading),
            QSignalBlocker(self._width),
            QSignalBlocker(self._space),
        ):
            self._leading.set_segments(zip(map(str, _LEADINGS), leadings, strict=True))
            self._width.set_segments(zip(map(str, _WIDTHS), widths, strict=True))
            self._space.set_segments(zip(_SPACES, spaces, strict=True))
        self._rows[0].set_words(self.tr("Line height"))
        self._rows[1].set_words(self.tr("Width of the lines"))
        self._rows[2].set_words(
            self.tr("Between paragraphs"), self.tr("On the screen only; the manuscript stays.")
        )

    def _on_leading_value_changed(self, value: str) -> None:
        self.setting_changed.emit("leading", int(value))

    def _on_width_value_changed(self, value: str) -> None:
        self.setting_changed.emit("line_width", int(value))

    def _on_space_value_changed(self, value: str) -> None:
        self.setting_changed.emit("paragraph_space", value == "space")


def _nearest(choices: tuple[int, ...], value: int) -> str:
    return str(min(choices, key=lambda choice: abs(choice - value)))
