# SPDX-License-Identifier: MIT
"""The page of the novels: header, start card, covers, totals, all on one pair of edges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.ui.icons import Icons
from novelist.ui.shelf.grid import CoverGrid
from novelist.ui.shelf.header import ShelfHeader
from novelist.ui.shelf.model import ShelfModel
from novelist.ui.shelf.start_card import StartCard
from novelist.ui.shelf.totals import Totals
from novelist.ui.theme import Theme
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from novelist.services.novels import NovelCard

TOP = 38  # above the title
_UNDER_HEADER = 24
_ABOVE_COVERS = 32  # and 8 more inside the cells


class NovelsPage(Retranslated, QWidget):
    """Shows cards, filters them by the search field, says what is wished for."""

    create_requested = Signal()
    import_requested = Signal()
    sample_requested = Signal()
    start_card_dismissed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("novels_page")
        self._card_wanted = True
        self.model = ShelfModel(self)
        self.header = ShelfHeader(theme, icons, self)
        self.start_card = StartCard(theme, icons, self)
        self.grid = CoverGrid(theme, icons, self.model, self)
        self.grid.setObjectName("novel_covers")
        self.totals = Totals(theme, self)
        self.empty = EmptyState(theme, icons, "library", self, action_icon="pen-line")
        self.empty.setObjectName("shelf_empty")
        self.nothing_found = EmptyState(theme, icons, "search", self)
        self.nothing_found.setObjectName("shelf_nothing_found")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._follow()

    def set_cards(self, cards: Sequence[NovelCard]) -> None:
        """Show these novels."""
        self.model.set_cards(cards)
        self.totals.set_cards(self.model.cards)
        self._follow()

    def set_start_card_visible(self, visible: bool) -> None:
        """Whether the start card is wanted; an empty shelf says the same without it."""
        self._card_wanted = visible
        self._follow()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.grid.setAccessibleName(self.tr("Your novels"))
        self.empty.set_words(
            self.tr("Start with a sentence."),
            self.tr("Name the novel when you know its name."),
            self.tr("Start writing"),
            self.tr("Open the sample novel"),
        )
        self._say_nothing_found()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Align everything to the outer edges of the covers."""
        super().resizeEvent(event)
        self._align()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, TOP, 0, 0)
        self._column.setSpacing(0)
        self._aligned = [
            _inset(self._column, self.header),
            _inset(self._column, self.start_card, above=_UNDER_HEADER),
        ]
        self._column.addSpacing(_ABOVE_COVERS)
        self._column.addWidget(self.grid, 1)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.nothing_found, 1)
        self._aligned.append(_inset(self._column, self.totals))
        self._column.addStretch(0)

    def _connect(self) -> None:
        self.header.create_requested.connect(self.create_requested)
        self.header.import_requested.connect(self.import_requested)
        self.header.filter_changed.connect(self._on_filter_changed)
        self.start_card.write_requested.connect(self.create_requested)
        self.start_card.import_requested.connect(self.import_requested)
        self.start_card.sample_requested.connect(self.sample_requested)
        self.start_card.dismissed.connect(self.start_card_dismissed)
        self.empty.action_requested.connect(self.create_requested)
        self.empty.link_requested.connect(self.sample_requested)
        self.nothing_found.link_requested.connect(self.header.search.clear)

    def _follow(self) -> None:
        """Show what fits: covers, the first sentence, or that nothing was found."""
        empty = not self.model.cards
        missing = not empty and not self.model.shown
        self.header.set_empty(empty)
        self.start_card.setVisible(self._card_wanted and not empty)
        self.grid.setVisible(not empty and not missing)
        self.totals.setVisible(not empty)
        self.empty.setVisible(empty)
        self.nothing_found.setVisible(missing)
        self.grid.fit()

    def _align(self) -> None:
        left, right = self.grid.edges(self.width())
        for layout in self._aligned:
            top = layout.contentsMargins().top()
            layout.setContentsMargins(left, top, right, 0)

    def _on_filter_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._say_nothing_found()
        self._follow()

    def _say_nothing_found(self) -> None:
        sentence = self.tr("“{words}” is not on the shelf.")
        words = self.header.search.text().strip()
        self.nothing_found.set_words(sentence.format(words=words), link=self.tr("Show every novel"))


def _inset(column: QVBoxLayout, widget: QWidget, above: int = 0) -> QVBoxLayout:
    """Put the widget into the column in a layout whose margins can follow the covers."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, above, 0, 0)
    layout.addWidget(widget)
    column.addLayout(layout)
    return layout
