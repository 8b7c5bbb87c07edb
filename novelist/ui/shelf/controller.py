# SPDX-License-Identifier: MIT
"""What the shelf's wishes do: novels are made, renamed, thrown away and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from novelist.domain.changes import Changes, Subject
from novelist.services import novels
from novelist.services.journal.undo import Edit
from novelist.services.novels import NovelCard
from novelist.ui.context import Context
from novelist.ui.notify import Notify
from novelist.ui.tasks import Tasks
from novelist.ui.undo_offer import UndoOffer
from novelist.ui.undo_steps import UndoSteps

if TYPE_CHECKING:
    from novelist.ui.shelf.panel import ShelfPanel


INITIATOR: Final = "shelf"


class ShelfController(QObject):
    """Connects the shelf to the services and keeps it showing what the library holds."""

    open_requested = Signal(int)  # a novel
    import_requested = Signal(list)  # paths; empty: ask for a file
    sample_requested = Signal()

    def __init__(self, context: Context, panel: ShelfPanel, tasks: Tasks, notify: Notify) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self._tasks = tasks
        self._notify = notify
        self._titles: dict[int, str] = {}
        self._stale = True
        self.steps = UndoSteps(tasks, INITIATOR, self._after_step, self)
        self._connect()

    def _connect(self) -> None:
        panel = self._panel
        panel.open_requested.connect(self.open_requested)
        panel.import_requested.connect(self.import_requested)
        panel.sample_requested.connect(self.sample_requested)
        panel.create_requested.connect(self.create_novel)
        panel.rename_requested.connect(self._on_rename_requested)
        panel.trash_requested.connect(self._on_trash_requested)
        panel.restore_requested.connect(self._on_restore_requested)
        panel.purge_requested.connect(self._on_purge_requested)
        self._context.bus.changed.connect(self._on_changed)

    def show(self, cards: list[NovelCard]) -> None:
        """Show novels that start-up has loaded already."""
        self.steps.show(None)
        self._show_cards(cards)

    def _show_cards(self, cards: list[NovelCard]) -> None:
        self._titles = {card.id: card.title for card in cards}
        self._panel.show_novels(cards)

    async def refresh(self) -> None:
        """Show what the library holds now."""
        self._stale = False
        self._show_cards(await novels.list_novels())
        self._panel.show_trash(await novels.list_novels(trashed=True))

    def create_novel(self) -> None:
        """Start a novel and open it: the caret stands on an empty page."""
        self._tasks.start(self._create())

    async def _create(self) -> None:
        novel_id = await novels.create_novel(
            title=self.tr("Untitled novel"),
            language="zh" if self._context.language.name == "zh_CN" else "en",
            author=self._context.settings.author,
        )
        self.open_requested.emit(novel_id)

    def _on_rename_requested(self, novel_id: int, title: str) -> None:
        self._tasks.start(novels.rename_novel(novel_id, title))

    def _on_trash_requested(self, novel_id: int) -> None:
        self._tasks.start(self._trash(novel_id))

    def _on_restore_requested(self, novel_id: int) -> None:
        self._tasks.start(novels.restore_novel(novel_id, initiator=INITIATOR))

    def _on_purge_requested(self, novel_id: int) -> None:
        self._tasks.start(novels.purge_novel(novel_id))

    async def _trash(self, novel_id: int) -> None:
        title = self._titles.get(novel_id, "")
        edit = await novels.trash_novel(novel_id)
        self.steps.remember(edit)
        self._notify(
            self.tr("“{title}” moved to Trash").format(title=title),
            UndoOffer(edit.command_id, lambda: self._bring_back(edit), lasts=True),
        )

    def _bring_back(self, edit: Edit) -> None:
        """Put a novel back on the shelf, whatever was done since."""
        if self.steps.is_next(edit):
            self.steps.undo(only=edit)
        else:
            self._on_restore_requested(edit.ids[0])

    async def _after_step(self, _edit: Edit) -> None:
        """Show what was undone or done again."""
        await self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.ids(Subject.NOVEL) or changes.ids(Subject.TEXT) or changes.ids(Subject.ITEM):
            self._stale = True
        if changes.ids(Subject.NOVEL):
            self.steps.follow()
        if self._stale and self._panel.isVisible():
            self._tasks.latest("shelf", self.refresh())

    def refresh_if_stale(self) -> None:
        """Called when the shelf comes to the front: show what changed meanwhile."""
        self.steps.follow()
        if self._stale:
            self._tasks.latest("shelf", self.refresh())
