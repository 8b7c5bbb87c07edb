# SPDX-License-Identifier: MIT
"""What there is to know about a library that was opened: where it lies, how it was left, the clock.

Each is a row: when it holds, what it says, what can be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from novelist.services.library.precautions import Found, Place, PlaceKind, Precautions
from novelist.ui.faults.notice import Notice, Words

if TYPE_CHECKING:
    from novelist.ui.faults.controller import FaultsController

PROBLEMS: Final = "problems"  # the name of that notice
_DAY = timedelta(days=1)


class Notices(QObject):
    """Makes the notices for one library."""

    def of(
        self, path: Path, before: Precautions, found: Found, faults: FaultsController
    ) -> Iterator[Notice]:
        """Those that hold, the weightiest first."""
        if found.problems:
            yield self._problems(faults, self._bad_end)
        elif before.log_missing:
            yield self._log_missing(faults)
        if found.clock_behind is not None:
            yield self._clock(found.clock_behind)
        if found.place.kind is not PlaceKind.LOCAL and not faults.accepts_place(path):
            yield self._place(path, found.place, faults)

    def _hide(self) -> str:
        return self.tr("Hide this")

    def found_by_check(self, faults: FaultsController) -> Notice:
        """What stays of a check that found damage, once its sheet is closed."""

        def details() -> str:
            return self.tr(
                "A check found damage. Check again to see what it concerns, "
                "then restore a backup or save what can be read."
            )

        return self._problems(faults, details)

    def _bad_end(self) -> str:
        return self.tr("Novelist was not closed well the last time. Check what it concerns.")

    def _problems(self, faults: FaultsController, details: Words) -> Notice:
        return Notice(
            PROBLEMS,
            lambda: self.tr("Something in this library is not as it was saved."),
            details,
            self._hide,
            action=lambda: self.tr("Check library"),
            act=faults.check_library,
        )

    def _log_missing(self, faults: FaultsController) -> Notice:
        return Notice(
            "log_missing",
            lambda: self.tr("The last words of the last time may be missing."),
            lambda: self.tr(
                "Novelist was not closed well, and the file that held its last words "
                "is gone from beside the library. Look at what you wrote last; "
                "if something is missing, a backup or another copy of the folder may have it."
            ),
            self._hide,
            action=lambda: self.tr("Check library"),
            act=faults.check_library,
        )

    def _clock(self, behind: timedelta) -> Notice:
        def details() -> str:
            if behind > 2 * _DAY:
                much = self.tr("%Ln days", "", behind // _DAY)
            else:
                much = self.tr("%Ln minutes", "", behind // timedelta(minutes=1))
            return self.tr(
                "It is {much} before your last words. Versions keep their order; "
                "only their times will look wrong. Set the clock right."
            ).format(much=much)

        return Notice("clock", lambda: self.tr("The clock was set back."), details, self._hide)

    def _place(self, path: Path, place: Place, faults: FaultsController) -> Notice:
        def sentence() -> str:
            if place.kind is PlaceKind.NETWORK:
                return self.tr("This library lies on another computer ({name}).").format(
                    name=place.name
                )
            return self.tr("This library lies in a folder of {name}.").format(name=place.name)

        def details() -> str:
            if place.kind is PlaceKind.NETWORK:
                return self.tr(
                    "Networks may lose what is being written. Safer: keep the library on "
                    "this computer, and its backups there."
                )
            return self.tr(
                "It is copied away piece by piece while you write, and a piece may be missing "
                "elsewhere. Safer: keep the library outside, and its backups in there. "
                "Never open it on two computers at once."
            )

        accept = partial(faults.accept_place, path)
        return Notice("place", sentence, details, lambda: self.tr("Keep it here"), accept)
