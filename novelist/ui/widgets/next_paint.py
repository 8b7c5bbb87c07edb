# SPDX-License-Identifier: MIT
"""What waits until a widget is on the screen."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

_PATIENCE: Final = 0.1  # seconds; what is hidden is never painted


class NextPaint(QObject):
    """The next time that a widget is painted, looked out for from now on until nobody asks."""

    _began = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._is_done = asyncio.Event()
        self._began.connect(self._is_done.set, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    async def then(self, work: Callable[[], None]) -> None:
        """Do this in a turn after the paint, or soon where none comes.

        Not in the same turn: Qt hands a painted window to the screen only when that has ended. A
        timer of no time that is begun during a paint may still come in its turn; what is posted
        does not.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._is_done.wait()
        work()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint that begins; nothing is kept from the widget."""
        if event.type() == QEvent.Type.Paint:
            self._began.emit()
        return super().eventFilter(watched, event)
