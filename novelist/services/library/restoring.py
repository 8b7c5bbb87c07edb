# SPDX-License-Identifier: MIT
"""Bringing back what is in a backup: the whole library, or one novel beside those there are."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from novelist.db.backups.contents import NovelPreview, require_restorable
from novelist.db.backups.copies import backup_library, discard, never, restore_library
from novelist.db.backups.making import failure_of, make_backup, set_aside
from novelist.db.copying.novel import read_novel, write_novel
from novelist.db.library_file import require_library, require_writable
from novelist.db.lock import LibraryLock
from novelist.db.session import writer
from novelist.domain.changes import Action
from novelist.domain.edit import EditAction
from novelist.domain.enums import BackupReason
from novelist.errors import (
    DestinationError,
    EnvironmentFailure,
    LibraryError,
    LibraryMissingError,
    StorageBusyError,
    StorageCorruptError,
    StorageFullError,
)
from novelist.services.journal.announcing import announce_novel
from novelist.services.library.backups import Backup, of_made, preview_backup
from novelist.services.library.in_thread import run_apart
from novelist.services.novels import record_new_novel

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restored:
    """A library that was replaced: ``backup`` holds what it was, ``aside`` where it was damaged."""

    library: Path
    backup: Backup | None
    aside: Path | None


async def restore_backup(backup: Path, library: Path) -> Restored:
    """Put a backup in the place of a library, which must not be open; back that up first.

    The library is replaced whole, or it is as it was. Raises ``BackupDamagedError``,
    ``LibraryForeignError`` or ``LibraryTooNewError`` for the backup, ``LibraryLockedError`` where
    another program has the library open, ``EnvironmentFailure`` where the disk takes no more.
    """
    return await run_apart(_restore, backup, library)


async def copy_novel_from(
    backup: Path, novel_id: int, *, title: str = "", initiator: str = ""
) -> int:
    """Copy one novel of a backup into the open library as a new novel; its id.

    Nothing is overwritten. Every version and named moment comes along; a version that the backup
    itself cannot read is left out.
    """
    rows = await run_apart(read_novel, backup, novel_id)

    async def command(session: AsyncSession) -> int:
        made = await write_novel(session, rows, title or rows.novel["title"])
        announce_novel(session, Action.CREATED, made, initiator=initiator)
        await record_new_novel(session, EditAction.IMPORT_NOVEL, made)
        return made

    return await writer().submit(command)


def is_library(path: Path) -> bool:
    """Whether a file is a library of Novelist, whatever it is called; it may be damaged.

    Safe for the library that is open: only SQLite opens the file.
    """
    try:
        require_library(path)
    except (StorageCorruptError, StorageBusyError):  # a database that SQLite cannot read now
        return True
    except (LibraryError, EnvironmentFailure):
        return False
    return True


async def libraries_among(files: list[Path]) -> list[Path]:
    """Those of the files that are libraries; a drive that hangs keeps nobody waiting but this."""
    return await run_apart(lambda: [path for path in files if is_library(path)])


async def copy_library_from(path: Path, *, initiator: str = "") -> list[NovelPreview]:
    """Copy every novel of another library, but those in its trash; the copies with their new ids.

    Each comes with its whole history and is one step of undo. Raises ``BackupDamagedError``, or the
    ``LibraryError`` that says why the file cannot be read.
    """
    _, contents = await preview_backup(path)
    copied = []
    for novel in contents.novels:
        if not novel.is_trashed:
            made = await copy_novel_from(path, novel.id, initiator=initiator)
            copied.append(replace(novel, id=made))
    return copied


def _restore(backup: Path, library: Path) -> Restored:
    if library.exists() and backup.exists() and backup.samefile(library):
        raise DestinationError(library, "it is the library itself")
    if not library.parent.is_dir():
        raise LibraryMissingError(library, "the folder does not exist")
    require_restorable(backup)
    require_writable(library)
    lock = LibraryLock(library)
    lock.acquire()
    try:
        # Out of the way of the rotation that the next step brings.
        kept = backup_library(backup, library.with_name(f".{library.name}.chosen"))
        try:
            made, aside = _keep_present(library)
            restore_library(kept, library)
        finally:
            discard(kept)
    except OSError as error:
        raise failure_of(error) from error
    finally:
        lock.release()
    log.info("restored %s", backup.name)
    return Restored(library, made, aside)


def _keep_present(library: Path) -> tuple[Backup | None, Path | None]:
    """Back the library up; where it is damaged, or no library at all, copy it as it is."""
    if not library.exists():
        return None, None
    now = datetime.now(UTC)
    try:
        made = make_backup(library, BackupReason.RESTORE, now, never)
    except StorageFullError:
        raise
    except (LibraryError, EnvironmentFailure) as error:
        log.warning("the library that is replaced could not be backed up: %s", error)
        return None, set_aside(library, now)
    return of_made(made, None), None
