# SPDX-License-Identifier: MIT
"""The footnotes of the open text as rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from novelist.ui.editor.notes import Footnotes, Note

NOTE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """A row a note; follows the notes of one text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notes: Footnotes | None = None
        self._rows: list[Note] = []

    def show(self, notes: Footnotes | None) -> None:
        """Follow these notes from now on."""
        if notes is self._notes:
            return
        if self._notes is not None:
            self._notes.changed.disconnect(self.refresh)
            self._notes.destroyed.disconnect(self._on_notes_destroyed)
        self._notes = notes
        if notes is not None:
            notes.changed.connect(self.refresh)
            notes.destroyed.connect(self._on_notes_destroyed)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Other rows: nobody goes on writing in one of those before."""
        self.beginResetModel()
        self._rows = [] if self._notes is None else self._notes.all()
        self.endResetModel()

    def refresh(self) -> None:
        """Read the notes anew; rows stay where their number is the same."""
        rows = [] if self._notes is None else self._notes.all()
        if len(rows) != len(self._rows):
            self._begin_anew()
        elif rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def note_at(self, index: _Index) -> Note:
        """The note of a row."""
        return self._rows[index.row()]

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many notes there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a note says, or the ``Note`` itself."""
        note = self._rows[index.row()]
        if role == NOTE:
            return note
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return note.document.plain_text
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All of it can be written in, unless a newer version wrote it."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_readable = index.isValid() and self._rows[index.row()].is_readable
        return flags | Qt.ItemFlag.ItemIsEditable if is_readable else flags

    def _on_notes_destroyed(self) -> None:
        self._notes = None
        self._begin_anew()
