# SPDX-License-Identifier: MIT
"""What waits until a widget is on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea

_PATIENCE: Final = 0.1  # seconds; what is hidden is never painted


class NextPaint(QObject):
    """Knows when what a page scrolls was painted next; one serves all who wait for it."""

    _began = Signal()

    def __init__(self, page: QAbstractScrollArea) -> None:
        super().__init__(page)
        self._page = page  # its viewport is asked for each time: Python may lose hold of that
        self._waiting: list[asyncio.Event] = []
        self._painted: list[asyncio.Event] = []  # to be told in a turn after the paint
        self._began.connect(self._on_began, Qt.ConnectionType.QueuedConnection)

    def then(self, work: Callable[[], None]) -> Coroutine[Any, Any, None]:
        """Do this in a turn after the next paint from now on, or soon where none comes.

        Not in the same turn: Qt hands a painted window to the screen only when that has ended. A
        timer of no time that is begun during a paint may still come in its turn; what is posted
        does not.
        """
        if not self._waiting:
            self._page.viewport().installEventFilter(self)
        painted = asyncio.Event()
        self._waiting.append(painted)
        return self._after(painted, work)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint that begins; nothing is kept from the widget."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painted += self._waiting
            self._waiting.clear()
            self._began.emit()
        return super().eventFilter(watched, event)

    def _on_began(self) -> None:
        for painted in self._painted:
            painted.set()
        self._painted.clear()

    async def _after(self, painted: asyncio.Event, work: Callable[[], None]) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await painted.wait()
        except TimeoutError:  # hidden, it is not painted: the work is due even so
            if painted in self._waiting:
                self._waiting.remove(painted)
        work()
