# SPDX-License-Identifier: MIT
"""Opens the sheet "Backups" and does what is wished there."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from novelist import paths
from novelist.errors import EnvironmentFailure
from novelist.services.library import backups, restoring
from novelist.services.library.backups import Backup, Contents, ItemPreview, NovelPreview
from novelist.services.library.restoring import Restored
from novelist.ui.backups.keeper import BackupKeeper
from novelist.ui.backups.words import BackupWords
from novelist.ui.moments import dated_label, moment_label
from novelist.ui.widgets.question_sheet import QuestionSheet

if TYPE_CHECKING:
    from novelist.domain.document import Document
    from novelist.ui.backups.sheet import BackupsSheet
    from novelist.ui.controller import Controller
    from novelist.ui.editor.page import PageSettings


class BackupsController(QObject):
    """One for the life of the window; it is what the sheet asks (``BackupSource``)."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._words = BackupWords(self)
        self._sheet: BackupsSheet | None = None
        self._question: QuestionSheet | None = None
        self._others: set[Path] = set()  # libraries that are no backups of this one
        self.keeper = BackupKeeper(controller.context.bus, controller.window.notify, self)
        self.keeper.made.connect(self._on_keeper_made)
        self.keeper.show_requested.connect(self.show)

    @property
    def _library(self) -> Path:
        """The library file; ``show`` lets nobody further where it is none."""
        return self._controller.context.library_file or paths.default_library()

    def show(self) -> None:
        """Show the backups of the library, whether it can be opened or not."""
        if self._controller.is_open and not backups.is_possible():
            said = self.tr("This library is on a server and is backed up there.")
            self._controller.window.notify(said)
            return
        self.sheet.open_backups(library_is_open=self._controller.is_open)

    @property
    def sheet(self) -> BackupsSheet:
        """The one sheet of the window, made when it is first wanted."""
        from novelist.ui.backups.sheet import BackupsSheet  # noqa: PLC0415 - when wanted

        if self._sheet is None:
            controller, context = self._controller, self._controller.context
            self._sheet = BackupsSheet(
                context.theme, context.icons, controller.tasks, controller.window, self
            )
            self._sheet.restore_requested.connect(self._on_sheet_restore_requested)
            self._sheet.copy_requested.connect(self._on_sheet_copy_requested)
            self._sheet.back_up_requested.connect(self.keeper.back_up_now)
            self._sheet.file_requested.connect(self.choose_file)
        return self._sheet

    # What the sheet asks.

    async def backups(self) -> list[Backup]:
        """All backups, newest first."""
        return await backups.list_backups(self._library)

    async def look_into(self, path: Path) -> tuple[Backup, Contents]:
        """One of them, looked over, and what it holds."""
        return await backups.preview_backup(path)

    async def outline(self, path: Path, novel_id: int) -> list[ItemPreview]:
        """The outline of a novel in it."""
        return await backups.preview_outline(path, novel_id)

    async def text(self, path: Path, item_id: int) -> Document:
        """The text of a scene in it."""
        return await backups.read_backup_text(path, item_id)

    @property
    def page_settings(self) -> PageSettings:
        """How the editor sets texts."""
        return self._controller.workspace.editor.page_settings

    async def now(self) -> Contents | None:
        """What the library holds now, with what is being typed."""
        if self._controller.is_open:
            with suppress(EnvironmentFailure):  # what is on disk is what it holds
                await self._controller.workspace.flush()
        return await backups.count_now(self._library)

    # What it wishes.

    def choose_file(self) -> QFileDialog:
        """Let the writer choose a backup that lies somewhere else."""
        dialog = QFileDialog(self._controller.window, self.tr("Choose a backup"))
        dialog.setObjectName("choose_backup_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(
            self.tr("Backups of Novelist ({pattern})").format(pattern="*.novelist")
        )
        dialog.fileSelected.connect(lambda name: self.show_file(Path(name)))
        dialog.open()
        return dialog

    def show_library(self, path: Path) -> None:
        """Look into another library, whose novels can be copied with all their history."""
        self.sheet.open_backups(library_is_open=self._controller.is_open)
        self._others.add(path)
        self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Look into a backup that lies somewhere else."""
        self._controller.tasks.start(self._show_file(path))

    async def _show_file(self, path: Path) -> None:
        self.sheet.show_file(await backups.describe_backup(path))

    async def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the library and open that."""
        self.sheet.close_sheet()
        done: list[Restored] = []

        async def act() -> None:
            done.append(await restoring.restore_backup(backup.path, self._library))

        await self._controller.while_closed(act)
        for restored in done:
            self._tell(backup, restored)

    def _tell(self, backup: Backup, restored: Restored) -> None:
        """Say what the library is now, and how to get back to what it was before."""
        said = self._words.restored(moment_label(backup.made_at), restored)
        before, notify = restored.backup, self._controller.window.notify
        if before is None:
            notify(said, self.show, self.tr("Show backups"))
        else:
            notify(said, partial(self._on_question_agreed, before))

    async def copy_novel(self, backup: Backup, novel: NovelPreview) -> None:
        """Copy one novel out of a backup; it stands on the shelf beside what is there."""
        title = novel.title
        if backup.path not in self._others:  # of this library: the two are to be told apart
            title = self._words.copy_title(title, dated_label(backup.made_at))
        made = await restoring.copy_novel_from(backup.path, novel.id, title=title)
        self.sheet.close_sheet()
        self._controller.show_shelf()
        said = self.tr("“{title}” is on your shelf.").format(title=title)
        self._controller.window.notify(said, partial(self._open, made), self.tr("Open novel"))

    def _open(self, novel_id: int) -> None:
        self._controller.lead.start(self._controller.open_novel(novel_id))

    # Slots.

    def _on_keeper_made(self) -> None:
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.refresh()

    def _on_sheet_restore_requested(self, backup: Backup) -> None:
        if self._question is None:
            context, window = self._controller.context, self._controller.window
            self._question = QuestionSheet(context.theme, context.icons, window, "restore_sheet")
        words = partial(self._words.restore_question, backup, self._library.name)
        self._question.ask(words, partial(self._on_question_agreed, backup))

    def _on_question_agreed(self, backup: Backup) -> None:
        self._controller.lead.start(self.restore(backup))

    def _on_sheet_copy_requested(self, backup: Backup, novel: NovelPreview) -> None:
        self._controller.tasks.start(self.copy_novel(backup, novel))
