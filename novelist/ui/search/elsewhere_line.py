# SPDX-License-Identifier: MIT
"""Below the list: how much more there is in fields that were left out, each a click away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from novelist.services.finding.finding import Field
from novelist.ui.icons import Icons
from novelist.ui.search.words import SearchWords
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline, TextLabel

_FIELDS = (Field.TITLE, Field.SYNOPSIS, Field.NOTES, Field.COMMENTS, Field.BIBLE)


class ElsewhereLine(Retranslated, QWidget):
    """“Where you are not looking: 2 in notes, 1 in comments”; hidden while there is nothing."""

    fields_requested = Signal(list)  # of Field: look there too

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_elsewhere")
        self._words = SearchWords(self)
        self._counts: Mapping[Field, int] = {}
        self._label = TextLabel(theme, "small", "text_2", self)
        self.fields = {field: self._button(theme, icons, field) for field in _FIELDS}
        row = QHBoxLayout()
        row.setContentsMargins(theme.space("xl"), theme.space("xs"), theme.space("xl"), 0)
        row.setSpacing(theme.space("xs"))
        row.addWidget(self._label)
        for button in self.fields.values():
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space("xs"))
        column.setSpacing(0)
        column.addWidget(Hairline(theme, parent=self))
        column.addLayout(row)
        self.retranslate()
        self.hide()

    def show_counts(self, counts: Mapping[Field, int]) -> None:
        """Say how often it stands in which fields."""
        self._counts = {field: counts[field] for field in _FIELDS if counts.get(field)}
        self.retranslate()
        self.setVisible(bool(self._counts))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._label.setText(self.tr("Where you are not looking:"))
        for field, button in self.fields.items():
            button.setVisible(field in self._counts)
            if field in self._counts:
                button.setText(self._words.counts({field: self._counts[field]}))
                button.setToolTip(self.tr("Look there too"))

    def _button(self, theme: Theme, icons: Icons, field: Field) -> Button:
        button = Button(theme, icons, ButtonRole.LINK, self, small=True)
        button.setObjectName(f"search_also_{field}")
        button.clicked.connect(partial(self._on_button_clicked, field))
        return button

    def _on_button_clicked(self, field: Field, _checked: bool = False) -> None:
        self.fields_requested.emit([field])
