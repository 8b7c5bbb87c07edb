# SPDX-License-Identifier: MIT
"""How far work is: told by whoever does it, and the place where it hears that it should end."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; it may raise to end the work."""


def nobody(_done: float) -> None:
    """The progress of what nobody waits for."""


def reporter(
    progress: Progress | None, stopped: Callable[[], bool] | None, error: type[Exception]
) -> Progress:
    """Tells how much is done, which never goes back; raises the error once it is ``stopped``."""
    most = 0.0

    def report(done: float) -> None:
        nonlocal most
        if stopped is not None and stopped():
            raise error
        most = max(most, done)
        if progress is not None:
            progress(most)

    return report


def between(report: Progress, start: float, end: float = 1.0) -> Progress:
    """The progress of a part of the work, which takes it from ``start`` to ``end``."""
    return lambda done: report(start + (end - start) * done)
