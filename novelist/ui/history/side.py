# SPDX-License-Identifier: MIT
"""The left of the page: versions of the scene, the days of the novel, what was deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from novelist.services.history.novel_history import ChangedText
from novelist.services.history.snapshots import NamedMoment
from novelist.ui.history.calendar import MonthCalendar
from novelist.ui.history.changed_list import SubjectModel
from novelist.ui.history.version_list import VersionList
from novelist.ui.history.words import HistoryWords
from novelist.ui.icons import Icons
from novelist.ui.moments import day_label
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import IconButton
from novelist.ui.widgets.panel_header import PanelHeader
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.segmented import Segmented
from novelist.ui.widgets.text_label import TextLabel

SCENE, NOVEL, DELETED = "scene", "novel", "deleted"
_SCOPES: Final = (SCENE, NOVEL, DELETED)
WIDTH: Final = 312


class HistorySide(Retranslated, QWidget):
    """Shows lists; what is chosen in them its owner hears from the lists themselves."""

    scope_changed = Signal(str)
    name_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._words = HistoryWords(self)
        self._offers = True, True
        self.setFixedWidth(WIDTH)
        theme.lay_ground(self, "side")
        self.header = PanelHeader(theme, icons, self)
        self.every = self.header.add_button("list", checkable=True)
        self.every.setObjectName("history_every")
        self.name = self.header.add_button("bookmark")
        self.name.setObjectName("history_name")
        self.scopes = Segmented(theme, self)
        self.scopes.setObjectName("history_scopes")
        self.versions = VersionList(theme, icons, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.versions)
        self._pages.addWidget(self._build_novel())
        self._pages.addWidget(self._build_deleted())
        self._lay_out()
        self.retranslate()
        self.scopes.value_changed.connect(self._on_scopes_value_changed)
        self.name.clicked.connect(self.name_requested)

    def _lay_out(self) -> None:
        space = self._theme.space
        chooser = QHBoxLayout()
        chooser.setContentsMargins(space("l"), space("xs"), space("l"), space("m"))
        chooser.addWidget(self.scopes)
        chooser.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(chooser)
        column.addWidget(self._pages, 1)

    def _build_novel(self) -> QWidget:
        page = QWidget(self)
        self.calendar = MonthCalendar(self._theme, page)
        self._month = TextLabel(self._theme, "strong", "text", page)
        self.earlier, self.later = (
            IconButton(self._theme, self._icons, icon, page)
            for icon in ("chevron-left", "chevron-right")
        )
        self.earlier.setObjectName("history_earlier")
        self.later.setObjectName("history_later")
        self._day = TextLabel(self._theme, "small", "text_2", page)
        self._day.setObjectName("history_day")
        self._names_head = TextLabel(self._theme, "small", "text_2", page)
        self.written, self.written_rows = self._list("history_written")
        self.names, self.names_rows = self._list("history_names")
        for each in (self.written, self.names):  # one below the other, as high as they are long
            each.setSizeAdjustPolicy(RowList.SizeAdjustPolicy.AdjustToContents)
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._no_names = TextLabel(self._theme, "small", "text_3", page, wrap=True)
        self._no_names.setObjectName("history_no_names")
        head = QHBoxLayout()
        head.addWidget(self._month, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space("xs"))
        inset = self._theme.space("l")
        head.setContentsMargins(inset, 0, self._theme.space("s"), 0)
        column.addLayout(head)
        for part in (self.calendar, self._day, self.written, self._names_head, self.names):
            if isinstance(part, TextLabel):
                part.setContentsMargins(inset, self._theme.space("m"), inset, 0)
            column.addWidget(part)
        self._no_names.setContentsMargins(inset, 0, inset, inset)
        column.addWidget(self._no_names)
        room = QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding
        column.addSpacerItem(QSpacerItem(0, 0, *room))  # below short lists
        self.earlier.clicked.connect(lambda: self.calendar.step_month(-1))
        self.later.clicked.connect(lambda: self.calendar.step_month(1))
        self.calendar.month_changed.connect(self._say_month)
        return page

    def _build_deleted(self) -> QWidget:
        self.deleted, self.deleted_rows = self._list("history_deleted")
        return self.deleted

    def _list(self, name: str) -> tuple[RowList, SubjectModel]:
        view = RowList(self._theme, self._icons, self)
        view.setObjectName(name)
        rows = SubjectModel(view)
        view.setModel(rows)
        return view, rows

    @property
    def scope(self) -> str:
        """What is listed."""
        return self.scopes.value() or SCENE

    def offer_versions(self, *, every: bool, name: bool) -> None:
        """Whether a scene has versions that could all be listed, and is one that can be named."""
        self._offers = every, name
        self._show_buttons()

    def _show_buttons(self) -> None:
        every, name = self._offers if self.scope == SCENE else (False, self.scope == NOVEL)
        self.every.setVisible(every)
        self.name.setVisible(name)

    def show_today(self) -> None:
        """Let the calendar begin with today; tells nobody."""
        self.calendar.show_day(date.today())
        self._say_month()

    def show_names(self, moments: list[NamedMoment]) -> None:
        """List the named moments of the novel, or say what they would be for."""
        self.names_rows.show_names(moments)
        self.names.setVisible(bool(moments))
        self._names_head.show()
        self._no_names.setVisible(not moments)

    def say_no_names(self) -> None:
        """Say nothing of named moments where there are none: it is said at the right."""
        self._names_head.setVisible(self.names_rows.rowCount() > 0)
        self._no_names.hide()

    def show_day(
        self, texts: list[ChangedText], title_of: Callable[[int], str], language: str
    ) -> None:
        """What was written on the day that is chosen, in a novel in this language."""
        self.written_rows.show_changed(texts, title_of)
        self.written.setVisible(bool(texts))
        words, saves = sum(each.difference for each in texts), sum(each.saves for each in texts)
        self._say_day(words, saves, language)

    def _say_day(self, words: int, saves: int, language: str) -> None:
        parts = [day_label(self.calendar.day)]
        if saves:
            parts.append(self._words.day_total(words, language))
        else:
            parts.append(self.tr("nothing written"))
        self._day.setText(self.tr(" · ", "between facts").join(parts))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab comes to, one after the other."""
        buttons: list[QWidget] = [self.every, self.name, *self.scopes.stops]
        month = [self.earlier, self.later, self.calendar]
        return [*buttons, self.versions, *month, self.written, self.names, self.deleted]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the list at the front."""
        lists = {SCENE: self.versions, NOVEL: self.calendar, DELETED: self.deleted}
        lists[self.scope].setFocus(event.reason())

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        titles = {
            SCENE: self.tr("History of this scene"),
            NOVEL: self.tr("History of the novel"),
            DELETED: self.tr("Deleted scenes"),
        }
        words = {SCENE: self.tr("Scene"), NOVEL: self.tr("Novel"), DELETED: self.tr("Deleted")}
        self.scopes.set_segments((scope, words[scope]) for scope in _SCOPES)
        self.header.set_title(titles[self.scope])
        in_novel = self.scope == NOVEL
        self.name.set_icon("milestone" if in_novel else "bookmark")
        self.name.set_name(
            self.tr("Name the novel as it stands") if in_novel else self.tr("Name this version")
        )
        self.every.set_name(self.tr("Show every save"))
        self.earlier.set_name(self.tr("Month before"))
        self.later.set_name(self.tr("Month after"))
        self._names_head.setText(self.tr("Named moments"))
        self._no_names.setText(
            self.tr("Give a moment a name, and the whole novel can be brought back to it.")
        )
        self.versions.setAccessibleName(self.tr("Versions"))
        self.written.setAccessibleName(self.tr("Written on this day"))
        self.names.setAccessibleName(self.tr("Named moments"))
        self.deleted.setAccessibleName(self.tr("Deleted scenes"))
        self.calendar.setAccessibleName(self.tr("Days of writing"))
        self.versions.versions.retranslate()
        self._say_month()

    def _say_month(self) -> None:
        self._month.setText(self._words.month(self.calendar.month))

    def _on_scopes_value_changed(self, scope: str) -> None:
        self._pages.setCurrentIndex(_SCOPES.index(scope))
        self._show_buttons()
        self.retranslate()
        self.scope_changed.emit(scope)
