# SPDX-License-Identifier: MIT
"""The library that a command works in: which one, opened, told of where something is odd."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from novelist import paths
from novelist.cli.complaining import complain
from novelist.cli.words import Words
from novelist.domain.library_place import LibraryPlace, ServerAddress
from novelist.errors import LibraryMissingError, ServerNotSupportedError, StorageCorruptError
from novelist.services.library import library, precautions
from novelist.services.library.checking import ProblemKind
from novelist.services.library.library import Storage
from novelist.services.library.precautions import Precautions


def library_of(arguments: argparse.Namespace) -> Path:
    """The library file; raises ``ServerNotSupportedError`` for a library on a server."""
    place = _place_of(arguments)
    if isinstance(place, ServerAddress):
        raise ServerNotSupportedError(Path(place.name))
    return place


def name_of_library(arguments: argparse.Namespace) -> str:
    """What the library is called: its file without folders, or its place on a server."""
    place = _place_of(arguments)
    return place.name


@asynccontextmanager
async def opened(
    arguments: argparse.Namespace, words: Words, *, create: bool = False
) -> AsyncIterator[None]:
    """The library, open while the block runs; what keeps it from being written is raised.

    The folder of one's own library is made; that of a named library must be there.
    """
    place = _place_of(arguments)
    await _require_folder(place, make=create and arguments.library is None)
    found = await library.open_library(place, create=create)
    try:
        await _tell_how_it_was_left(place, found, words)
        async with _given_up_when_paused(place):
            yield
    finally:
        await library.close_library()


@asynccontextmanager
async def opened_to_read(arguments: argparse.Namespace, words: Words) -> AsyncIterator[None]:
    """The library for a command that only reads, though another program may have it open."""
    place = _place_of(arguments)
    await _require_folder(place, make=False)
    found = await library.open_to_read(place)
    try:
        await _tell_how_it_was_left(place, found, words)
        yield
    finally:
        await library.close_library()


def _place_of(arguments: argparse.Namespace) -> LibraryPlace:
    named: LibraryPlace | None = arguments.library
    if isinstance(named, Path):
        return named.absolute()
    return named or paths.default_library()


async def _require_folder(place: LibraryPlace, *, make: bool) -> None:
    if not isinstance(place, Path):
        return
    if make:
        await library.make_folder(place)
    elif not place.parent.is_dir():
        raise LibraryMissingError(place)


@asynccontextmanager
async def _given_up_when_paused(place: LibraryPlace) -> AsyncIterator[None]:
    """Raise what pauses the writer: in the window the words wait, here nobody could end the wait.

    Nothing that waited is written any more: the command is said to have failed.
    """
    task = asyncio.current_task()
    failures: list[BaseException] = []

    def hear(storage: Storage) -> None:
        patient = storage.waiting and isinstance(place, ServerAddress)  # where it is tried again
        if storage.failure is None or patient or failures or task is None:
            return
        failures.append(storage.failure)
        task.cancel()

    unsubscribe = library.watch_storage(hear)
    try:
        yield
    except asyncio.CancelledError:
        if not failures or task is None:
            raise
        task.uncancel()
        library.abandon_library()
        raise failures[0] from None
    finally:
        unsubscribe()


async def _tell_how_it_was_left(place: LibraryPlace, found: Precautions, words: Words) -> None:
    """Say what the window would have said: a library that this closes well is not looked at there.

    A damaged one raises ``StorageCorruptError``.
    """
    if not found.was_left or not isinstance(place, Path):
        return
    looked = await precautions.look_closer(place, found)
    if any(problem.kind is ProblemKind.FILE for problem in looked.problems):
        raise StorageCorruptError(str(place))
    if looked.problems:
        complain(words("left.problems"))
    elif found.log_missing:
        complain(words("left.log_missing"))
