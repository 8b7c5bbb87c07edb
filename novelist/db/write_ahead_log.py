# SPDX-License-Identifier: MIT
"""Whether the write-ahead log beside a library belongs to it, asked before anything is written.

SQLite takes in whatever log lies beside a file. One of another library, or of an older copy,
would mix two libraries into one.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from novelist.db.library_file import log_files
from novelist.db.repair.health import quick_check
from novelist.errors import LibraryLogError, NovelistError, StorageCorruptError

Novels: TypeAlias = dict[int, str]


class LogState(StrEnum):
    """What lies beside a library that nobody has open."""

    USUAL = "usual"  # nothing, or what a program left that ended without closing it
    MISSING = "missing"  # that program must have left one, and there is none
    ODD = "odd"  # there is one although the library was closed well


def log_state(path: Path, *, was_left: bool) -> LogState:
    """What lies beside the library; ``was_left`` is that of its lock. Costs one look each."""
    log = log_files(path)[0]
    try:
        size = log.stat().st_size
    except OSError:
        return LogState.MISSING if was_left and path.exists() else LogState.USUAL
    return LogState.USUAL if was_left or size == 0 else LogState.ODD


def require_own_log(path: Path) -> None:
    """Look at a library with an odd log before it is opened.

    Raises ``LibraryLogError`` where it is damaged, or another one, with the log only; and
    ``StorageCorruptError`` where it is damaged without it as well. A file that is whole only with
    its log was caught while the log was being written into it: the two belong together.
    """
    try:
        together = _novels(path, "")
        damaged = bool(quick_check(path))
    except NovelistError:
        together, damaged = {}, True
    try:
        alone = _novels(path, "immutable=1")
    except StorageCorruptError:
        if damaged:
            raise
        return
    strangers = any(alone.get(novel, made) != made for novel, made in together.items())
    if damaged or strangers:
        raise LibraryLogError(path, "the log does not belong to it")


def set_log_aside(path: Path) -> Path:
    """Rename the log, so that the library is opened without it; its new name. Deletes nothing.

    Where there is none, nothing is done.
    """
    log, shared = log_files(path)
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = log.with_name(f"{log.name}.set-aside-{now}")
    if log.exists():
        log.rename(aside)
    shared.unlink(missing_ok=True)  # it only says where what is in the log
    return aside


def _novels(path: Path, how: str) -> Novels:
    """When each novel was made, as the library says it with its log or without."""
    options = "&".join(filter(None, ("mode=ro", how)))
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)
    try:
        return dict(connection.execute("SELECT id, created_at FROM novels"))
    except sqlite3.DatabaseError as error:
        raise StorageCorruptError(str(error)) from error
    finally:
        connection.close()
