# SPDX-License-Identifier: MIT
"""What is looked at before a library is opened, and soon after: was it closed well, is it sound."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from novelist.db import session, write_ahead_log
from novelist.db.library_file import log_files
from novelist.db.location import Place, PlaceKind, place_of
from novelist.db.lock import was_left
from novelist.db.repair.health import newest_moment
from novelist.db.write_ahead_log import LogState
from novelist.errors import StorageCorruptError
from novelist.services.library.checking import Problem, ProblemKind, check_quickly

__all__ = [
    "Found",
    "Place",
    "PlaceKind",
    "Precautions",
    "look_before",
    "look_closer",
    "was_never_here",
]

_SLIP: Final = timedelta(minutes=10)  # clocks are put right by less than that all the time


@dataclass(frozen=True)
class Precautions:
    """What the file looked like before it was opened."""

    was_left: bool = False  # the program before did not close it
    log_missing: bool = False  # and the log, which held its last words, is not there


@dataclass(frozen=True)
class Found:
    """What a closer look found, with the library open and the window in use."""

    place: Place
    problems: list[Problem] = field(default_factory=list)
    clock_behind: timedelta | None = None


async def was_never_here(library: Path) -> bool:
    """Whether nothing tells of such a library: no file, no log of one beside it, no backup.

    Where something does, a new library must not take its place unasked.
    """
    if await asyncio.to_thread(_has_traces, library):
        return False
    from novelist.services.library.backups import list_backups  # noqa: PLC0415 - only at a first start

    return not await list_backups(library)


def _has_traces(library: Path) -> bool:
    return any(trace.exists() for trace in (library, *log_files(library)))


async def look_before(path: Path) -> Precautions:
    """Look at a library that nobody has open. Costs nothing but where something is odd.

    Raises ``LibraryLogError`` for a log that does not belong to it.
    """
    left = was_left(path)
    state = write_ahead_log.log_state(path, was_left=left)
    if state is LogState.ODD:
        await asyncio.to_thread(write_ahead_log.require_own_log, path)
    return Precautions(left, state is LogState.MISSING)


async def look_closer(path: Path, before: Precautions) -> Found:
    """Look at the library that is open: where it lies, the clock; all its pages if it was left.

    A damaged file stops the writer; a text that does not fit its digest does not.
    """
    place = await asyncio.to_thread(place_of, path)
    problems = await check_quickly(path) if before.was_left else []
    damage = [problem for problem in problems if problem.kind is ProblemKind.FILE]
    if damage:
        session.writer().stop(StorageCorruptError(damage[0].detail))
    return Found(place, problems, await _clock_behind(path))


async def set_log_aside(path: Path) -> Path:
    """Rename a log that does not belong to the library; its new name."""
    return await asyncio.to_thread(write_ahead_log.set_log_aside, path)


async def _clock_behind(path: Path) -> timedelta | None:
    """How far the clock stands before the last words of the library; None when it does not."""
    newest = await asyncio.to_thread(newest_moment, path)
    behind = timedelta() if newest is None else newest - datetime.now(UTC)
    return behind if behind > _SLIP else None
