# SPDX-License-Identifier: MIT
"""Thins old versions while the writer rests, where she chose not to keep every one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from novelist.services.history.thinning import thin_history
from novelist.services.library.backups import before_bulk_change

if TYPE_CHECKING:
    from novelist.ui.controller import Controller

REST: Final = 10 * 60 * 1000  # milliseconds without a change after which there is time for it


class HistoryThinner(QObject):
    """One for the life of the window; a novel is thinned once in it."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller
        self._done: set[tuple[str, int]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.look)
        controller.context.bus.changed.connect(self._on_bus_changed)

    def look(self) -> None:
        """Thin the open novel, if that is wished and was not done."""
        novel_id = self._controller.workspace.novel_id
        key = (str(self._controller.context.library), novel_id or 0)
        if novel_id is None or self._controller.context.settings.keep_every_version:
            return
        if key not in self._done:
            self._done.add(key)
            self._controller.tasks.latest("thin_history", self._thin(novel_id))

    async def _thin(self, novel_id: int) -> None:
        await before_bulk_change()
        await thin_history(novel_id)

    def _on_bus_changed(self) -> None:
        self._timer.start()
