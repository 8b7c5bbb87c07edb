# SPDX-License-Identifier: MIT
"""The sheet "Novel details": its fields, its statuses and its labels, changed at once; its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QWidget

from novelist.domain.enums import ChoiceKind
from novelist.ui.binding import Saver
from novelist.ui.icons import Icons
from novelist.ui.novel_details.choices_page import ChoicesPage
from novelist.ui.novel_details.days_page import DaysPage
from novelist.ui.novel_details.fields import DetailsPage
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import ButtonRole
from novelist.ui.widgets.retranslated import Retranslated
from novelist.ui.widgets.row_look import RowRole
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.sided_sheet import SidedSheet, scrolled
from novelist.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from novelist.db.models import Novel
    from novelist.domain.writing_days import WrittenDays

NOVEL: Final = "novel"
DAYS: Final = "days"
_PAGES: Final = (
    (NOVEL, "book"),
    (ChoiceKind.STATUS, "milestone"),
    (ChoiceKind.LABEL, "tag"),
    (DAYS, "chart-column"),
)


class NovelDetailsSheet(Retranslated, SidedSheet):
    """Its fields save themselves; the lists ask (``pages``)."""

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, window: QWidget, save: Saver
    ) -> None:
        super().__init__(theme, icons, window, size=theme.extent("sheet"))
        self.setObjectName("novel_details_sheet")
        self.details = DetailsPage(theme, tasks, save, self)
        self.lists = {kind: ChoicesPage(theme, icons, kind, self) for kind in ChoiceKind}
        self.days = DaysPage(theme, icons, self)
        self._build(theme, icons)
        self.retranslate()

    def _build(self, theme: Theme, icons: Icons) -> None:
        self._rows = QStandardItemModel(self)
        self._list = RowList(theme, icons, self)
        self._list.setObjectName("novel_details_sections")
        self._stack = QStackedWidget(self)
        for name, icon in _PAGES:
            row = QStandardItem()
            row.setData(icon, RowRole.ICON)
            row.setEditable(False)
            self._rows.appendRow(row)
            self._stack.addWidget(scrolled(self._page(name)))
        self._list.setModel(self._rows)
        self._list.selectionModel().currentRowChanged.connect(self._on_list_current_row_changed)
        self.side.addWidget(self._list, 1)
        self.body.addWidget(self._stack)
        self._note = TextLabel(theme, "body", "text_2", self)
        self.foot.insertWidget(0, self._note)
        self._done = self.add_button(ButtonRole.PRIMARY)
        self._done.setObjectName("novel_details_done")
        self._done.clicked.connect(self.close_sheet)

    def _page(self, name: str) -> QWidget:
        pages: dict[str, QWidget] = {NOVEL: self.details, DAYS: self.days}
        return pages[name] if name in pages else self.lists[ChoiceKind(name)]

    def show_days(self, days: WrittenDays, language: str) -> None:
        """Show what was written on which day; without any there is no such section."""
        self.days.show_days(days, language)
        self._list.setRowHidden(_row_of(DAYS), not days)

    def open_for(self, novel: Novel, page: str = NOVEL) -> None:
        """Show a novel: its fields, or one of its lists with the field for a new name."""
        for each in self.lists.values():
            each.begin()
        self.details.show_novel(novel)
        self._list.setCurrentIndex(self._rows.index(_row_of(page), 0))
        self.open_sheet(self._list)
        if page == NOVEL:
            self.details.focus_title()
        else:
            self.lists[ChoiceKind(page)].start_new()

    def close_sheet(self) -> None:
        """Close it; what is being typed counts."""
        self.details.show_novel(None)
        super().close_sheet()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Novel details"), self.tr("Close"))
        names = (
            self.tr("Novel"), self.tr("Statuses"), self.tr("Labels"), self.tr("Written so far"),
        )  # fmt: skip
        for row, name in enumerate(names):
            self._rows.item(row).setText(name)
        self._list.setAccessibleName(self.tr("Sections"))
        self._note.setText(self.tr("Changes apply at once."))
        self._done.setText(self.tr("Done"))

    def _on_list_current_row_changed(self) -> None:
        self._stack.setCurrentIndex(self._list.currentIndex().row())


def _row_of(page: str) -> int:
    return next(at for at, (name, _) in enumerate(_PAGES) if name == page)
