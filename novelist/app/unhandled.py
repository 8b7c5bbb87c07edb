# SPDX-License-Identifier: MIT
"""Errors that nobody caught, in a slot or on the loop: noted for a report, and told in the window.

The program goes on. Before there is a window to say it in they are only logged.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final

from novelist.app.crash import CrashWatch
from novelist.ui import errors

log = logging.getLogger(__name__)

_PAUSE: Final = 2.0  # seconds: an error in what paints the window would be told without end


class Unhandled:
    """What ``sys.excepthook`` and the loop call; ``show`` tells a person once there is a window."""

    def __init__(self, crash: CrashWatch) -> None:
        self._crash = crash
        self._told_at = -_PAUSE
        self.show: Callable[[BaseException], None] = errors.record

    def on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error in a slot."""
        self._crash.note(kind, error, trace)
        self._tell(error.with_traceback(trace))

    def on_loop_error(self, _loop: asyncio.AbstractEventLoop, details: dict[str, object]) -> None:
        """An error in a callback of the loop, or in a task that nobody awaited."""
        error = details.get("exception")
        if isinstance(error, BaseException):
            self._crash.note(type(error), error, error.__traceback__)
            self._tell(error)
        else:
            log.error("%s", details.get("message"))

    def _tell(self, error: BaseException) -> None:
        now = time.monotonic()
        if now - self._told_at < _PAUSE:
            errors.record(error)
            return
        self._told_at = now
        self.show(error)
