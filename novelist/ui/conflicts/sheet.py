# SPDX-License-Identifier: MIT
"""“Two versions of …”: beside each other, and which one is to stay."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from novelist.ui.faults.comparison import ComparisonView
from novelist.ui.faults.sentences import together
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.sheet import Sheet
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.unsaved.conflicts import BothVersions

_SIZE: Final = QSize(760, 560)


class Choice(Enum):
    """What can be answered; the last one is what happens without an answer."""

    TAKE_OTHER = "conflict_take_other"
    KEEP_MINE = "conflict_keep_mine"
    KEEP_BOTH = "conflict_keep_both"


class ConflictSheet(Retranslated, Sheet):
    """Shows one pair of versions; closing it keeps both."""

    chosen = Signal(object)  # a Choice

    def __init__(self, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, icons, window, size=_SIZE)
        self.setObjectName("conflict_sheet")
        self._title_of, self._is_text = "", True
        self._about = TextLabel(theme, "body", "text_2", self, wrap=True)
        self.comparison = ComparisonView(theme, self)
        self.body.setSpacing(theme.space("s"))
        self.body.addWidget(self._about)
        self.body.addWidget(self.comparison, 1)
        self._buttons = {choice: self._make(choice) for choice in Choice}

    def _make(self, choice: Choice) -> Button:
        is_safe = choice is Choice.KEEP_BOTH
        button = self.add_button(ButtonRole.PRIMARY if is_safe else ButtonRole.BORDERED)
        button.setObjectName(choice.value)
        button.clicked.connect(lambda: self.chosen.emit(choice))
        return button

    def show_versions(
        self, both: BothVersions, title: str, language: str, *, is_text: bool
    ) -> None:
        """Show the two of what is called ``title``."""
        self._title_of, self._is_text = title, is_text
        self.comparison.show_diff(both.diff, language)
        self.retranslate()
        self.open_sheet(self._buttons[Choice.KEEP_BOTH])

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        title = self.tr("Two versions of “{title}”").format(title=self._title_of)
        self.set_words(title, self.tr("Close"))
        marked = self.tr("Green is only in yours; struck through is only in the other.")
        if self._is_text:
            left = self.tr("The version that you leave stays in the history or in the trash.")
        else:
            left = self.tr("The version that you leave comes back with Undo or from the trash.")
        self._about.setText(together(marked, left))
        self._buttons[Choice.TAKE_OTHER].setText(self.tr("Use the other version"))
        self._buttons[Choice.KEEP_MINE].setText(self.tr("Keep my version"))
        self._buttons[Choice.KEEP_BOTH].setText(self.tr("Keep both versions"))
