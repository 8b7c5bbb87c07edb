# SPDX-License-Identifier: MIT
"""The right of the page: how many there are, the list of them, and the button that replaces."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.services.finding.finding import Field, Scope
from novelist.ui.icons import Icons
from novelist.ui.search.elsewhere_line import ElsewhereLine
from novelist.ui.search.results_view import ResultsView
from novelist.ui.search.words import SearchWords
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.enter_keys import control_enter_words
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.text_label import Hairline, TextLabel


class SearchStage(Retranslated, QWidget):
    """Counts at the top, rows below; or one sentence where there is nothing."""

    replace_requested = Signal()
    everywhere_requested = Signal()
    fields_requested = Signal(list)  # of Field: look there too

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, SearchWords(self)
        self._replaces = False
        self._none: tuple[str, Scope, Mapping[Field, int]] | None = None
        theme.lay_ground(self, "page")
        self.counted = TextLabel(theme, "strong", "text", self)
        self.counted.setObjectName("search_counted")
        self.chosen = TextLabel(theme, "small", "text_2", self)
        self.chosen.setObjectName("search_chosen")
        self.progress = ProgressLine(theme, icons, self)
        self.choose = Button(theme, icons, ButtonRole.BORDERED, self)
        self.choose.setObjectName("search_choose")
        self.replace = Button(theme, icons, ButtonRole.PRIMARY, self)
        self.replace.setObjectName("search_replace_chosen")
        self.view = ResultsView(theme, icons, self)
        self.empty = EmptyState(theme, icons, "search", self)
        self.empty.setObjectName("search_empty")
        self.elsewhere = ElsewhereLine(theme, icons, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        space = self._theme.space
        self._top = QWidget(self)
        line = QHBoxLayout(self._top)
        line.setContentsMargins(space("xl"), 0, space("xl"), 0)
        line.setSpacing(space("s"))
        line.addWidget(self.counted)
        line.addWidget(self.chosen)
        line.addStretch(1)
        line.addWidget(self.progress.cancel)
        line.addWidget(self.choose)
        line.addWidget(self.replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self.progress)
        column.addWidget(Hairline(self._theme, parent=self))
        column.addWidget(self._pages, 1)
        column.addWidget(self.elsewhere)

    def _connect(self) -> None:
        self.view.results.choice_changed.connect(self.retell)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.replace.clicked.connect(self.replace_requested)
        self.empty.action_requested.connect(self._on_empty_action_requested)
        self.empty.link_requested.connect(self.everywhere_requested)
        self.elsewhere.fields_requested.connect(self.fields_requested)
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    # -- what is shown -------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Nothing is looked for."""
        self._none = None
        self.show_elsewhere({})
        self.retell()

    def show_none(
        self, text: str, scope: Scope, elsewhere: Mapping[Field, int] | None = None
    ) -> None:
        """It was looked for and is not there, but perhaps in fields that were left out."""
        self._none = (text, scope, elsewhere or {})
        self.retell()

    def show_elsewhere(self, counts: Mapping[Field, int]) -> None:
        """Besides what is listed there are so many in fields that were left out."""
        self.elsewhere.show_counts(counts)

    def set_replacing(self, replaces: bool) -> None:
        """Whether words take the place of what was found, or nothing."""
        self._replaces = replaces
        self.retell()

    def begin(self) -> None:
        """A search, or a replacement, has begun."""
        self._none = None
        self.progress.begin()

    def end(self) -> None:
        """It has ended."""
        self.progress.end()
        self.retell()

    def retell(self) -> None:
        """Say how many there are now."""
        results = self.view.results
        count, chosen = results.count, results.chosen
        self._pages.setCurrentWidget(self.view if count else self.empty)
        self._top.setVisible(True)
        said = self._words.found(count, results.chapters, in_bible=results.is_in_bible)
        self.counted.setText(said if count else "")
        self.chosen.setText(self._words.chosen(chosen, count))
        for button in (self.choose, self.replace):
            button.setVisible(bool(count))
        self.choose.setText(self.tr("Choose none") if chosen else self.tr("Choose all"))
        say = self._words.replace if self._replaces else self._words.remove
        self.replace.setText(say(chosen))
        self.replace.set_role(ButtonRole.PRIMARY if self._replaces else ButtonRole.BORDERED)
        self.replace.setEnabled(bool(chosen))
        if not count:
            self._say_empty()

    def _say_empty(self) -> None:
        if self._none is None:
            self.empty.set_words(self.tr("Find a word wherever it stands."))
            return
        text, scope, elsewhere = self._none
        wider = "" if scope is Scope.LIBRARY else self.tr("Search all novels")
        if not elsewhere:
            self.empty.set_words(self._words.none(text, scope), action=wider)
            return
        said, hint = self._words.only_elsewhere(text), self._words.counts(elsewhere)
        self.empty.set_words(said, hint, action=self.tr("Look there too"), link=wider)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to."""
        return [
            self.progress.cancel,
            self.choose,
            self.replace,
            self.view,
            *self.elsewhere.fields.values(),
            self.empty.action,
            self.empty.link,
        ]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.view.setAccessibleName(self.tr("Places that were found"))
        self.progress.cancel.setText(self.tr("Cancel"))
        keys = control_enter_words()
        self.replace.setToolTip(self.tr("From anywhere on this page: {keys}").format(keys=keys))
        self.retell()

    def _on_empty_action_requested(self) -> None:
        if self._none is not None and self._none[2]:
            self.fields_requested.emit(list(self._none[2]))
        else:
            self.everywhere_requested.emit()

    def _on_choose_clicked(self) -> None:
        results = self.view.results
        results.choose_all(results.chosen == 0)

    def _on_theme_changed(self) -> None:
        self._top.setFixedHeight(self._theme.size("tool_line"))
