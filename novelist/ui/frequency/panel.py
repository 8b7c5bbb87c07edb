# SPDX-License-Identifier: MIT
"""The tab "Words": how often words and phrases stand in the scene, the chapter, the manuscript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.domain.frequency import Frequency, Use
from novelist.ui.frequency.uses import FigureColumns, UseRow, UsesHeads, UsesList
from novelist.ui.icons import Icons
from novelist.ui.theme import Theme
from novelist.ui.widgets.choice_button import ChoiceButton
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.segmented import Segmented

SCENE, CHAPTER, MANUSCRIPT = SCOPES = ("scene", "chapter", "manuscript")
WORDS: Final = "words"
PHRASES: Final = "phrases"


class FrequencyPanel(Retranslated, QWidget):
    """Shows what it is given; another scope and the places of a word are wishes."""

    scope_chosen = Signal(str)
    places_requested = Signal(str)
    """Show where this word or phrase stands."""
    refresh_requested = Signal()
    """It is seen now."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("frequency_panel")
        self._theme = theme
        self._found: Frequency | None = None
        self.kinds = Segmented(theme, self)
        self.kinds.setObjectName("frequency_kinds")
        self.scope_button = ChoiceButton(theme, icons, self, name="frequency_scope", value=SCENE)
        self.columns = FigureColumns(theme)
        self.heads = UsesHeads(theme, self.columns, self)
        self.list = UsesList(theme, icons, self.columns, self)
        self.list.setObjectName("frequency_list")
        self.heads.list = self.list
        self.empty = EmptyState(theme, icons, "chart-column", self, width=240)
        self.empty.setObjectName("frequency_empty")
        theme.lay_ground(self, "side")
        self._lay_out()
        self.retranslate()
        self.kinds.value_changed.connect(self._show)
        self.scope_button.chosen.connect(self.scope_chosen)
        self.list.found_wanted.connect(self._on_list_found_wanted)
        theme.theme_changed.connect(self._show)

    @property
    def scope(self) -> str:
        """How much is looked at."""
        return self.scope_button.value

    def show_frequency(self, found: Frequency | None) -> None:
        """Show these; None for no novel."""
        self._found = found
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Frequent words"))
        self.list.setAccessibleName(self.tr("Frequent words"))
        self.kinds.set_segments(((WORDS, self.tr("Words")), (PHRASES, self.tr("Phrases"))))
        self.scope_button.set_words(self._scopes())
        self.empty.set_words(
            self.tr("Nothing stands here more than once."),
            self.tr("Words that you use often are counted here while you write."),
        )
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: nothing was counted while nobody looked."""
        super().showEvent(event)
        self.refresh_requested.emit()

    # -- inside --------------------------------------------------------------------------------

    def _uses(self) -> Sequence[Use]:
        if self._found is None:
            return ()
        if self.kinds.value() == PHRASES:
            return self._found.phrases
        return [use for use in self._found.words if use.count > 1]

    def _show(self, *_: object) -> None:
        rows = [self._row(use) for use in self._uses()]
        self.heads.first = self.tr("Phrase") if self.kinds.value() == PHRASES else self.tr("Word")
        self.columns.fit((self.tr("Count"), self.tr("Per 1,000")), rows)
        self.list.show_rows(rows)
        self._stack.setCurrentWidget(self._table if rows else self.empty)
        self.heads.update()
        self.list.viewport().update()

    def _row(self, use: Use) -> UseRow:
        assert self._found is not None
        locale = QLocale()
        share = locale.toString(self._found.per_thousand(use), "f", 1)
        return UseRow(use.text, locale.toString(use.count), share)

    def _scopes(self) -> dict[str, str]:
        return {
            SCENE: self.tr("Scene"),
            CHAPTER: self.tr("Chapter"),
            MANUSCRIPT: self.tr("Manuscript"),
        }

    def _lay_out(self) -> None:
        side, gap = self._theme.space("l"), self._theme.space("m")
        head = QHBoxLayout()
        head.setContentsMargins(side, gap, side, 0)
        head.setSpacing(self._theme.space("s"))
        head.addWidget(self.kinds)
        head.addStretch(1)
        head.addWidget(self.scope_button)
        self._table = QWidget(self)
        table = QVBoxLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(0)
        table.addWidget(self.heads)
        table.addWidget(self.list, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space("xs"))
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _on_list_found_wanted(self, index: QModelIndex) -> None:
        self.places_requested.emit(index.data())
