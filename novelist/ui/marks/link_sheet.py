# SPDX-License-Identifier: MIT
"""The sheet of a link: its words and its address."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.domain.links import LONGEST, link_address
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_field import TextField
from novelist.ui.widgets.text_label import TextLabel

_SIZE: Final = QSize(480, 0)


class LinkSheet(Retranslated, Sheet):
    """Takes addresses of pages and of mail, and no others."""

    applied = Signal(str, str)
    """The words, "" where nobody wrote others, and the address."""
    remove_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("link_sheet")
        self.address, self.words = TextField(theme, self), TextField(theme, self)
        self.address.setObjectName("link_address")
        self.address.setMaxLength(LONGEST)
        self.words.setObjectName("link_words")
        self._shown = ""
        self._labels = [TextLabel(theme, "small", "text_2", self) for _ in range(2)]
        for label, field in zip(self._labels, (self.address, self.words), strict=True):
            column = QVBoxLayout()
            column.setSpacing(theme.space("xs"))
            column.addWidget(label)
            column.addWidget(field)
            column.addWidget(field.problem_label(self))
            label.setBuddy(field)
            self.body.addLayout(column)
        self.body.setSpacing(theme.space("m"))
        self.remove = self.add_button(ButtonRole.BORDERED)
        self.remove.setObjectName("link_remove")
        self.apply = self.add_button(ButtonRole.PRIMARY)
        self.apply.setObjectName("link_apply")
        self._connect()
        self.retranslate()

    def ask(self, address: str, words: str | None) -> None:
        """Show a link, or what is to become one; None: its words cannot be written here."""
        self.address.setText(address)
        self.address.set_problem("")
        self.words.setText(words or "")
        self._shown = self.words.text()  # a field may hold less than it is given
        for widget in (self.words, self._labels[1]):
            widget.setVisible(words is not None)
        self.remove.setVisible(bool(address))
        self.open_sheet(self.address)
        self.address.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Link"), self.tr("Close"))
        for label, field, word in zip(
            self._labels,
            (self.address, self.words),
            (self.tr("Address of a page or of mail"), self.tr("Words")),
            strict=True,
        ):
            label.setText(word)
            field.setAccessibleName(word)
        self.remove.setText(self.tr("Remove link"))
        self.apply.setText(self.tr("Apply"))

    def _connect(self) -> None:
        self.apply.clicked.connect(self._on_apply)
        self.remove.clicked.connect(self._on_remove)
        for field in (self.address, self.words):
            field.returnPressed.connect(self._on_apply)
        self.address.textChanged.connect(lambda: self.address.set_problem(""))

    def _on_apply(self) -> None:
        address = link_address(self.address.text())
        if address is None:
            self.address.set_problem(
                self.tr("Write the address of a page (https://…) or of mail (name@…).")
            )
            self.address.setFocus()
            return
        words = self.words.text()
        self.close_sheet()
        self.applied.emit("" if words == self._shown else words.strip(), address)

    def _on_remove(self) -> None:
        self.close_sheet()
        self.remove_requested.emit()
