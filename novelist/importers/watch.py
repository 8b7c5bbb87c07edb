# SPDX-License-Identifier: MIT
"""How a long reading says now and then how far it is, so that a person can also stop it."""

from __future__ import annotations

from typing import Final

from novelist.progress import Progress

_OFTEN: Final = 500  # steps between two reports


class Watch:
    """Is told of every step, and reports a few of them; the share done never falls."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0.0
        self._steps = 0

    def step(self, done: float = 0.0) -> None:
        """One more step, after which at least ``done`` of the whole (0 to 1) is done.

        Raises:
            ReadingCancelledError: a person stopped the reading.
        """
        self._done = max(self._done, done)
        self._steps += 1
        if self._steps % _OFTEN == 0:
            self._progress(self._done)
