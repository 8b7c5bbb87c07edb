# SPDX-License-Identifier: MIT
"""The titles that are typed above the text: set at once, saved soon."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from novelist.ui.binding import SAVE_DELAY
from novelist.ui.tasks import Tasks

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem


class TypedTitles(QObject):
    """The items whose title was typed and is not on disk. A failed save is tried again."""

    def __init__(
        self,
        save: Callable[[OutlineItem], Coroutine[Any, Any, None]],
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._save_item, self._tasks = save, tasks
        self._items: dict[int, OutlineItem] = {}
        self._clock = QTimer(self, singleShot=True, interval=SAVE_DELAY)
        self._clock.timeout.connect(self._on_clock_timeout)

    def __bool__(self) -> bool:
        return bool(self._items)

    def type(self, item: OutlineItem, title: str) -> None:
        """Give an item the title that is being typed."""
        item.title = title
        self._items[item.id] = item
        self._clock.start()

    async def save(self) -> None:
        """Save them all; raises what kept one from getting to disk, after the others did."""
        self._clock.stop()
        failure: Exception | None = None
        for item_id in list(self._items):
            item = self._items.pop(item_id)
            try:
                await self._save_item(item)
            except BaseException as error:
                self._items.setdefault(item_id, item)
                if not isinstance(error, Exception):
                    raise
                failure = failure or error
        if failure is not None:
            raise failure

    def _on_clock_timeout(self) -> None:
        self._tasks.start(self.save())
