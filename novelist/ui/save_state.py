# SPDX-License-Identifier: MIT
"""Whether what was typed is on disk: the state that the status bar shows, always true."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class SaveState(StrEnum):
    """From safest to least."""

    SAVED = "saved"
    EDITED = "edited"  # typed, not yet given to the store
    SAVING = "saving"  # given to the store, not yet on disk
    PAUSED = "paused"  # the store cannot write; everything is kept in memory


class SaveTracker(QObject):
    """Combines the sources of unsaved work (editor, inspector) with the state of the store."""

    state_changed = Signal(str, int)  # a SaveState, how many changes are kept while paused

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: dict[str, SaveState] = {}
        self._paused = False
        self._kept = 0
        self._last: tuple[SaveState, int] = (SaveState.SAVED, 0)

    @property
    def state(self) -> SaveState:
        """What is true now."""
        return self._last[0]

    def set_source(self, name: str, state: SaveState) -> None:
        """One source of typing tells how far its work is."""
        self._sources[name] = state
        self._announce()

    def set_paused(self, paused: bool, kept: int = 0) -> None:
        """The store stopped or went on; ``kept`` changes wait in memory."""
        self._paused, self._kept = paused, kept
        self._announce()

    def forget(self) -> None:
        """What was typed is nobody's any more: another library, or none, is open."""
        self._sources.clear()
        self.set_paused(False)

    def _announce(self) -> None:
        states = set(self._sources.values())
        if self._paused:
            now = (SaveState.PAUSED, self._kept)
        elif SaveState.EDITED in states:
            now = (SaveState.EDITED, 0)
        elif SaveState.SAVING in states:
            now = (SaveState.SAVING, 0)
        else:
            now = (SaveState.SAVED, 0)
        if now != self._last:
            self._last = now
            self.state_changed.emit(*now)
