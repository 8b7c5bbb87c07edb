# SPDX-License-Identifier: MIT
"""The section "Writing": what new novels begin with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from novelist.settings import Settings
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.sided_sheet import RING_ROOM
from novelist.ui.widgets.text_label import TextLabel

_FIELD_WIDTH = 280


class WritingSection(QWidget):
    """Every change is told by ``setting_changed`` when the field is left."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_writing")
        self._told = ""
        self._heading = TextLabel(theme, "strong", "text", self)
        self._author = QLineEdit(self)
        self._author.setObjectName("preferences_author")
        self._author.setFixedWidth(_FIELD_WIDTH)
        self._author_row = SettingRow(theme, self._author, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_ROOM, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._author_row)
        column.addStretch(1)
        self._author.editingFinished.connect(self.tell)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._told = settings.author
        self._author.setText(settings.author)

    def tell(self) -> None:
        """Tell what was typed, once."""
        author = self._author.text().strip()
        if author != self._told:
            self._told = author
            self.setting_changed.emit("author", author)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("New novels"))
        self._author_row.set_words(
            self.tr("Author"), self.tr("The name that every new novel begins with.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
