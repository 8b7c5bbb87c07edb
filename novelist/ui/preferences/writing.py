# SPDX-License-Identifier: MIT
"""The section "Writing": what new novels begin with, and which versions are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from novelist.settings import Settings
from novelist.ui.preferences.setting_row import SettingRow
from novelist.ui.theme import Theme
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sided_sheet import inset_column
from novelist.ui.widgets.switch import Switch
from novelist.ui.widgets.text_label import TextLabel

_FIELD_WIDTH = 280


class WritingSection(Retranslated, QWidget):
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
        self._kept = TextLabel(theme, "strong", "text", self)
        self._kept.setContentsMargins(0, theme.space("xl"), 0, 0)
        self._every = Switch(theme, self)
        self._every.setObjectName("preferences_keep_every_version")
        self._every_row = SettingRow(theme, self._every, parent=self)
        column = inset_column(self._heading, self._author_row, self._kept, self._every_row)
        column.addStretch(1)
        self.setLayout(column)
        self._author.editingFinished.connect(self.tell)
        self._every.clicked.connect(self._on_every_clicked)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; tells nothing."""
        self._told = settings.author
        self._author.setText(settings.author)
        self._every.setChecked(settings.keep_every_version)

    def tell(self) -> None:
        """Tell what was typed, once."""
        author = self._author.text().strip()
        if author != self._told:
            self._told = author
            self.setting_changed.emit("author", author)

    def _on_every_clicked(self, checked: bool) -> None:
        self.setting_changed.emit("keep_every_version", checked)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._heading.setText(self.tr("New novels"))
        self._author_row.set_words(
            self.tr("Author"), self.tr("The name that every new novel begins with.")
        )
        self._kept.setText(self.tr("Versions"))
        self._every.setAccessibleName(self.tr("Keep every version"))
        self._every_row.set_words(
            self.tr("Keep every version"),
            self.tr("Switched off, old versions are thinned out; those with a name always stay."),
        )
