# SPDX-License-Identifier: MIT
"""The time between two keys: right behind one that is painted, or when none comes.

What is done there, if it is short, is over before the next key wants to be painted.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

_PAINTED: Final = QEvent.Type(QEvent.registerEventType())
_LOW: Final = Qt.EventPriority.LowEventPriority.value


class TypingGap(QObject):
    """Waits for a gap whenever it is asked to, for at most ``patience`` milliseconds."""

    came = Signal()
    """There is time now."""

    def __init__(self, patience: int, parent: QObject) -> None:
        super().__init__(parent)
        self._patience = patience
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.came)

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for a gap."""
        return self._timer.isActive()

    def wait(self) -> None:
        """Tell of the next gap: behind the next key, or when no key comes for a while."""
        self._timer.start(self._patience)

    def note_key(self) -> None:
        """Something was typed: once that is painted is a gap."""
        if self._timer.isActive():  # Qt posts a paint with low priority
            QCoreApplication.postEvent(self, QEvent(_PAINTED), _LOW - 1)

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()

    def event(self, event: QEvent) -> bool:
        """The key is painted: what that brought with it comes first, and a key that waits."""
        if event.type() != _PAINTED:
            return super().event(event)
        if self._timer.isActive():
            self._timer.start(0)
        return True
