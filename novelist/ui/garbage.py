# SPDX-License-Identifier: MIT
"""Collects cyclic garbage on the window's thread only.

Python collects wherever it happens to be: in a thread of the store it would delete widgets and
timers, which Qt allows on their own thread alone.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class GarbageCollector(QObject):
    """Takes collection over from Python for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(_EVERY)
        self.destroyed.connect(lambda: gc.enable())

    def _on_timer_timeout(self) -> None:
        """Collect the youngest generations that have grown over Python's own thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [
            generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]
        ]
        if due:
            gc.collect(due[0])
