# SPDX-License-Identifier: MIT
"""Rows for scenes that were written in, for names that were given, for what was deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from novelist.services.history.novel_history import ChangedText
from novelist.services.history.snapshots import NamedMoment
from novelist.ui.history.words import HistoryWords
from novelist.ui.moments import moment_label, short_label
from novelist.ui.widgets.row_look import RowRole

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

SUBJECT: Final = RowRole.LAST + 1  # what the row stands for

Index = QModelIndex | QPersistentModelIndex


class SubjectModel(QStandardItemModel):
    """A flat list; ``subject`` gives back what a row was made of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = HistoryWords(self)

    def show_changed(self, texts: Iterable[ChangedText], title_of: Callable[[int], str]) -> None:
        """Show scenes and what came or went in them."""
        self._remove_all()
        for text in texts:
            title = title_of(text.item_id) or text.title or self.tr("Untitled scene")
            icon = "trash-2" if text.is_deleted else "file-text"
            self._add(text, title, icon, count=self._count(text))

    def _count(self, text: ChangedText) -> str:
        """What came or went; nothing of a thrown-away text has come to the novel as it stands."""
        if text.is_deleted and text.after is None:
            return self.tr("in Trash")
        return self._words.signed(text.difference)

    def show_names(self, moments: Iterable[NamedMoment]) -> None:
        """Show the named moments of a novel."""
        self._remove_all()
        for moment in moments:
            self._add(moment, moment.name, "milestone", when=moment.taken_at)

    def show_deleted(self, items: Iterable[OutlineItem], title_of: Callable[[int], str]) -> None:
        """Show what was thrown away."""
        self._remove_all()
        for item in items:
            self._add(item, title_of(item.id), "file-text", when=item.deleted_at)

    def subject(self, index: Index) -> object:
        """What the row stands for."""
        return index.data(SUBJECT)

    def _remove_all(self) -> None:
        """All at once: ``clear`` takes them one by one, and a view chooses each that comes up."""
        self.removeRows(0, self.rowCount())

    def _add(
        self,
        subject: object,
        title: str,
        icon: str,
        *,
        count: str = "",
        when: datetime | None = None,
    ) -> None:
        row = QStandardItem(title)
        row.setData(subject, SUBJECT)
        row.setData(icon, RowRole.ICON)
        row.setData(count, RowRole.COUNT)
        row.setToolTip(title)
        if when is not None:
            row.setData(short_label(when), RowRole.COUNT)
            row.setToolTip(f"{title}\n{moment_label(when)}")
            row.setData(f"{title}, {moment_label(when)}", Qt.ItemDataRole.AccessibleTextRole)
        self.appendRow(row)
