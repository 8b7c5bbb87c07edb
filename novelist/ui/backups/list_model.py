# SPDX-License-Identifier: MIT
"""The list of backups: a heading a day, a row a backup, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from novelist.services.library.backups import Backup
from novelist.ui.backups.words import BackupWords
from novelist.ui.moments import day_label, time_label
from novelist.ui.widgets.row_look import RowRole

BACKUP: Final = RowRole.LAST + 1  # the ``Backup`` of a row
_DAY: Final = RowRole.LAST + 2  # the date of a heading


class BackupListModel(QStandardItemModel):
    """Rows for ``RowList``; days cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = BackupWords(self)

    def show_backups(self, backups: Iterable[Backup]) -> None:
        """Show these, newest first."""
        self.clear()
        day: date | None = None
        for backup in backups:
            made_on = backup.made_at.astimezone().date()
            if made_on != day:
                day = made_on
                self.appendRow(_heading(day))
            row = QStandardItem()
            row.setData(backup, BACKUP)
            self.appendRow(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for number in range(self.rowCount()):
            row = self.item(number)
            backup, day = row.data(BACKUP), row.data(_DAY)
            if isinstance(backup, Backup):
                self._say(row, backup)
            else:
                row.setText(day_label(day))

    def mark(self, backup: Backup) -> None:
        """Show what is known of a backup since it was listed."""
        index = self.index_of(backup)
        shown = self.backup(index)
        if shown is not None and shown.path == backup.path:
            row = self.itemFromIndex(index)
            row.setData(backup, BACKUP)
            self._say(row, backup)

    def backup(self, index: QModelIndex | QPersistentModelIndex) -> Backup | None:
        """The backup of a row; None for a day."""
        found = index.data(BACKUP)
        return found if isinstance(found, Backup) else None

    def index_of(self, backup: Backup | None) -> QModelIndex:
        """The row of a backup, or of the newest one."""
        rows = [self.index(row, 0) for row in range(self.rowCount())]
        found = [row for row in rows if self.backup(row) is not None]
        for row in found:
            shown = self.backup(row)
            if backup is not None and shown is not None and shown.path == backup.path:
                return row
        return found[0] if found else QModelIndex()

    def _say(self, row: QStandardItem, backup: Backup) -> None:
        said = time_label(backup.made_at)
        row.setText(said)
        row.setData(_icon(backup), RowRole.ICON)
        row.setData(self._words.brief_reason(backup.reason), RowRole.NOTE)
        row.setData("warning" if backup.is_damaged else None, RowRole.ICON_INK)
        row.setData(None, RowRole.COUNT)
        if backup.is_damaged:  # what it held cannot be had
            said = f"{said}, {self._words.state(backup)}"
        elif backup.totals is not None:
            row.setData(self._words.length(backup.totals), RowRole.COUNT)
            said = f"{said}, {self._words.holds(backup.totals)}"
        row.setData(said, Qt.ItemDataRole.AccessibleTextRole)
        row.setToolTip(self._words.about(backup))


def _icon(backup: Backup) -> str:
    if backup.is_damaged:
        return "triangle-alert"
    if backup.is_away:
        return "hard-drive"
    return "shield-check" if backup.verified else "circle-help"


def _heading(day: date) -> QStandardItem:
    row = QStandardItem()
    row.setData(day, _DAY)
    row.setData(True, RowRole.SECTION)
    row.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return row
