# SPDX-License-Identifier: MIT
"""Backups: made, listed, looked into. ``restoring.py`` brings back what is in them.

Everything slow runs in a thread. What may be in the second folder is known from the settings.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from novelist import paths
from novelist.db.backups.check import Totals
from novelist.db.backups.contents import (
    Contents,
    ItemPreview,
    NovelPreview,
    read_contents,
    read_outline,
    read_text,
    require_restorable,
)
from novelist.db.backups.copies import Stop, backup_library
from novelist.db.backups.files import (
    BackupFile,
    describe,
    find_backups,
    is_known_as_damaged,
    note_damage,
    second_folder,
)
from novelist.db.backups.making import (
    Made,
    SecondTrouble,
    check_in,
    copy_to_second,
    make_backup,
)
from novelist.db.database import database
from novelist.db.lock import is_held
from novelist.db.migrate import require_known, revision_of
from novelist.db.session import writer
from novelist.domain.enums import BackupReason
from novelist.errors import (
    BackupDamagedError,
    BackupStoppedError,
    DestinationError,
    EnvironmentFailure,
    LibraryError,
    LibraryMissingError,
)
from novelist.services.library.in_thread import run_apart
from novelist.settings import load_settings

if TYPE_CHECKING:
    from novelist.domain.document import Document

__all__ = [
    "Backup",
    "Contents",
    "ItemPreview",
    "NovelPreview",
    "SecondTrouble",
    "Totals",
    "back_up",
    "before_bulk_change",
    "count_now",
    "describe_backup",
    "is_possible",
    "list_backups",
    "preview_backup",
    "preview_outline",
    "read_backup_text",
]

log = logging.getLogger(__name__)

_MUCH: Final = 20  # a fall by this part of the words, or more, is said aloud
_MANY_TEXTS: Final = 10
_WORK, _REST = 0.001, 0.001  # seconds


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. ``verified`` says that it was found whole; ``totals`` is None where it was not.
    ``is_damaged`` says that it was found not to be.

    ``is_copied`` says that the second folder holds it too, ``is_away`` that only that one does.
    Of one just made, ``is_new`` is False where an older one holds the same, ``before`` is what the
    backup before it held where that was notably more, and ``second`` what kept the second folder
    from getting its copy.
    """

    path: Path
    made_at: datetime
    reason: BackupReason
    size: int
    verified: bool
    totals: Totals | None
    is_copied: bool = False
    is_away: bool = False
    is_damaged: bool = False
    is_new: bool = False
    before: Totals | None = None
    second: SecondTrouble | None = None


async def back_up(
    reason: BackupReason,
    *,
    library: Path | None = None,
    output: Path | None = None,
    within: float | None = None,
) -> Backup:
    """Back up the open library, or the file ``library``; where nothing changed, the last backup.

    With ``output`` it goes to that file alone. Takes at most ``within`` seconds, then raises
    ``BackupStoppedError``. Raises ``EnvironmentFailure`` or ``LibraryError`` when none can be made,
    ``DestinationError`` where ``output`` may not be replaced; no older backup is touched then.
    """
    with _stopping() as stop:
        try:
            async with asyncio.timeout(within):
                path = await _settled(library)
                if output is not None:
                    return await run_apart(_back_up_to, path, output, stop)
                made = await run_apart(make_backup, path, reason, datetime.now(UTC), stop)
        except TimeoutError as error:
            raise BackupStoppedError("it took too long") from error
        if made.is_new:
            log.info("backed up: %s", made.backup.path.name)
        second = await _copied(made.backup, path, within, stop)
        return of_made(made, second)


def is_possible() -> bool:
    """Whether the open library is a file; one on a server is backed up there."""
    return database.require().path is not None


async def before_bulk_change() -> Backup | None:
    """Back up before much is changed at once; None where there is nothing to be lost yet.

    Also None for a library on a server, which has backups of its own. Raises as ``back_up``.
    """
    path = database.require().path
    if path is None or not (await run_apart(read_contents, path)).novels:
        return None
    return await back_up(BackupReason.CHANGE)


async def list_backups(library: Path) -> list[Backup]:
    """The backups of a library beside it and in the second folder, newest first."""
    return await run_apart(_list_backups, library, _second())


async def describe_backup(path: Path) -> Backup:
    """What is known of a file without looking into it; raises ``LibraryMissingError``."""
    try:
        return _of_file(await run_apart(describe, path))
    except OSError as error:
        raise LibraryMissingError(path) from error


async def preview_backup(path: Path) -> tuple[Backup, Contents]:
    """Look a backup over and say what it holds.

    Raises ``BackupDamagedError``, or the ``LibraryError`` that says why it cannot be restored.
    """
    with _stopping() as stop:
        return await run_apart(_preview, path, stop)


async def preview_outline(path: Path, novel_id: int) -> list[ItemPreview]:
    """The outline of one novel of a backup, with how each text begins."""
    return await run_apart(read_outline, path, novel_id)


async def read_backup_text(path: Path, item_id: int) -> Document:
    """The text of one scene of a backup. Raises ``NotFoundError`` or ``BackupDamagedError``."""
    return await run_apart(read_text, path, item_id)


async def count_now(library: Path) -> Contents | None:
    """What the library itself holds now; None where it cannot be read."""
    try:
        return await run_apart(read_contents, library)
    except (LibraryError, EnvironmentFailure):
        return None


