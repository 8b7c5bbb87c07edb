# SPDX-License-Identifier: MIT
"""How long work on a library tells how far it is, and asks whether to go on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from novelist.errors import CheckStoppedError

T = TypeVar("T")
_STEPS: Final = 10_000  # of SQLite's machine between two looks at ``cancelled``


@dataclass(frozen=True)
class Watch:
    """``progress`` hears shares from 0 to 1; work ends soon after ``cancelled`` says so."""

    progress: Callable[[float], None] = lambda share: None
    cancelled: Callable[[], bool] = lambda: False

    def attend(self, connection: sqlite3.Connection) -> None:
        """Let a long statement be stopped: it then raises SQLITE_INTERRUPT."""
        connection.set_progress_handler(lambda: int(self.cancelled()), _STEPS)

    def over(self, found: Iterable[T], count: int, start: float, end: float) -> Iterator[T]:
        """Go through ``count`` things that take the work from ``start`` to ``end``.

        Raises ``CheckStoppedError``.
        """
        for number, each in enumerate(found, 1):
            if self.cancelled():
                raise CheckStoppedError
            yield each
            self.progress(start + (end - start) * min(1.0, number / max(1, count)))
        self.progress(end)


UNWATCHED: Final = Watch()
