# SPDX-License-Identifier: MIT
"""One backup from beginning to end: is one needed, made, checked, noted, copied, the old ones gone.

Everything here blocks and belongs into a thread; ``stop`` gives it up between two steps.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from novelist import paths
from novelist.db.backups.check import Totals, count_totals, fingerprint, require_whole
from novelist.db.backups.copies import Stop, backup_library, discard, never, reading_connection
from novelist.db.backups.files import (
    BackupFile,
    Record,
    describe,
    file_digest,
    find_backups,
    is_known_as_damaged,
    is_reachable,
    new_path,
    note_damage,
    record_path,
    second_folder,
    sweep,
    write_record,
)
from novelist.db.backups.rotation import BEFORE, prune
from novelist.db.library_file import log_files, sync_file, sync_folder
from novelist.domain.enums import BackupReason
from novelist.errors import LibraryError, StorageCorruptError, StorageFullError, StorageIOError

_A_FEW: Final = 5
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class SecondTrouble(StrEnum):
    """Why the second folder did not get its copy."""

    MISSING = "missing"  # not there: removed, or its drive is unplugged
    READ_ONLY = "read_only"
    FULL = "full"
    FAILED = "failed"  # it can be neither written nor read


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that stands; ``is_new`` unless an older one held the same.

    ``before`` is what the backup before it held.
    """

    backup: BackupFile
    is_new: bool
    before: Totals | None = None


def make_backup(library: Path, reason: BackupReason, now: datetime, stop: Stop) -> Made:
    """Back the library up beside it, unless the newest backup holds the same.

    Raises what ``backup_library`` raises; no older backup is touched then.
    """
    folder = paths.backup_folder(library)
    with suppress(OSError):  # a later backup sweeps again
        sweep(folder, library, now)
    earlier = find_backups(folder, library) if folder.is_dir() else []
    last = next((each for each in earlier if each.record and each.made_at <= now), None)
    with reading_connection(library) as connection:
        current = fingerprint(connection, stop)
    if last is not None and last.record is not None and last.record.fingerprint == current:
        with suppress(OSError):  # they are asked about again
            check_others_in(folder, library, stop)
        return Made(_for_reason(last, reason), is_new=False)
    try:
        path = backup_library(library, new_path(library, reason, now), stop=stop)
        check_in(path, stop)
    except OSError as error:
        raise failure_of(error) from error
    with suppress(OSError):  # the new backup stands, whatever becomes of older ones
        check_others_in(folder, library, stop)
        prune(folder, library, now, stop)
    return Made(describe(path), True, last.record.totals if last and last.record else None)


def _for_reason(last: BackupFile, reason: BackupReason) -> BackupFile:
    """The backup that serves for a change or a restore too; then it is kept as long as those."""
    if reason not in BEFORE or last.reason in BEFORE or last.record is None:
        return last
    try:
        write_record(last.path, replace(last.record, reason=reason))
    except OSError as error:
        raise failure_of(error) from error
    return describe(last.path)


def check_in(path: Path, stop: Stop = never) -> Record:
    """Note what a backup holds that was found whole; only now does it count."""
    with reading_connection(path) as connection:
        totals, current = count_totals(connection), fingerprint(connection, stop)
    record = Record(current, file_digest(path, stop), path.stat().st_size, totals)
    write_record(path, record)
    return record


def check_others_in(folder: Path, library: Path, stop: Stop) -> None:
    """Look backups over that nobody looked over yet, a few at a time; then the table holds them.

    Older versions made some, and a program that was killed between copy and record.
    """
    unknown = [
        each
        for each in find_backups(folder, library)
        if each.record is None and not is_known_as_damaged(each)
    ]
    for each in unknown[:_A_FEW]:
        try:
            with reading_connection(each.path) as connection:
                require_whole(connection, stop)
            check_in(each.path, stop)
        except (StorageCorruptError, LibraryError, sqlite3.DatabaseError):
            note_damage(each.path)


def copy_to_second(
    backup: BackupFile, library: Path, chosen: Path, now: datetime, stop: Stop
) -> SecondTrouble | None:
    """Give the second folder its copy of a backup, read back and compared; what hindered it."""
    if not chosen.is_dir():
        return SecondTrouble.MISSING  # never made: an unplugged drive leaves an empty place
    if not is_reachable(chosen):
        return SecondTrouble.READ_ONLY
    try:
        folder = second_folder(chosen, library)
        folder.mkdir(exist_ok=True)
        target = folder / backup.path.name
        if not target.exists() or describe(target).record is None:
            _copy_checked(backup, target, stop)
        prune(folder, library, now, stop)
    except OSError as error:
        return _trouble(error, chosen)
    return None


def _copy_checked(backup: BackupFile, target: Path, stop: Stop) -> None:
    record = backup.record
    beside = target.with_name(f".{target.name}.new")
    try:
        shutil.copyfile(backup.path, beside)
        sync_file(beside)
        if record is None or file_digest(beside, stop) != record.digest:
            raise OSError(errno.EIO, "the copy is not what was written")
        beside.replace(target)
        write_record(target, record)
    finally:
        with suppress(OSError):  # the failure that led here is the one to tell
            discard(beside)
    sync_folder(target.parent)


def set_aside(library: Path, now: datetime) -> Path:
    """Copy the files of a library that no backup can be made of, as they are; where."""
    target = new_path(library, BackupReason.RESTORE, now)
    target = target.with_name(f"{target.stem}.damaged{target.suffix}")
    target.parent.mkdir(exist_ok=True)
    for source, copy in zip(
        (library, *log_files(library)), (target, *log_files(target)), strict=True
    ):
        if source.exists():
            shutil.copyfile(source, copy)
            sync_file(copy)
    record_path(target).unlink(missing_ok=True)
    return target


def failure_of(error: OSError) -> StorageFullError | StorageIOError:
    """What an error of the file system means for the store."""
    if error.errno in _NO_ROOM:
        return StorageFullError(error.strerror or "")
    return StorageIOError(error.strerror or type(error).__name__)


def _trouble(error: OSError, chosen: Path) -> SecondTrouble:
    if error.errno in _NO_ROOM:
        return SecondTrouble.FULL
    if not chosen.is_dir():
        return SecondTrouble.MISSING
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return SecondTrouble.READ_ONLY
    return SecondTrouble.FAILED
