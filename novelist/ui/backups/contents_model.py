# SPDX-License-Identifier: MIT
"""What a backup holds as a tree: its novels, and below each the outline with its first words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from novelist.domain.enums import ItemKind
from novelist.services.library.backups import Contents, ItemPreview, NovelPreview
from novelist.ui.backups.words import BackupWords
from novelist.ui.labels import count_label, untitled_label
from novelist.ui.widgets.row_look import RowRole

_NOVEL: Final = RowRole.LAST + 1  # the ``NovelPreview`` of a top row
_ITEM: Final = RowRole.LAST + 2  # the ``ItemPreview`` of any other
_NOWHERE: Final = QModelIndex()
_ICONS: Final = {
    ItemKind.PART: "layers",
    ItemKind.CHAPTER: "folder-closed",
    ItemKind.FOLDER: "folder-closed",
    ItemKind.NOTE: "sticky-note",
}


class ContentsModel(QStandardItemModel):
    """Rows for ``RowTree``; ``add_outline`` fills a novel when it is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = BackupWords(self)
        self._filled: set[int] = set()
        self._present: dict[str, NovelPreview] | None = None

    def show_contents(self, contents: Contents | None, now: Contents | None) -> None:
        """Show the novels, each compared with the library as it is now."""
        self.clear()
        self._filled.clear()
        self._present = {each.born: each for each in now.novels} if now is not None else None
        for novel in contents.novels if contents is not None else ():
            row = QStandardItem()
            row.setData(novel, _NOVEL)
            row.setData("book", RowRole.ICON)
            self.appendRow(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for number in range(self.rowCount()):
            row = self.item(number)
            novel: NovelPreview = row.data(_NOVEL)
            row.setText(novel.title or self._words.untitled())
            row.setData(count_label(novel.words, novel.language), RowRole.COUNT)
            note = self._words.of_novel(novel, self._present)
            row.setData(note, RowRole.NOTE)
            row.setData(
                ", ".join(filter(None, (row.text(), note))), Qt.ItemDataRole.AccessibleTextRole
            )
            _say_below(row)

    def novel(self, index: QModelIndex | QPersistentModelIndex) -> NovelPreview | None:
        """The novel that the row is, or stands in."""
        while index.parent().isValid():
            index = index.parent()
        found = index.data(_NOVEL)
        return found if isinstance(found, NovelPreview) else None

    def below(self, index: QModelIndex | QPersistentModelIndex) -> ItemPreview | None:
        """What the row stands for, below a novel."""
        found = index.data(_ITEM)
        return found if isinstance(found, ItemPreview) else None

    def is_filled(self, novel_id: int) -> bool:
        """Whether the outline of the novel is there."""
        return novel_id in self._filled or self._row(novel_id) is None

    def hasChildren(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> bool:
        """A novel has an outline until it is found to have none: it can be opened."""
        novel = parent.data(_NOVEL)
        if isinstance(novel, NovelPreview) and novel.id not in self._filled:
            return True
        return super().hasChildren(parent)

    def add_outline(self, novel_id: int, outline: Iterable[ItemPreview]) -> QModelIndex:
        """Put the outline below its novel, unless it is there already; the novel's row."""
        row = self._row(novel_id)
        if row is None or novel_id in self._filled:
            return QModelIndex() if row is None else row.index()
        self._filled.add(novel_id)
        above: list[QStandardItem] = [row]
        for item in outline:
            made = _item_row(item)
            del above[item.depth + 1 :]
            above[-1].appendRow(made)
            above.append(made)
        _say_below(row)
        if not row.rowCount():  # its chevron goes
            row.emitDataChanged()
        return row.index()

    def _row(self, novel_id: int) -> QStandardItem | None:
        for number in range(self.rowCount()):
            found = self.item(number)
            novel = found.data(_NOVEL)
            if isinstance(novel, NovelPreview) and novel.id == novel_id:
                return found
        return None


def _item_row(item: ItemPreview) -> QStandardItem:
    row = QStandardItem()
    row.setData(item, _ITEM)
    row.setData(not item.title, RowRole.MUTED)
    row.setData(_ICONS.get(ItemKind(item.kind), "file-text"), RowRole.ICON)
    row.setData(item.first_words, RowRole.NOTE)
    row.setToolTip(item.first_words)
    return row


def _say_below(row: QStandardItem) -> None:
    for number in range(row.rowCount()):
        below = row.child(number)
        item: ItemPreview = below.data(_ITEM)
        below.setText(item.title or untitled_label(item.kind))
        below.setData(QLocale().toString(item.words) if item.words else "", RowRole.COUNT)
        said = f"{below.text()}, {item.first_words}"
        below.setData(said, Qt.ItemDataRole.AccessibleTextRole)
        _say_below(below)
