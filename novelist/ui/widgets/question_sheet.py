# SPDX-License-Identifier: MIT
"""A question before something that is not undone by a key: what will happen, two answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

_SIZE = QSize(480, 196)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in the language of the interface."""

    title: str
    told: str  # what will happen, and where is what one might miss
    stay: str  # the answer that changes nothing
    go: str
    close: str  # the name of the cross


class QuestionSheet(Retranslated, Sheet):
    """``ask`` shows it; the answer that changes nothing has the keyboard, and so has Esc."""

    def __init__(self, theme: Theme, icons: Icons, window: QWidget, name: str) -> None:
        """Its buttons are called ``name`` with ``_stay`` and ``_go`` after it."""
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName(name)
        self._words: Callable[[], Question] | None = None
        self._agreed: Callable[[], object] | None = None
        self.told = TextLabel(theme, "body", "text_2", self, wrap=True)
        self.told.setObjectName(f"{name}_told")
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.stay = self.add_button()
        self.stay.setObjectName(f"{name}_stay")
        self.go = self.add_button(ButtonRole.PRIMARY)
        self.go.setObjectName(f"{name}_go")
        self.stay.clicked.connect(self.close_sheet)
        self.go.clicked.connect(self._on_go_clicked)

    def ask(self, words: Callable[[], Question], agreed: Callable[[], object]) -> None:
        """Show it; ``agreed`` hears of the other answer."""
        self._words, self._agreed = words, agreed
        self.retranslate()
        if self.isHidden():
            self.open_sheet(self.stay)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        if self._words is None:
            return
        words = self._words()
        self.set_words(words.title, words.close)
        self.told.setText(words.told)
        self.stay.setText(words.stay)
        self.go.setText(words.go)

    def _on_go_clicked(self) -> None:
        self.close_sheet()
        if self._agreed is not None:
            self._agreed()
