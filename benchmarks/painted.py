# SPDX-License-Identifier: MIT
"""When something is on the screen."""

from __future__ import annotations

import asyncio
import time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Moment(NamedTuple):
    """When something happened, and how much this thread had worked until then; both seconds."""

    clock: float
    processor: float
    """What others took of the computer meanwhile is not in it."""

    @classmethod
    def now(cls) -> Moment:
        """The one in which it is asked."""
        return cls(time.perf_counter(), time.thread_time())

    def since(self, earlier: Moment) -> Moment:
        """The milliseconds from an earlier one."""
        return Moment(*((now - then) * 1000 for now, then in zip(self, earlier, strict=True)))


class Painted(QObject):
    """Tells when a widget was painted next, and the window that it is in brought to the screen."""

    _paint_began = Signal()  # taken up as soon as the whole window is painted

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._next: asyncio.Future[Moment] | None = None
        self._paint_began.connect(self._on_paint_began, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    def expect(self) -> asyncio.Future[Moment]:
        """The end of the next paint."""
        self._next = asyncio.get_running_loop().create_future()
        return self._next

    def end(self) -> None:
        """Look at the widget no more."""
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint; the paint itself goes on."""
        if event.type() == QEvent.Type.Paint and self._next is not None:
            self._paint_began.emit()
        return super().eventFilter(watched, event)

    def _on_paint_began(self) -> None:
        expected, self._next = self._next, None
        if expected is not None:
            expected.set_result(Moment.now())
