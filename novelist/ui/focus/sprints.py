# SPDX-License-Identifier: MIT
"""The sprint that runs, and how the last ones ended."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.domain.sprint import Goal, Sprint, SprintResult

_SECOND: Final = 1_000
_KEPT: Final = 8  # results


class Sprints(QObject):
    """Has the clock and hears the words; who shows or locks something listens.

    Words are those that the status bar says of the session, whatever novel they are written in.
    """

    changed = Signal()
    """A sprint began, was paused or ended, its clock shows another second, or words came."""
    ended = Signal(object)
    """It is over: a ``SprintResult``."""

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.clock = clock
        self.running: Sprint | None = None
        self.results: list[SprintResult] = []  # of this session, the newest first
        self.language = "en"
        self._words = 0
        self._heard: dict[int, int] = {}
        self._ticking = QTimer(self, interval=_SECOND)
        self._ticking.timeout.connect(self.tick)

    @property
    def words(self) -> int:
        """All words that were heard of."""
        return self._words

    def count(self, novel_id: int, words: int, language: str) -> None:
        """So many words were written in this novel since the program was started."""
        self.language = language
        self._words += words - self._heard.get(novel_id, words)
        self._heard[novel_id] = words
        if self.running is not None:
            self.tick()

    def start(self, goal: Goal) -> None:
        """Begin; one that runs ends."""
        self.end()
        self.running = Sprint(goal, self.clock(), self._words)
        self._ticking.start()
        self.changed.emit()

    def toggle_pause(self) -> None:
        """Let the clock stand still, or go on."""
        if self.running is None:
            return
        if self.running.is_paused:
            self.running.resume(self.clock())
            self._ticking.start()
        else:
            self.running.pause(self.clock())
            self._ticking.stop()
        self.changed.emit()

    def end(self) -> None:
        """End the one that runs."""
        if self.running is None:
            return
        result = self.running.result(self.clock(), self._words)
        self.running = None
        self._ticking.stop()
        self.results = [result, *self.results][:_KEPT]
        self.ended.emit(result)
        self.changed.emit()

    def tick(self) -> None:
        """The clock shows another time, or words were written."""
        if self.running is None:
            return
        if self.running.is_over(self.clock(), self._words):
            self.end()
        else:
            self.changed.emit()

    @property
    def is_done(self) -> bool:
        """Whether what the running one is to reach is reached, or none runs."""
        running = self.running
        return running is None or running.is_done(self.clock(), self._words)
