# SPDX-License-Identifier: MIT
"""Taking over what others changed in the open novel: its outline, and texts that are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from novelist.domain.changes import Changes, Subject
from novelist.services import outline, texts
from novelist.ui.change_bus import ChangeBus
from novelist.ui.desk import EDITOR
from novelist.ui.manuscript_counts import ManuscriptCounts
from novelist.ui.open_texts import OpenTexts
from novelist.ui.tasks import Tasks

if TYPE_CHECKING:
    from novelist.ui.workspace import Workspace


class Following(QObject):
    """Keeps editor, inspector and counts of a workspace as the library has them."""

    read = Signal()
    """Items of the outline were read anew."""
    left = Signal(int, bool)
    """The open scene is gone: this item is near it; whether the keyboard was on its text."""

    def __init__(
        self,
        workspace: Workspace,
        bus: ChangeBus,
        counts: ManuscriptCounts,
        open_texts: OpenTexts,
        tasks: Tasks,
    ) -> None:
        super().__init__(workspace)
        self._workspace, self._tasks = workspace, tasks
        self._counts, self._texts = counts, open_texts
        self._editor, self._inspector = workspace.editor, workspace.inspector
        bus.changed.connect(self._on_bus_changed)

    def _on_bus_changed(self, changes: Changes) -> None:
        novel_id = self._workspace.novel_id
        if novel_id is None or novel_id not in {entry.novel_id for entry in changes.entries}:
            return
        if changes.initiator == EDITOR:
            saved = changes.ids(Subject.ITEM) | changes.ids(Subject.TEXT)
            self._counts.recount(saved)  # the live items know their counts already
            self._workspace.tell_counts()
            return
        self._tasks.start(self.follow(changes.ids(Subject.ITEM) | changes.ids(Subject.TEXT)))
        for item_id in changes.ids(Subject.TEXT):
            self._tasks.start(self._reload(item_id))

    async def follow(self, ids: Iterable[int]) -> None:
        """Take over what changed in the outline, and leave a scene that is gone."""
        wanted, novel_id = sorted(ids), self._workspace.novel_id
        loaded = await outline.load_items(wanted)
        if novel_id is None or novel_id != self._workspace.novel_id:
            return
        found = [item for item in loaded if item.novel_id == novel_id]
        current = self._editor.current_item_id
        nearby = [] if current is None else self._counts.texts_near(current)
        self._counts.update(wanted, found)
        item = None if current is None else self._counts.find(current)
        if current is not None and item is None:
            self._leave_text(current, nearby)
        elif item is not None and item.id in wanted:
            self._editor.set_title(item.id, item.title)
        shown = self._inspector.item_id
        if shown is not None and self._counts.find(shown) is None:  # a chapter that was deleted
            self._inspector.show_item(item)
        self.read.emit()
        for item_id in wanted:
            self._inspector.refresh_item(item_id)
        self._workspace.tell_counts()

    def _leave_text(self, item_id: int, nearby: list[int]) -> None:
        """Close the text of an item that is gone; the one before it, or after it, is opened."""
        edit = self._editor.edit
        is_written = edit.hasFocus() or edit.title.hasFocus()
        self._editor.close_text(item_id)
        self._inspector.show_item(None)
        neighbour = next((near for near in nearby if self._counts.find(near)), None)
        if neighbour is not None:
            self.left.emit(neighbour, is_written)

    async def _reload(self, item_id: int) -> None:
        """Show a text that an action on the outline rewrote.

        Where something else was typed meanwhile, saving that finds the two and keeps both.
        """
        loaded, live = await texts.load_text(item_id), self._editor.documents.find(item_id)
        if live is None or live.is_dirty or live.is_composing or item_id not in self._texts:
            return
        if not self._texts.is_known(item_id):
            self._editor.replace_text(item_id, loaded.document)
            self._texts.accept(item_id)
