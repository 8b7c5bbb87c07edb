# SPDX-License-Identifier: MIT
"""The one place where coroutines are started from the window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from typing import Any

from PySide6.QtCore import QObject


class Tasks(QObject):
    """Starts coroutines for a QObject, keeps them, reports their errors, cancels them at the end.

    Unlike ``asyncio.TaskGroup``, one failure does not cancel the others.
    """

    def __init__(
        self,
        owner: QObject,
        on_error: Callable[[BaseException], None],
        *,
        within: Tasks | None = None,
    ) -> None:
        """``within`` counts, waits for and cancels these coroutines as if they were its own."""
        super().__init__(owner)
        self._on_error, self._within = on_error, within
        self._running: set[asyncio.Task[Any]] = set()
        self._latest: dict[Hashable, asyncio.Task[Any]] = {}

    @property
    def running(self) -> int:
        """How many coroutines have not finished."""
        return len(self._running)

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run the coroutine on the program's loop; an error in it is shown, not lost."""
        task = asyncio.get_running_loop().create_task(coroutine)
        self._take(task)
        task.add_done_callback(self._on_task_done)
        return task

    def latest(self, key: Hashable, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Like ``start``, after cancelling the coroutine started with the same key before."""
        older = self._latest.get(key)
        if older is not None:
            older.cancel()
        task = self.start(coroutine)
        self._latest[key] = task
        return task

    def cancel(self, *keys: Hashable) -> None:
        """Cancel what was started with one of these keys, where it still runs."""
        for key in keys:
            if key in self._latest:
                self._latest[key].cancel()

    async def finish(self) -> None:
        """Wait until everything else that runs has ended; errors are reported as ever."""
        while others := self._running - {asyncio.current_task()}:
            await asyncio.wait(others)

    def cancel_all(self) -> None:
        """Cancel whatever still runs."""
        for task in list(self._running):
            task.cancel()

    def _take(self, task: asyncio.Task[Any]) -> None:
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        if self._within is not None:
            self._within._take(task)

    def _on_task_done(self, task: asyncio.Task[Any]) -> None:
        for key in [key for key, latest in self._latest.items() if latest is task]:
            del self._latest[key]
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._on_error(error)
