# SPDX-License-Identifier: MIT
"""Leading from library to library and novel to novel: one at a time, nobody after the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from PySide6.QtCore import QObject, Signal

from novelist.ui.tasks import Tasks


class Lead(QObject):
    """Runs what leads elsewhere, apart from all other tasks.

    Whoever leaves a library waits for the other tasks to end. Were leaders among them, two that
    leave would wait for each other.
    """

    ended = Signal()

    def __init__(self, parent: QObject, on_error: Callable[[BaseException], None]) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, on_error)
        self._turn = asyncio.Lock()
        self.has_ended = False

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine that takes its ``turn``; an error in it is shown, not lost."""
        return self._tasks.start(coroutine)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Alone with library and novel; after the end whoever waited is cancelled."""
        async with self._turn:
            if self.has_ended:
                raise asyncio.CancelledError
            yield

    def end(self) -> None:
        """Nobody leads anywhere any more."""
        self.has_ended = True
        self.ended.emit()
        self._tasks.cancel_all()
