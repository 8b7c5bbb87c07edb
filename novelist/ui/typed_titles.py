# SPDX-License-Identifier: MIT
"""The titles that are typed above the text: set at once, saved soon."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.ui.binding import SAVE_DELAY
from novelist.ui.tasks import Tasks

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem


class TypedTitles(QObject):
    """The items whose title was typed and is not on disk. A failed save is tried again."""

    saved = Signal()  # one of them, and what is still unsaved is known

    def __init__(
        self,
        save: Callable[[OutlineItem], Coroutine[Any, Any, None]],
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._save_item, self._tasks = save, tasks
        self._items: dict[int, OutlineItem] = {}
        self._saving: asyncio.Task[Any] | None = None
        self._turn = asyncio.Lock()
        self._clock = QTimer(self, singleShot=True, interval=SAVE_DELAY)
        self._clock.timeout.connect(self._on_clock_timeout)

    def __bool__(self) -> bool:
        return bool(self._items)

    def type(self, item: OutlineItem, title: str) -> None:
        """Give an item the title that is being typed."""
        item.title = title
        self._items[item.id] = item
        self._clock.start()

    def forget(self) -> None:
        """Save none of them any more: their library is left."""
        self._clock.stop()
        self._items.clear()
        if self._saving is not None:
            self._saving.cancel()

    async def save(self) -> None:
        """Save them all; raises what kept one from getting to disk, after the others did.

        Returns when every title typed before is on disk, whoever began to save it.
        """
        self._clock.stop()
        async with self._turn:
            failure: Exception | None = None
            for item_id, item in list(self._items.items()):
                title = item.title
                try:
                    await self._save_item(item)
                except Exception as error:  # noqa: BLE001 - the others come first
                    failure = failure or error
                else:
                    self._forget(item_id, item, title)
        if failure is not None:
            raise failure

    def _forget(self, item_id: int, item: OutlineItem, saved: str) -> None:
        """It is on disk, unless more was typed meanwhile."""
        if self._items.get(item_id) is item and item.title == saved:
            del self._items[item_id]
            self.saved.emit()

    def _on_clock_timeout(self) -> None:
        self._saving = self._tasks.start(self.save())
