# SPDX-License-Identifier: MIT
"""The line at the foot of the shelf: how many novels, how much text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from novelist.domain.languages import is_han
from novelist.ui.labels import count_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.painting import horizontal_line, painting
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

_FIGURES = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")


class Totals(Retranslated, QWidget):
    """“5 novels”, “165,098 words” and “51,630 characters” of the whole library."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: Sequence[NovelCard] = ()
        self.setObjectName("shelf_totals")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.novels = TextLabel(theme, "body", "text_2", self)
        self.length = TextLabel(theme, "body", "text_2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space("l"), 0, theme.space("l"))
        row.setSpacing(theme.space("xl"))
        row.addWidget(self.novels)
        row.addWidget(self.length)
        row.addStretch(1)
        theme.theme_changed.connect(self.update)

    def set_cards(self, cards: Sequence[NovelCard]) -> None:
        """Add up these novels."""
        self._cards = cards
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        han = sum(card.words for card in self._cards if is_han(card.language))
        words = sum(card.words for card in self._cards if not is_han(card.language))
        pieces = [count_label(words, "en")] if words or not han else []
        pieces += [count_label(han, "zh")] if han else []
        both = self.tr("{words} and {characters}")
        two = len(pieces) == 2
        length = both.format(words=pieces[0], characters=pieces[1]) if two else pieces[0]
        _say(self.novels, self.tr("%Ln novels", "", len(self._cards)))
        _say(self.length, length)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline above."""
        with painting(self) as painter:
            horizontal_line(painter, 0, self.width(), 0, self._theme.colour("line"))


def _say(label: TextLabel, sentence: str) -> None:
    """Show the sentence with its figures at weight 600; a screen reader gets it plain."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(_FIGURES.sub(r"<b>\g<0></b>", escape(sentence)))
    label.setAccessibleName(sentence)
