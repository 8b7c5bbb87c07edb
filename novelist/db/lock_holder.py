# SPDX-License-Identifier: MIT
"""Which program keeps SQLite from writing: for the sentence that a person reads.

Asks the system, never the file: to open and close it here would drop our own locks on it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from novelist.errors import Holder

_LOCKS: Final = Path("/proc/locks")  # Linux; elsewhere nobody is named


def lock_holder(database: Path) -> Holder | None:
    """The other program that holds a lock for writing on the database or its log."""
    try:
        inodes = _inodes(database)
        for pid, inode in _writing(_LOCKS.read_text("ascii", "replace")):
            if inode in inodes and pid != os.getpid():
                return Holder(pid, socket.gethostname(), _name_of(pid))
    except (OSError, ValueError, IndexError):
        return None
    return None


def _inodes(database: Path) -> set[int]:
    shared = database.with_name(f"{database.name}-shm")
    return {file.stat().st_ino for file in (database, shared) if file.exists()}


def _writing(table: str) -> Iterator[tuple[int, int]]:
    """The process and the inode of every lock for writing: "1: POSIX ADVISORY WRITE 7 fe:0:9"."""
    for line in table.splitlines():
        words = line.split()
        if "WRITE" in words and "->" not in words:  # an arrow marks one that only waits
            at = words.index("WRITE")
            yield int(words[at + 1]), int(words[at + 2].rpartition(":")[2])


def _name_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text("utf-8", "replace").strip()
    except OSError:
        return ""
