# SPDX-License-Identifier: MIT
"""The right half of the sheet "Backups": one backup looked into and compared with now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from novelist.domain.document import Document
from novelist.domain.enums import ItemKind
from novelist.errors import BackupDamagedError, NovelistError
from novelist.services.library.backups import Backup, Contents, ItemPreview, NovelPreview
from novelist.ui import errors
from novelist.ui.backups.contents_model import ContentsModel
from novelist.ui.backups.reader import SceneReader
from novelist.ui.backups.words import BackupWords
from novelist.ui.editor.page import PageSettings
from novelist.ui.icons import Icons
from novelist.ui.labels import untitled_label
from novelist.ui.moments import moment_label
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.banner import Banner, BannerKind
from novelist.ui.widgets.button import Button
from novelist.ui.widgets.progress_line import ProgressLine
from novelist.ui.widgets.row_view import RowTree
from novelist.ui.widgets.sided_sheet import PADDING
from novelist.ui.widgets.text_label import TextLabel

_FEW: Final = 100  # rows that are all shown at once, down to the scenes
_LEVELS: Final = 3


class BackupSource(Protocol):
    """Where the sheet asks what there is."""

    async def backups(self) -> list[Backup]:
        """All backups, newest first."""
        ...

    async def look_into(self, path: Path) -> tuple[Backup, Contents]:
        """One of them, looked over, and what it holds."""
        ...

    async def outline(self, path: Path, novel_id: int) -> list[ItemPreview]:
        """The outline of a novel in it."""
        ...

    async def text(self, path: Path, item_id: int) -> Document:
        """The text of a scene in it."""
        ...

    @property
    def page_settings(self) -> PageSettings:
        """How the editor sets texts."""
        ...

    async def now(self) -> Contents | None:
        """What the library holds now."""
        ...


class BackupPreview(QWidget):
    """``show_backup`` looks into one; ``looked`` tells whether it can be restored."""

    looked = Signal()
    novel_changed = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, source: BackupSource, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backup_preview")
        self._tasks, self._source = tasks, source
        self._words = BackupWords(self)
        self.backup: Backup | None = None
        self._contents: Contents | None = None
        self._now: Contents | None = None
        self._error: NovelistError | None = None
        self._build(theme, icons)

    def _build(self, theme: Theme, icons: Icons) -> None:
        self._moment = TextLabel(theme, "strong", "text", self)
        self._moment.setObjectName("backup_moment")
        self.read = Button(theme, icons, parent=self, icon="book-open", small=True)
        self.read.setObjectName("backup_read")
        self.reader = SceneReader(theme, icons, self)
        self._about = TextLabel(theme, "small", "text_2", self, wrap=True)
        self._holds = TextLabel(theme, "body", "text", self, wrap=True)
        self._holds.setObjectName("backup_holds")
        self.progress = ProgressLine(theme, icons, self)
        self._trouble = Banner(theme, icons, BannerKind.DANGER, "triangle-alert", self)
        self._trouble.setObjectName("backup_trouble")
        self._trouble.hide()
        self.tree = RowTree(theme, icons, self)
        self.tree.setObjectName("backup_contents")
        self._model = ContentsModel(self.tree)
        self.tree.setModel(self._model)
        self.tree.setExpandsOnDoubleClick(True)
        self._lay_out(theme.space("s"))

    def _lay_out(self, inset: int) -> None:
        """The words stand over the grounds of the rows, which the tree insets."""
        words = QVBoxLayout()
        words.setContentsMargins(inset, 0, PADDING, 0)
        words.setSpacing(4)
        for widget in (self._moment, self._about, self._holds, self.read):
            words.addWidget(widget)
        words.setAlignment(self.read, Qt.AlignmentFlag.AlignLeft)
        trouble = QVBoxLayout()
        trouble.setContentsMargins(0, inset, 0, 0)
        trouble.addWidget(self._trouble)
        words.addLayout(trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(words)
        column.addWidget(self.progress)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, PADDING - inset, 0)
        rows.addWidget(self.tree)
        column.addLayout(rows, 1)
        column.addStretch(0)
        self.tree.selectionModel().currentChanged.connect(self._on_tree_current_changed)
        self.tree.expanded.connect(self._on_tree_expanded)
        self.tree.activated.connect(self._read_chosen)
        self.read.clicked.connect(self._read_chosen)
        self.reader.left.connect(self.tree.setFocus)

    # What is asked of it.

    @property
    def can_restore(self) -> bool:
        """Whether the backup was found whole."""
        return self._contents is not None

    @property
    def is_damaged(self) -> bool:
        """Whether the backup was found not to be whole."""
        return self.backup is not None and self.backup.is_damaged

    @property
    def novel(self) -> NovelPreview | None:
        """The novel that is chosen, by its own row or one below it."""
        return self._model.novel(self.tree.currentIndex())

    def show_backup(self, backup: Backup | None) -> None:
        """Look into a backup; None shows nothing."""
        self.backup, self._contents, self._error = backup, None, None
        self.reader.leave()
        self._refresh()
        if backup is not None:
            self._tasks.latest("backup_preview", self._look(backup))

    async def _look(self, backup: Backup) -> None:
        self.progress.begin()
        try:
            found, contents = await self._source.look_into(backup.path)
            self._now = await self._source.now()
        except NovelistError as error:
            errors.record(error)
            self._error = error
            if isinstance(error, BackupDamagedError):
                self.backup = replace(backup, verified=False, is_damaged=True)
        else:
            self.backup, self._contents = _merged(backup, found), contents
        finally:
            self.progress.end()
        self._refresh()
        if self._contents is not None and self._contents.novels:
            await self._fill(self._contents.novels[0].id)

    async def _fill(self, novel_id: int) -> None:
        if self.backup is None or self._model.is_filled(novel_id):
            return
        path = self.backup.path
        outline = await self._source.outline(path, novel_id)
        if self.backup is not None and self.backup.path == path:
            row = self._model.add_outline(novel_id, outline)
            self.tree.expandRecursively(row, _LEVELS if len(outline) <= _FEW else 0)

    def _read_chosen(self) -> None:
        item, novel = self._model.below(self.tree.currentIndex()), self.novel
        if self.backup is not None and item is not None and novel is not None and _is_text(item):
            self._tasks.latest("backup_text", self._read(self.backup.path, item, novel))

    async def _read(self, path: Path, item: ItemPreview, novel: NovelPreview) -> None:
        document = await self._source.text(path, item.id)
        if self.backup is not None and self.backup.path == path:
            title = item.title or untitled_label(item.kind)
            self.reader.read(title, document, self._source.page_settings, novel.language)

    # Showing.

    def _refresh(self) -> None:
        self._model.show_contents(self._contents, self._now)
        if self._model.rowCount():
            self.tree.setCurrentIndex(self._model.index(0, 0))
        self.retranslate()
        self.looked.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.tree.setAccessibleName(self.tr("What the backup holds"))
        self.read.setText(self.tr("Read scene"))
        self.read.setVisible(self._contents is not None)
        self._offer_reading()
        self.progress.cancel.setText(self.tr("Cancel"))
        backup, contents = self.backup, self._contents
        self._moment.setText(moment_label(backup.made_at) if backup else "")
        self._about.setText(self._words.about(backup) if backup else "")
        self._holds.setText(self._said(contents) if contents else "")
        self._holds.setVisible(contents is not None)
        self.tree.setVisible(contents is not None)
        self._trouble.setVisible(self._error is not None)
        if self._error is not None:
            self._trouble.set_words(errors.sentence(self._error))

    def _said(self, contents: Contents) -> str:
        said = self._words.holds(contents.totals)
        if self._now is None:
            return said
        compared = self._words.compared(contents.totals, self._now.totals)
        return self.tr("{holds}: {compared}").format(holds=said, compared=compared)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self.retranslate()

    def _offer_reading(self) -> None:
        item = self._model.below(self.tree.currentIndex())
        can = item is not None and _is_text(item)
        self.read.setEnabled(can)
        self.read.setToolTip("" if can else self.tr("Choose a scene first."))

    def _on_tree_current_changed(self, _current: QModelIndex) -> None:
        self._offer_reading()
        novel = self.novel
        if novel is not None and not self._model.is_filled(novel.id):
            self._tasks.latest("backup_outline", self._fill(novel.id))
        self.novel_changed.emit()

    def _on_tree_expanded(self, index: QModelIndex) -> None:
        novel = self._model.novel(index)
        if novel is not None and not self._model.is_filled(novel.id):
            self._tasks.latest(f"backup_outline {novel.id}", self._fill(novel.id))


def _is_text(item: ItemPreview) -> bool:
    return ItemKind(item.kind).has_text


def _merged(listed: Backup, found: Backup) -> Backup:
    """What was found just now, and where the list said that it is."""
    return replace(found, is_away=listed.is_away, is_copied=listed.is_copied)
