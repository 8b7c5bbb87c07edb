# SPDX-License-Identifier: MIT
"""Opening and closing a library, and hearing of what happens to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from novelist.db import session
from novelist.db.writer import WriterState
from novelist.domain.changes import Changes
from novelist.domain.library_place import LibraryPlace, ServerAddress
from novelist.errors import BugError, EnvironmentFailure, LibraryLockedError, LibraryReadOnlyError
from novelist.services.library.precautions import Precautions, look_before


async def open_library(place: LibraryPlace, *, create: bool = False) -> Precautions:
    """Open the library, bringing an older file up to date after a verified backup.

    With ``create`` a library that is not there yet is made. Raises the ``LibraryError`` that
    says what is wrong with it; nothing is changed then. Returns how it was found.
    """
    if isinstance(place, ServerAddress):
        await session.open_library_at(place.url, create=create)
        return Precautions()
    found = await look_before(place)
    await session.open_library_file(place, create=create)
    return found


async def open_to_read(place: LibraryPlace) -> Precautions:
    """Open the library; one that another program has open just to be read, as it is now.

    Returns how it was found. Raises what ``open_library`` does; ``LibraryLockedError`` only where
    that program is about to change the structure of the library, or is of another version.
    """
    try:
        return await open_library(place)
    except LibraryLockedError:
        if isinstance(place, ServerAddress) or not await session.open_beside(place):
            raise
        return Precautions()  # its lock is that of the program that has it open


async def make_folder(path: Path) -> None:
    """Make the folder that a new library is to be in. Raises ``LibraryReadOnlyError``."""
    try:
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryReadOnlyError(path, error.strerror or str(error)) from error


async def close_library() -> None:
    """Save what waits, close the file and give up its lock; idempotent."""
    await session.close_async_db()


def subscribe(listener: Callable[[Changes], None]) -> Callable[[], None]:
    """Hear of every committed change; the result unsubscribes."""
    return session.subscribe_changes(listener)


@dataclass(frozen=True)
class Storage:
    """Whether the library takes what is written: ``failure`` says why not, None that it does.

    ``kept`` commands wait in memory; ``final`` means that trying again cannot help. While it is
    ``waiting`` for another program, ``failure`` names that and nothing is wrong yet.
    """

    failure: EnvironmentFailure | BugError | None
    kept: int
    final: bool
    waiting: bool = False


def watch_storage(listener: Callable[[Storage], None]) -> Callable[[], None]:
    """Hear whenever the library stops taking what is written, and when it goes on."""
    writer = session.writer()

    def tell(state: WriterState) -> None:
        waiting = state is WriterState.WAITING
        stopped = waiting or state in (WriterState.PAUSED, WriterState.STOPPED)
        # A writer without a failure of the machine to name died of a mistake of ours.
        failure = (writer.failure or BugError("the writer died")) if stopped else None
        listener(Storage(failure, writer.pending, state is WriterState.STOPPED, waiting))

    return writer.subscribe_state(tell)


def retry_storage() -> None:
    """Try again to write what is kept; the listener hears what came of it."""
    session.writer().retry()


async def write_back() -> None:
    """Put the library back where its file was deleted while it was open; saving then goes on.

    Raises ``FileExistsError`` where a file is there again, or what kept it from being written.
    """
    await session.writer().write_back()


async def copy_open_library(target: Path) -> None:
    """Write the library as it is open, whatever became of its file, to a new file.

    Raises ``FileExistsError`` rather than replace one, or what kept it from being written.
    """
    await session.writer().copy_to(target)


def abandon_library() -> None:
    """Let go of a library that takes nothing any more, without waiting for it."""
    session.reset_async_db()
