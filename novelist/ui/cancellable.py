# SPDX-License-Identifier: MIT
"""Work in another thread: how far it is, and whether it is still wanted."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import QObject, Signal

_STEP: Final = 0.01  # smaller steps of progress are not worth a repaint


class Cancellable(QObject):
    """Carries progress out of the thread and the wish to stop into it."""

    progressed = Signal(float)  # the share done, 0 to 1; arrives in the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._reported = 0.0

    def report(self, share: float) -> None:
        """Say how far it is; called from the thread."""
        if share - self._reported >= _STEP:
            self._reported = share
            self.progressed.emit(share)

    def stop(self) -> None:
        """The result is not wanted any more."""
        self._stopped.set()

    def is_stopped(self) -> bool:
        """Whether the thread should give up."""
        return self._stopped.is_set()
