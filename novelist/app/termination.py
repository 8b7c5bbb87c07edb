# SPDX-License-Identifier: MIT
"""The end that the system asks for, as at a log-out: SIGTERM is a wish to close the program.

Python runs the handler of a signal only between two steps of its own, and while nothing happens
Qt's loop takes none. So the C part of Python writes the number of each signal into a socket, and
the loop hears of that. Windows sends no such signal.
"""

from __future__ import annotations

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_AT_ONCE = 64  # signals, of one byte each, read in a go


class Termination(QObject):
    """``requested`` from ``begin`` to ``end`` whenever the system asks the program to end."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: tuple[object, int] | None = None
        self._ends: tuple[socket.socket, socket.socket] | None = None
        self._notifier: QSocketNotifier | None = None

    def begin(self) -> None:
        """Listen; only in the main thread, and not on Windows."""
        if sys.platform == "win32" or self._ends is not None:
            return
        heard, told = self._ends = socket.socketpair()
        for each in self._ends:
            each.setblocking(False)
        self._notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        wakeup = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        self._before = signal.signal(signal.SIGTERM, _leave_to_loop), wakeup

    def end(self) -> None:
        """Let the signal do again what it did before; idempotent."""
        if self._before is None or self._ends is None or self._notifier is None:
            return
        handler, wakeup = self._before
        signal.signal(signal.SIGTERM, handler)  # type: ignore[arg-type]  # what it gave us
        signal.set_wakeup_fd(wakeup)
        self._notifier.setEnabled(False)
        for each in self._ends:
            each.close()
        self._before = self._ends = self._notifier = None

    def _on_notifier_activated(self) -> None:
        if self._ends is not None and signal.SIGTERM in self._ends[0].recv(_AT_ONCE):
            self.requested.emit()


def _leave_to_loop(_number: int, _frame: FrameType | None) -> None:
    """Nothing: the number is in the socket already, and the loop hears of it."""
