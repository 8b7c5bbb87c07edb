# SPDX-License-Identifier: MIT
"""Where saving waits until the store is there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from novelist.domain.document import Document


class SaveGate:
    """``save`` is what the editor saves with, from the first key on."""

    def __init__(self) -> None:
        self._save: Callable[[int, Document], Awaitable[object]] | None = None
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def is_open(self) -> bool:
        """Whether texts go through to the store."""
        return self._save is not None

    async def save(self, item_id: int, document: Document) -> None:
        """Save a text as soon as that can be; returns after it is on disk."""
        while self._save is None:
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await turn
        await self._save(item_id, document)

    def open(self, save: Callable[[int, Document], Awaitable[object]]) -> None:
        """From now on texts are saved with ``save``; those that waited go first."""
        self._save = save
        waiting, self._waiting = self._waiting, []
        for turn in waiting:
            if not turn.done():
                turn.set_result(None)

    def turn_away(self) -> None:
        """Cancel the saves that wait: their text is elsewhere, or it stays unsaved."""
        waiting, self._waiting = self._waiting, []
        for turn in waiting:
            turn.cancel()
