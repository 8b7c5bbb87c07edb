# SPDX-License-Identifier: MIT
"""Fills the page from the library; while that cannot be read, says so and tries again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.errors import (
    StorageBusyError,
    StorageCorruptError,
    StorageFullError,
    StorageIOError,
    StorageReplacedError,
    StorageUnreachableError,
)
from novelist.ui import errors
from novelist.ui.history.stage import HistoryStage
from novelist.ui.tasks import Tasks

_PASSING: Final = (
    StorageBusyError,
    StorageFullError,
    StorageIOError,
    StorageReplacedError,
    StorageUnreachableError,
)
_EVERY: Final = 2000  # milliseconds between two tries


class Reading(QObject):
    """``tasks`` runs whatever reads; ``wanted`` asks for all of it again.

    It asks when the writer does, and by itself as long as the page shows nothing else.
    """

    wanted = Signal()

    def __init__(
        self,
        tasks: Tasks,
        stage: HistoryStage,
        show_error: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self, self._on_error, within=tasks)
        self._stage, self._show_error = stage, show_error
        self._clock = QTimer(self, singleShot=True, interval=_EVERY)
        self._clock.timeout.connect(self._on_clock_timeout)
        stage.away.action_requested.connect(self.wanted)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, (*_PASSING, StorageCorruptError)):
            self._show_error(error)
            return
        errors.record(error)
        self._stage.show_away(errors.sentence(error))
        if isinstance(error, _PASSING):
            self._clock.start()

    def _on_clock_timeout(self) -> None:
        if self._stage.is_away:
            self.wanted.emit()