@contextmanager
def _stopping() -> Iterator[Stop]:
    """Whoever stops waiting also stops the work, which lets others have their turn meanwhile."""
    work = _Polite()
    try:
        yield work.asked
    finally:
        work.ended.set()


class _Polite:
    """Rests for a moment after every few that it worked.

    Python lets one thread run at a time, and a save changes threads a dozen times: each change
    would wait for as long as the interpreter lets this one run on.
    """

    def __init__(self) -> None:
        self.ended = threading.Event()
        self._rested = time.perf_counter()

    def asked(self) -> bool:
        """Whether to stop; called between two steps, from the thread that works."""
        if time.perf_counter() - self._rested > _WORK:
            self.ended.wait(_REST)
            self._rested = time.perf_counter()
        return self.ended.is_set()


async def _settled(library: Path | None) -> Path:
    """The library's file, with everything in it that can be written now."""
    if library is not None:
        await run_apart(_require_usable, library)
        return library
    path = database.require().path
    if path is None:
        raise DestinationError(Path(), "a library on a server is backed up there")
    with suppress(EnvironmentFailure):  # what is on disk is worth a backup all the more
        await writer().flush()
    return path


def _require_usable(library: Path) -> None:
    require_known(library, revision_of(library))


def _second() -> Path | None:
    chosen = load_settings(paths.settings_folder()).second_backup_folder
    return Path(chosen) if chosen else None


async def _copied(
    backup: BackupFile, library: Path, within: float | None, stop: Stop
) -> SecondTrouble | None:
    chosen = _second()
    if chosen is None:
        return None
    now = datetime.now(UTC)
    try:
        async with asyncio.timeout(within):
            trouble = await run_apart(copy_to_second, backup, library, chosen, now, stop)
    except (TimeoutError, BackupStoppedError):
        trouble = SecondTrouble.FAILED
    if trouble is not None:
        log.warning("the second folder for backups got no copy: %s", trouble)
    return trouble


def of_made(made: Made, second: SecondTrouble | None) -> Backup:
    """What is told of a backup that was just made."""
    record, before = made.backup.record, made.before
    fell = before is not None and record is not None and _fell(before, record.totals)
    return Backup(
        made.backup.path,
        made.backup.made_at,
        made.backup.reason,
        made.backup.size,
        verified=record is not None,
        totals=record.totals if record else None,
        is_new=made.is_new,
        before=before if fell else None,
        second=second,
    )


def _fell(before: Totals, now: Totals) -> bool:
    """Whether so much is gone that the writer should hear of it."""
    return (
        now.all_novels < before.all_novels
        or before.all_texts - now.all_texts >= _MANY_TEXTS
        or (before.all_words - now.all_words) * _MUCH > before.all_words
    )


def _of_file(found: BackupFile, *, copied: bool = False, away: bool = False) -> Backup:
    record = found.record
    return Backup(
        found.path,
        found.made_at,
        found.reason,
        found.size,
        verified=record is not None,
        totals=record.totals if record else None,
        is_copied=copied,
        is_away=away,
        is_damaged=record is None and is_known_as_damaged(found),
    )


def _list_backups(library: Path, chosen: Path | None) -> list[Backup]:
    beside = _found(paths.backup_folder(library), library)
    away = {} if chosen is None else _found(second_folder(chosen, library), library)
    here = [_of_file(each, copied=name in away) for name, each in beside.items()]
    there = [_of_file(each, away=True) for name, each in away.items() if name not in beside]
    return sorted(here + there, key=lambda each: each.made_at, reverse=True)


def _found(folder: Path, library: Path) -> dict[str, BackupFile]:
    try:
        return {each.path.name: each for each in find_backups(folder, library)}
    except OSError:
        return {}


def _preview(path: Path, stop: Stop) -> tuple[Backup, Contents]:
    try:
        require_restorable(path, stop)
    except BackupDamagedError:
        with suppress(OSError):  # not noted, it is found damaged again
            if describe(path).record is not None:  # it was whole once
                note_damage(path)
        raise
    contents = read_contents(path)
    if describe(path).record is None:
        with suppress(OSError, EnvironmentFailure):  # a folder that may not be written
            check_in(path, stop)
    return _of_file(describe(path)), contents


def _back_up_to(library: Path, output: Path, stop: Stop) -> Backup:
    _require_replaceable(library, output)
    try:
        backup_library(library, output, stop=stop)
    except OSError as error:
        raise DestinationError(output, error.strerror or "") from error
    totals = read_contents(output).totals
    found = describe(output)
    return Backup(output, found.made_at, BackupReason.ASKED, found.size, True, totals, is_new=True)


def _require_replaceable(library: Path, output: Path) -> None:
    """A library that holds more, and whatever is none, is not written over."""
    if not output.parent.is_dir():
        raise DestinationError(output, "the folder does not exist")
    if not output.exists():
        return
    if output.samefile(library):
        raise DestinationError(output, "it is the library itself")
    if is_held(output):
        raise DestinationError(output, "it is open in another program")
    try:
        kept = read_contents(output).totals
    except (LibraryError, EnvironmentFailure) as error:
        raise DestinationError(output, "another file is there") from error
    if not read_contents(library).totals.covers(kept):
        raise DestinationError(output, "the backup that is there holds more")
