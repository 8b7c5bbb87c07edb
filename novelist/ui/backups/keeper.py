# SPDX-License-Identifier: MIT
"""Makes backups while the writer writes, and when a library is left; quiet unless it must speak."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from novelist.domain.changes import Changes
from novelist.domain.enums import BackupReason
from novelist.errors import NovelistError
from novelist.services.library.backups import Backup, SecondTrouble, back_up, is_possible
from novelist.ui import errors
from novelist.ui.backups.words import BackupWords
from novelist.ui.change_bus import ChangeBus
from novelist.ui.notify import Notify
from novelist.ui.tasks import Tasks

log = logging.getLogger(__name__)

EVERY: Final = 20 * 60 * 1000  # milliseconds between two looks whether something changed
_AT_MOST: Final = 10 * 60.0  # seconds that a backup in the background may take
_AT_THE_END: Final = 5.0  # seconds that leaving waits for the backup, and again for its copy
_SAID_AFTER: Final = 0.3  # seconds after which leaving says what it waits for


class BackupKeeper(QObject):
    """One for the life of the window; works between ``begin`` and ``finish``."""

    made = Signal()
    show_requested = Signal()

    def __init__(self, bus: ChangeBus, notify: Notify, parent: QObject) -> None:
        super().__init__(parent)
        self._notify = notify
        self._words = BackupWords(self)
        self._tasks = Tasks(self, self._report)
        self._changed = False
        self._works = False
        self._told: SecondTrouble | None = None
        self._failed: type[BaseException] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        bus.changed.connect(self._on_bus_changed)

    def begin(self) -> None:
        """A library is open; one on a server is backed up there."""
        self._works, self._changed = is_possible(), False
        if self._works:
            self._timer.start()

    def look(self) -> None:
        """Back up if something changed since the last look."""
        if self._changed:
            self._changed = False
            self._tasks.start(self._back_up(BackupReason.TIMER))

    def back_up_now(self) -> None:
        """Back up because the writer wishes it, and say what came of it."""
        self._tasks.start(self._back_up_now())

    def stop(self) -> None:
        """The library is left; whatever runs is given up."""
        self._timer.stop()
        self._tasks.cancel_all()
        self._works = False

    async def finish(self) -> None:
        """The library is left: back it up, waiting only so long. Never raises."""
        if not self._works:
            return
        self.stop()
        loop = asyncio.get_running_loop()
        sentence = loop.call_later(_SAID_AFTER, self._say_waiting)
        try:
            await back_up(BackupReason.EXIT, within=_AT_THE_END)
        except (NovelistError, OSError) as error:
            errors.record(error)
        finally:
            sentence.cancel()

    async def _back_up(self, reason: BackupReason) -> Backup:
        made = await back_up(reason, within=_AT_MOST)
        self._failed = None
        self._tell_second(made)
        self._tell_loss(made)
        self.made.emit()
        return made

    async def _back_up_now(self) -> None:
        made = await self._back_up(BackupReason.ASKED)
        if made.second is not None:
            self._notify(self._words.second(made.second))
        elif made.before is None:
            whole = self.tr("Your library is backed up, and the backup is checked and whole.")
            same = self.tr("Nothing changed since the last backup.")
            self._notify(whole if made.is_new else same)

    def _tell_second(self, made: Backup) -> None:
        """Say once that the second folder got no copy, until it gets one again."""
        if made.second is not None and made.second is not self._told:
            self._notify(self._words.second(made.second))
        self._told = made.second

    def _tell_loss(self, made: Backup) -> None:
        if made.before is None or made.totals is None:
            return
        fewer = made.before.all_words - made.totals.all_words
        said = self._words.fell(fewer) if fewer > 0 else self._words.fell_otherwise()
        self._notify(said, self.show_requested.emit, self.tr("Show backups"))

    def _say_waiting(self) -> None:
        self._notify(self.tr("Your library is being backed up. Novelist closes in a moment."))

    def _report(self, error: BaseException) -> None:
        """Say once that no backup can be made, until one is."""
        errors.record(error)
        if type(error) is not self._failed:
            self._failed = type(error)
            reason = errors.sentence(error)
            self._notify(self.tr("No backup could be made. {reason}").format(reason=reason))

    def _on_bus_changed(self, _changes: Changes) -> None:
        self._changed = True
