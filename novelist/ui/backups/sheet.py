# SPDX-License-Identifier: MIT
"""The sheet "Backups": which there are, what is in them, and taking back what was lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from novelist.services.library.backups import Backup
from novelist.ui.backups.list_model import BackupListModel
from novelist.ui.backups.preview import BackupPreview, BackupSource
from novelist.ui.icons import Icons
from novelist.ui.tasks import Tasks
from novelist.ui.theme import Theme
from novelist.ui.widgets.button import Button, ButtonRole
from novelist.ui.widgets.empty_state import EmptyState
from novelist.ui.widgets.row_view import RowList
from novelist.ui.widgets.sided_sheet import PADDING, SidedSheet
from novelist.ui.widgets.text_label import Hairline, TextLabel

_SIZE: Final = QSize(1040, 720)
_SIDE: Final = 328
_UNDER_ICONS: Final = 6  # left of the buttons below the list: their icons stand below its own


class BackupsSheet(SidedSheet):
    """Changes nothing itself: it shows, and tells what is wished."""

    restore_requested = Signal(object)  # Backup
    copy_requested = Signal(object, object)  # Backup, NovelPreview
    back_up_requested = Signal()
    file_requested = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, tasks: Tasks, window: QWidget, source: BackupSource
    ) -> None:
        super().__init__(theme, icons, window, size=_SIZE, side_width=_SIDE)
        self.setObjectName("backups_sheet")
        self._tasks, self._source = tasks, source
        self._is_open = True
        self._build_side(theme, icons)
        self._build_body(theme, icons)
        self._build_foot(theme)
        self._connect()
        self.retranslate()

    def _build_side(self, theme: Theme, icons: Icons) -> None:
        self.list = RowList(theme, icons, self)
        self.list.setObjectName("backups_list")
        self._rows = BackupListModel(self.list)
        self.list.setModel(self._rows)
        self._now = Button(theme, icons, ButtonRole.QUIET, self, icon="shield-check", small=True)
        self._now.setObjectName("backups_now")
        self._file = Button(theme, icons, ButtonRole.QUIET, self, icon="folder-open", small=True)
        self._file.setObjectName("backups_file")
        self._rule = Hairline(theme, parent=self)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, theme.space("s"), 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._rule)
        self.side.addLayout(rows, 1)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(_UNDER_ICONS, 0, theme.space("s"), 0)
        buttons.setSpacing(4)
        for button in (self._now, self._file):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.side.addLayout(buttons)

    def _build_body(self, theme: Theme, icons: Icons) -> None:
        self.preview = BackupPreview(theme, icons, self._tasks, self._source, self)
        self._empty = EmptyState(theme, icons, "shield-check", self)
        self._empty.setObjectName("backups_empty")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.preview)
        self._pages.addWidget(self._empty)
        margins = self.body.contentsMargins()
        margins.setLeft(PADDING - theme.space("s"))
        self.body.setContentsMargins(margins)
        self.body.addWidget(self._pages)

    def _build_foot(self, theme: Theme) -> None:
        self._note = TextLabel(theme, "small", "text_2", self)
        self.foot.insertWidget(0, self._note)
        self._copy = self.add_button()
        self._copy.setObjectName("backups_copy")
        self._restore = self.add_button(ButtonRole.PRIMARY)
        self._restore.setObjectName("backups_restore")

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.preview.looked.connect(self._refresh)
        self.preview.novel_changed.connect(self._refresh)
        self._empty.action_requested.connect(self._on_empty_action_requested)
        self._now.clicked.connect(self.back_up_requested)
        self._file.clicked.connect(self.file_requested)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._restore.clicked.connect(self._on_restore_clicked)

    # What is asked of it.

    def open_backups(self, *, library_is_open: bool) -> None:
        """Show the backups there are; without an open library nothing can be made or copied."""
        self._is_open = library_is_open
        self.retranslate()
        self.preview.show_backup(None)  # what it was compared with has changed since
        self.open_sheet(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Look again which backups there are."""
        self._tasks.latest("backups_list", self._load())

    async def _load(self) -> None:
        found = await self._source.backups()
        shown = self.preview.backup
        self._rows.show_backups(found)
        self._pages.setCurrentIndex(0 if found else 1)
        self.list.setCurrentIndex(self._rows.index_of(shown))
        if not found:
            self.preview.show_backup(None)

    def show_file(self, backup: Backup) -> None:
        """Look into a backup that lies somewhere else."""
        self.list.setCurrentIndex(QModelIndex())
        self._pages.setCurrentIndex(0)
        self.preview.show_backup(backup)

    @property
    def path(self) -> Path | None:
        """The backup that is shown."""
        return None if self.preview.backup is None else self.preview.backup.path

    # Showing.

    def _refresh(self) -> None:
        if self.preview.backup is not None:
            self._rows.mark(self.preview.backup)
        can = self.preview.can_restore
        self._restore.setEnabled(can)
        self._copy.setEnabled(can and self._is_open and self.preview.novel is not None)
        is_filled = self._pages.currentIndex() == 0
        for button in (self._copy, self._restore):
            button.setVisible(is_filled)
        self.show_foot(is_filled)
        self._note.setVisible(can)
        self._now.setEnabled(self._is_open)
        self._say_why()
        self._rule.setVisible(is_filled)
        self._now.setVisible(is_filled)  # else it stands in the middle
        self._file.setVisible(is_filled or self._is_open)  # else it stands there

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.set_words(self.tr("Backups"), self.tr("Close"))
        self.list.setAccessibleName(self.tr("Backups"))
        self._now.setText(self.tr("Back up now"))
        self._file.setText(self.tr("Choose a file…"))
        self._copy.setText(self.tr("Copy novel to shelf"))
        self._restore.setText(self.tr("Restore library"))
        self._note.setText(self.tr("Your library as it is now is kept as a backup."))
        self._say_why()
        self._say_empty()

    def _say_why(self) -> None:
        """A button that cannot be pressed says why."""
        damaged = self.tr("This backup is damaged.") if self.preview.is_damaged else ""
        closed = "" if self._is_open else self.tr("No library is open.")
        unchosen = "" if self.preview.novel else self.tr("Choose a novel first.")
        copied = self.tr("It comes into your library as a new novel.")
        self._now.setToolTip(closed)
        self._restore.setToolTip(damaged)
        self._copy.setToolTip(damaged or closed or unchosen or copied)

    def _say_empty(self) -> None:
        if not self._is_open:  # nothing can be made now: what was made may be elsewhere
            self._empty.set_words(
                self.tr("No backup of this library was found."),
                self.tr("It may be on another drive."),
                action=self.tr("Choose a file…"),
            )
            return
        self._empty.set_words(
            self.tr("Your library will be backed up here while you write."),
            self.tr("Every twenty minutes while you write, and when you close Novelist."),
            action=self.tr("Back up now"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._rows.retranslate()

    # Slots.

    def _on_list_current_changed(self, current: QModelIndex) -> None:
        backup = self._rows.backup(current)
        if backup is not None:
            self.preview.show_backup(backup)

    def _on_empty_action_requested(self) -> None:
        wish = self.back_up_requested if self._is_open else self.file_requested
        wish.emit()

    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self.preview.backup, self.preview.novel)

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit(self.preview.backup)
