# SPDX-License-Identifier: MIT
"""The right of the page: the version that is chosen, compared with another, and what to do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from novelist.services.history.history import Comparison
from novelist.ui.editor.page import PageSettings
from novelist.ui.editor.pictures import Pictures
from novelist.ui.history.changed_list import SubjectModel
from novelist.ui.history.diff_text import DiffText, Side
from novelist.ui.history.head_line import HeadLine
from novelist.ui.history.shown_text import PlainText
from novelist.ui.history.side_by_side import SideBySide
from novelist.ui.history.time_slider import TimeSlider
from novelist.ui.history.version_view import VersionView
from novelist.ui.history.words import HistoryWords
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.elided_label import ElidedLabel
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.text_label import Hairline, TextLabel

CHANGES, THEN, BESIDE = "changes", "then", "beside"
_MODES: Final = (CHANGES, THEN, BESIDE)


class HistoryStage(Retranslated, QWidget):
    """``show_comparison`` shows two versions, ``show_list`` scenes, ``show_empty`` a sentence."""

    passage_wanted = Signal(int)

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._tasks = theme, icons, tasks
        self._words = HistoryWords(self)
        self._shown: Comparison | None = None
        self._language = "en"
        self._can_bring_back = True
        theme.lay_ground(self, "page")
        self.slider = TimeSlider(theme, self)
        self.slider.setObjectName("history_slider")
        self._build_pages()
        self._build_foot()
        self._lay_out()
        self.retranslate()
        self.changes.passage_wanted.connect(self.passage_wanted)
        self.changes.passage_chosen.connect(self._say_passage)

    def show_pictures(self, pictures: Pictures) -> None:
        """Show the pictures of all versions with these."""
        for view in (self.changes, self.then, self.beside.then, self.beside.now):
            view.show_pictures(pictures)

    # -- parts ---------------------------------------------------------------------------------

    def _build_pages(self) -> None:
        theme, icons = self._theme, self._icons
        self.changes = VersionView(theme, icons, self)
        self.changes.setObjectName("history_changes")
        self.changes.button.setObjectName("history_bring_back")
        self.then = VersionView(theme, icons, self)
        self.then.setObjectName("history_then")
        self.beside = SideBySide(theme, icons, self)
        self.empty = EmptyState(theme, icons, "history", self, action_icon="bookmark")
        self.empty.setObjectName("history_empty")
        self.away = EmptyState(theme, icons, "hard-drive", self)
        self.away.setObjectName("history_away")
        self.list = RowList(theme, icons)
        self.list.setObjectName("history_changed")
        self.rows = SubjectModel(self.list)
        self.list.setModel(self.rows)
        self._pages = QStackedWidget(self)
        self._views = (self.changes, self.then, self.beside)  # in the order of ``_MODES``
        self._listed = QWidget(self)
        around = QVBoxLayout(self._listed)  # rows and head begin at the same line
        around.setContentsMargins(*[theme.space("s")] * 4)
        around.addWidget(self.list)
        for page in (*self._views, self._listed, self.empty, self.away):
            self._pages.addWidget(page)

    def _build_foot(self) -> None:
        self.note = ElidedLabel(self._theme, "body", "text_2", self)
        self.note.setObjectName("history_note")
        self.second = Button(self._theme, self._icons, parent=self, icon="copy")
        self.second.setObjectName("history_second")
        self.primary = Button(self._theme, self._icons, ButtonRole.PRIMARY, self)
        self.primary.setObjectName("history_primary")
        self.foot = QWidget(self)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(self._theme.space("xl"), 0, self._theme.space("xl"), 0)
        row.setSpacing(self._theme.space("m"))
        row.addWidget(self.note, 1)
        row.addWidget(self.second)
        row.addWidget(self.primary)
        self.foot.setFixedHeight(self._theme.size("footer"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._time_line())
        column.addWidget(Hairline(self._theme, parent=self))
        column.addWidget(self._pages, 1)
        self._rule = Hairline(self._theme, parent=self)
        column.addWidget(self._rule)
        column.addWidget(self.foot)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        self._head_line = HeadLine(theme, self)
        self.title, self.subtitle = self._head_line.title, self._head_line.subtitle
        self.added = TextLabel(theme, "strong", "diff_add_text", self)
        self.removed = TextLabel(theme, "strong", "diff_del_text", self)
        self.unit = TextLabel(theme, "body", "text_2", self)
        self.modes = Segmented(theme, self)
        self.modes.setObjectName("history_modes")
        self.modes.value_changed.connect(self._on_modes_value_changed)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space("xl"), 0, theme.space("l"), 0)
        row.setSpacing(theme.space("s"))
        row.addWidget(self._head_line, 1)
        for part in (self.added, self.removed, self.unit, self.modes):
            row.addWidget(part)
        self._strut = QWidget(self)
        self._strut.setFixedSize(0, theme.size("header"))
        row.addWidget(self._strut)
        return row

    def _time_line(self) -> QWidget:
        self.line = QWidget(self)
        self.first = TextLabel(self._theme, "small", "text_2", self)
        self.last = TextLabel(self._theme, "small", "text_2", self)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(self._theme.space("xl"), 0, self._theme.space("xl"), 0)
        row.setSpacing(self._theme.space("m"))
        row.addWidget(self.first)
        row.addWidget(self.slider, 1)
        row.addWidget(self.last)
        return self.line

    # -- what is shown -------------------------------------------------------------------------

    def set_page(self, settings: PageSettings, language: str) -> None:
        """Set texts as the editor does."""
        self._language = language
        for view in self._views:
            view.set_page(settings, language)

    @property
    def comparison(self) -> Comparison | None:
        """What is compared."""
        return self._shown

    def show_comparison(
        self, shown: Comparison, mode: str | None = None, *, can_bring_back: bool = True
    ) -> None:
        """Show two versions, as the user looked at them last or in ``mode`` alone."""
        self._shown, self._can_bring_back = shown, can_bring_back
        self._say_counts()
        self.modes.setVisible(mode is None)
        self._show_mode(mode or self.modes.value() or CHANGES)

    def _show_mode(self, mode: str) -> None:
        shown, place = self._shown, _MODES.index(mode)
        if shown is None:
            return
        for view in self._views:
            if view is not self._views[place]:
                view.show_nothing()
        self._pages.setCurrentIndex(place)  # first: a text is laid out for the width it has here
        show = {CHANGES: self._show_changes, THEN: self._show_then, BESIDE: self._show_beside}
        show[mode](shown)

    def _show_changes(self, shown: Comparison) -> None:
        text = DiffText(shown.diff, self.changes.style_of_page, self._theme)
        self.changes.show_text(text, offers=self._can_bring_back)

    def _show_then(self, shown: Comparison) -> None:
        self.then.show_text(PlainText(shown.then, self.then.style_of_page))

    def _show_beside(self, shown: Comparison) -> None:
        style = self.beside.then.style_of_page
        sides = (DiffText(shown.diff, style, self._theme, side) for side in (Side.THEN, Side.NOW))
        self.beside.show_texts(*sides)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to, one after the other."""
        texts = [self.changes, self.changes.button, self.then, self.beside.then, self.beside.now]
        ways = [self.list, self.empty.action, self.away.action, self.second, self.primary]
        return [*self.modes.stops, self.slider, *texts, *ways]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the slider, or else to what is shown."""
        shown = next((stop for stop in self.stops[len(_MODES) :] if stop.isVisible()), None)
        if shown is not None:
            shown.setFocus(event.reason())

    @property
    def is_filled(self) -> bool:
        """Whether all is there of what is shown."""
        place = self._pages.currentIndex()
        return place >= len(self._views) or self._views[place].is_filled

    def show_list(self) -> None:
        """Show the scenes in ``rows``."""
        self._forget()
        self._pages.setCurrentWidget(self._listed)

    def show_empty(
        self, sentence: str, hint: str = "", action: str = "", icon: str = "bookmark"
    ) -> None:
        """Say why there is nothing, and what to do."""
        self._forget()
        self.empty.action.set_icon(icon)
        self.empty.set_words(sentence, hint, action)
        self._pages.setCurrentWidget(self.empty)

    def show_away(self, cause: str) -> None:
        """Say that the library cannot be read, and why."""
        self.line.hide()
        self.say("")
        self._forget()
        self.away.set_words(self.tr("The history cannot be read now."), cause, self.tr("Try again"))
        self._pages.setCurrentWidget(self.away)
        self.offer("")

    @property
    def is_away(self) -> bool:
        """Whether all that is shown is why nothing can be."""
        return self._pages.currentWidget() is self.away

    def _forget(self) -> None:
        self._shown = None
        self.modes.hide()
        self._say_counts()

    def say(self, title: str, subtitle: str = "") -> None:
        """What is shown, and of when."""
        self._head_line.say(title, subtitle)

    def offer(self, note: str, *, primary: str = "", second: str = "", icon: str = "copy") -> None:
        """What can be done with it."""
        had_focus = self.primary.hasFocus() or self.second.hasFocus()
        self.note.setText(note)
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary))
        self.second.set_icon(icon)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        shown = bool(note or primary or second)
        self.foot.setVisible(shown)
        self._rule.setVisible(shown)
        if had_focus and not (self.primary.hasFocus() or self.second.hasFocus()):
            self.setFocus()  # not to whatever Tab would come to next

    def _say_passage(self, passage: int | None) -> None:
        fates = self._shown.diff.fates if self._shown is not None else {}
        fate = fates.get(passage, frozenset()) if passage is not None else frozenset()
        self.changes.button.setText(self._words.bring_back(fate))

    def _say_counts(self) -> None:
        diff = self._shown.diff if self._shown is not None else None
        added, removed = (diff.added.words, diff.removed.words) if diff else (0, 0)
        self.added.setText(self._words.signed(added))
        self.removed.setText(self._words.signed(-removed))
        self.unit.setText(self._words.unit(self._language) if added or removed else "")
        for part in (self.added, self.removed, self.unit):
            part.setVisible(bool(part.text()))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = {
            CHANGES: self.tr("Changes"),
            THEN: self.tr("Then"),
            BESIDE: self.tr("Side by side"),
        }
        self.modes.set_segments((mode, words[mode]) for mode in _MODES)
        self.modes.setAccessibleName(self.tr("How to compare"))
        self._say_passage(self.changes.current_passage)
        self.changes.setAccessibleName(self.tr("Changes since this version"))
        self.then.setAccessibleName(self.tr("This version"))
        self.beside.set_heads(self.tr("Then"), self.tr("Now"))
        self.slider.setAccessibleName(self.tr("Time"))
        self.list.setAccessibleName(self.tr("Scenes that changed since"))
        self._say_counts()

    def _on_modes_value_changed(self, mode: str) -> None:
        self._show_mode(mode)
