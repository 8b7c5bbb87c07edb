# SPDX-License-Identifier: MIT
"""Comparisons one after the other: a thread that works cannot be stopped, but none need begin."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from novelist.services.history.history import Comparison
from novelist.ui.tasks import Tasks

Making = Callable[[], Coroutine[Any, Any, Comparison]]


class Comparing:
    """While one slides along the versions of a long scene, those passed by are never compared."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._running: asyncio.Task[Comparison | Exception] | None = None

    async def compare(self, making: Making) -> Comparison:
        """What ``making`` makes, once what is being compared is done; raises what it raises.

        Who is cancelled while waiting has begun nothing.
        """
        while self._running is not None:
            await asyncio.wait([self._running])
        self._running = self._tasks.start(self._make(making))
        made = await asyncio.shield(self._running)
        if isinstance(made, Exception):
            raise made
        return made

    async def _make(self, making: Making) -> Comparison | Exception:
        """An error belongs to whoever waits, if anybody still does."""
        try:
            return await making()
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            return error
        finally:
            self._running = None
