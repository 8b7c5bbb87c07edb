# SPDX-License-Identifier: MIT
"""The sheet of a reading: what stands in small letters over others."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_SIZE: Final = QSize(440, 0)
LONGEST: Final = 200  # characters


class RubySheet(Retranslated, Sheet):
    """“zhōng guó” over 中国; nothing takes the reading away."""

    applied = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("ruby_sheet")
        self.base = TextLabel(theme, "strong", "text", self, wrap=True)
        self.reading = TextField(theme, self)
        self.reading.setObjectName("ruby_reading")
        self.reading.setMaxLength(LONGEST)
        self._hint = TextLabel(theme, "small", "text_2", self, wrap=True)
        for widget in (self.base, self.reading, self._hint):
            self.body.addWidget(widget)
        self.body.setSpacing(theme.space("m"))
        self.remove = self.add_button(ButtonRole.BORDERED)
        self.remove.setObjectName("ruby_remove")
        self.apply = self.add_button(ButtonRole.PRIMARY)
        self.apply.setObjectName("ruby_apply")
        self.apply.clicked.connect(self._on_apply)
        self.reading.returnPressed.connect(self._on_apply)
        self.remove.clicked.connect(self._on_remove)
        self.retranslate()

    def ask(self, base: str, reading: str) -> None:
        """Show the letters and what stands over them now."""
        self.base.setText(base)
        self.reading.setText(reading)
        self.remove.setVisible(bool(reading))
        self.open_sheet(self.reading)
        self.reading.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Reading above the letters"), self.tr("Close"))
        self.reading.setAccessibleName(self.tr("Reading"))
        self.reading.setPlaceholderText(self.tr("zhōng guó"))
        self._hint.setText(
            self.tr("With spaces, as many syllables as characters: each stands over its own.")
        )
        self.remove.setText(self.tr("Remove reading"))
        self.apply.setText(self.tr("Apply"))

    def _on_apply(self) -> None:
        self.close_sheet()
        self.applied.emit(" ".join(self.reading.text().split()))

    def _on_remove(self) -> None:
        self.close_sheet()
        self.applied.emit("")
