# SPDX-License-Identifier: MIT
"""Which thread is chosen, and how the passages of all look in the texts because of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from novelist.domain.comments import Thread
from novelist.settings import Settings
from novelist.ui.comments.layer import CommentLayer, Look
from novelist.ui.comments.threads import Threads
from novelist.ui.editor.panel import EditorPanel


class CommentLooks(QObject):
    """Paints anew only what looks otherwise than before."""

    chosen_changed = Signal()

    def __init__(
        self, editor: EditorPanel, threads: Threads, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor, self._threads, self._settings = editor, threads, settings
        self._looks: dict[int, Look] = {}
        self.chosen: int | None = None
        self.layer = CommentLayer(editor.paper, self._look)
        editor.documents.layers.add(self.layer, below=True)

    def choose(self, thread_id: int | None) -> None:
        """Let this thread be the chosen one, or none."""
        if thread_id == self.chosen:
            return
        changed = [self._threads.find(each) for each in (self.chosen, thread_id) if each]
        self.chosen = thread_id
        self.layer.forget()
        for thread in changed:
            if thread is not None:
                self._looks[thread.id] = self.of(thread)
                self._repaint({thread.mark})
        self.chosen_changed.emit()

    def of(self, thread: Thread) -> Look:
        """How the passage of a thread looks."""
        if thread.id == self.chosen:
            return Look.CHOSEN
        if thread.is_resolved:
            return Look.RESOLVED if self._settings.resolved_comments else Look.HIDDEN
        return Look.OPEN

    def seen(self, item_id: int, mark: str) -> Thread | None:
        """The thread that a mark means, unless its passage looks like any other."""
        thread = self._threads.meant_by(mark, item_id)
        hidden = thread is None or self.of(thread) is Look.HIDDEN
        return None if hidden else thread

    def follow(self) -> None:
        """Threads are others, or another choice was made."""
        threads = self._threads.all()
        looks = {each.id: self.of(each) for each in threads}
        marks = {each.mark for each in threads if looks[each.id] != self._looks.get(each.id)}
        gone = self._looks.keys() - looks.keys()
        self._looks = looks
        self.layer.forget()
        self.layer.is_needed = bool(threads)
        if gone:
            self._editor.documents.layers.refresh()
        elif marks:
            self._repaint(marks)

    def _look(self, mark: str, item_id: int) -> Look:
        thread = self._threads.meant_by(mark, item_id)
        return Look.HIDDEN if thread is None else self.of(thread)

    def _repaint(self, marks: set[str]) -> None:
        layers = self._editor.documents.layers
        for item_id in self._threads.commented_texts():
            passages = self._threads.passages(item_id)
            live = self._editor.documents.find(item_id)
            if passages is not None and live is not None:
                for number in passages.blocks_of(marks):
                    layers.block_changed.emit(live.document, number)
