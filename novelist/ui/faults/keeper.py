# SPDX-License-Identifier: MIT
"""Keeps an emergency copy of whatever does not get to disk, while it does not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.services.unsaved.emergency import EmergencyCopy
from novelist.services.unsaved.rescue import UnsavedText
from novelist.ui.editor.documents import Documents
from novelist.ui.save_state import SaveState, SaveTracker
from novelist.ui.tasks import Tasks

log = logging.getLogger(__name__)

EVERY: Final = 1000  # milliseconds; saving by itself takes less


class EmergencyKeeper(QObject):
    """Writes the copy at once when the store pauses, and when a save takes longer than a second.

    A text is late when a whole second went by in which nothing of it was saved. Nobody need have
    said that anything is wrong: the disk may hang, or the library not be open yet.
    """

    changed = Signal()  # there is a copy now, it is elsewhere, or it is gone

    def __init__(
        self,
        tracker: SaveTracker,
        documents: Documents,
        unsaved: Callable[[], dict[int, UnsavedText]],
        parent: QObject,
    ) -> None:
        """``unsaved`` gives the words that are not on disk, disturbing no composition."""
        super().__init__(parent)
        self._tracker, self._documents, self._unsaved = tracker, documents, unsaved
        self._tasks = Tasks(self, self._on_error)
        self._copy: EmergencyCopy | None = None
        self._written: dict[int, UnsavedText] = {}
        self._seen: dict[int, int] = {}  # what was saved of each unsaved text, a second ago
        self._others_waited = False
        self.failed = False
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self.look)
        tracker.state_changed.connect(self._on_tracker_state_changed)

    @property
    def path(self) -> Path | None:
        """Where the copy is; None while none is needed."""
        return None if self._copy is None else self._copy.path

    @property
    def count(self) -> int:
        """How many texts are in the copy."""
        return len(self._written)

    def begin(self, library: str) -> None:
        """Another library: a copy that is left of the last one stays."""
        self._copy = EmergencyCopy(library)
        self._written = {}
        self._watch(self._tracker.state)

    def hurry(self) -> None:
        """The store takes nothing: write the copy now, and again with every second of writing."""
        self._keep(self._unsaved())
        self._clock.start()

    def look(self) -> None:
        """Write what is late; called every second while something is unsaved."""
        before, self._seen = self._seen, self._unsaved_revisions()
        late = any(before.get(item) == saved for item, saved in self._seen.items())
        waited, self._others_waited = self._others_waited, not self._seen
        if late or waited or self._written or self._tracker.state is SaveState.PAUSED:
            self._keep(self._unsaved())

    async def finish(self) -> None:
        """Nothing more is written; where all is saved the copy is gone."""
        self._clock.stop()
        await self._tasks.finish()
        if self._tracker.state is SaveState.SAVED:
            await self._remove()

    async def let_go(self) -> None:
        """Write what is unsaved at last, and leave that copy to the next start."""
        self._keep(self._unsaved())
        await self._tasks.finish()
        self._clock.stop()
        self._copy, self._written, self._seen = None, {}, {}

    def _unsaved_revisions(self) -> dict[int, int]:
        return {text.item_id: text.saved_revision for text in self._documents.dirty()}

    def _keep(self, texts: dict[int, UnsavedText]) -> None:
        if texts and texts != self._written:
            self._written = texts
            self._tasks.latest("write", self._write(texts))

    async def _write(self, texts: dict[int, UnsavedText]) -> None:
        if self._copy is None:
            return
        try:
            await self._copy.write(texts)
        except OSError:
            self.failed, self._written = True, {}
            log.exception("no emergency copy could be written")
        else:
            self.failed = False
        self.changed.emit()

    async def _remove(self) -> None:
        had, self._written = self.path is not None, {}
        if self._copy is not None:
            await self._copy.remove()
        if had:
            self.changed.emit()

    def _watch(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            self._clock.stop()
            self._seen, self._others_waited = {}, False
            if self._written:
                self._tasks.start(self._remove_if_saved())
        elif not self._clock.isActive():
            self._clock.start()

    async def _remove_if_saved(self) -> None:
        if self._tracker.state is SaveState.SAVED:
            await self._remove()

    def _on_tracker_state_changed(self, state: str, _kept: int) -> None:
        self._watch(SaveState(state))

    def _on_error(self, error: BaseException) -> None:
        log.error("the emergency copy", exc_info=error)
