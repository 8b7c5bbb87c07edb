# SPDX-License-Identifier: MIT
"""The lock room: no way out of focus mode until the words are written or the minutes over.

It is never kept on disk: whatever ends the program ends it too. Where the library takes nothing
any more, where the system ends the session, and where Esc is held for five seconds, it opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction

HOLD: Final = 5.0  # seconds that Esc is to be held
_LOOK: Final = 50  # milliseconds between two looks at how long it is held


class LockRoom(QObject):
    """Says no to ways out while it is closed; saving and writing it does not touch."""

    changed = Signal(bool)
    """It was closed, or opened."""
    refused = Signal()
    """Somebody wanted out: say what is left."""
    held = Signal(object)
    """Esc is held for this share of the time, from 0 to 1; None: it was let go."""
    broken = Signal()
    """It was held long enough: the lock is open, and whoever held it wants out."""

    def __init__(self, parent: QObject, clock: Callable[[], float]) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_closed = False
        self._actions: list[QAction] = []
        self._pressed: float | None = None
        self._holding = QTimer(self, interval=_LOOK)
        self._holding.timeout.connect(self.look)

    @property
    def is_closed(self) -> bool:
        """Whether one is locked in."""
        return self._is_closed

    def close(self, ways_out: Iterable[QAction]) -> None:
        """Lock; these commands lead out, and only say what is left from now on."""
        if self._is_closed:
            return
        self._is_closed = True
        self._actions = list(ways_out)
        for action in self._actions:
            action.installEventFilter(self)
        self.changed.emit(True)

    def open(self) -> None:
        """Let everybody go where they want."""
        self.release()
        if not self._is_closed:
            return
        self._is_closed = False
        for action in self._actions:
            action.removeEventFilter(self)
        self._actions.clear()
        self.changed.emit(False)

    def refuse(self) -> bool:
        """Whether a way out is to be refused; what is left is said then."""
        if self._is_closed:
            self.refused.emit()
        return self._is_closed

    # -- the way out for whoever must ------------------------------------------------------------

    def press(self) -> None:
        """Esc is held from now on."""
        if self._is_closed and self._pressed is None:
            self._pressed = self._clock()
            self._holding.start()
            self.refused.emit()
            self.held.emit(0.0)

    def release(self) -> None:
        """Esc was let go."""
        if self._pressed is not None:
            self._pressed = None
            self._holding.stop()
            self.held.emit(None)

    def look(self) -> None:
        """Whether it was held long enough; how far that is on its way."""
        if self._pressed is None:
            return
        share = (self._clock() - self._pressed) / HOLD
        if share >= 1:
            self.open()
            self.broken.emit()
        else:
            self.held.emit(share)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a command that leads out."""
        if event.type() == QEvent.Type.Shortcut and self._is_closed:
            self.refused.emit()
            return True
        return super().eventFilter(watched, event)
