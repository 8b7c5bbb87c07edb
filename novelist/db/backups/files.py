# SPDX-License-Identifier: MIT
"""Backups as files: how they are named, what is noted beside each, which there are.

A backup of ``Novels.novelist`` is ``Novels.<reason>.<moment in UTC>.novelist``. Beside it lies a
hidden record in JSON of what was found when it was checked. A backup without a record is one that
has not been checked: copied from elsewhere, or made by an older version.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from novelist import paths
from novelist.db.backups.check import Totals
from novelist.db.library_file import sync_file
from novelist.domain.enums import BackupReason
from novelist.errors import BackupStoppedError

_MOMENT: Final = "%Y%m%dT%H%M%S%f"
_CHUNK: Final = 1 << 20
_HALF_MADE: Final = 3600.0  # seconds without a byte more after which nobody works on it


@dataclass(frozen=True, slots=True)
class Record:
    """What was found in a backup when it was checked; ``digest`` is that of the whole file.

    ``reason`` is why it is kept, where that is another than why it was made.
    """

    fingerprint: str
    digest: str
    size: int
    totals: Totals
    reason: BackupReason | None = None


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup; ``record`` is None unless the file has the size that was checked."""

    path: Path
    made_at: datetime
    reason: BackupReason
    size: int
    record: Record | None


def new_path(library: Path, reason: BackupReason, moment: datetime) -> Path:
    """Where a backup of the library that is made now belongs."""
    name = f"{library.stem}.{reason}.{moment.astimezone(UTC).strftime(_MOMENT)}{library.suffix}"
    return paths.backup_folder(library) / name


def second_folder(chosen: Path, library: Path) -> Path:
    """The folder in ``chosen`` for this library: two libraries of one name do not mix."""
    place = blake2b(str(library.resolve()).encode(), digest_size=3).hexdigest()
    return chosen / f"{library.stem} {place}"


def find_backups(folder: Path, library: Path) -> list[BackupFile]:
    """The backups of the library in this folder, newest first. Raises ``OSError``."""
    found = [_describe(path, library) for path in folder.glob("[!.]*")]
    return sorted(filter(None, found), key=lambda each: each.made_at, reverse=True)


def describe(path: Path) -> BackupFile:
    """A backup by its file, however it is named; then the file's own time counts."""
    moment, reason = _named(path)
    found = path.stat()
    made_at = moment or datetime.fromtimestamp(found.st_mtime, UTC)
    record = _read_record(path, found.st_size)
    if record is not None and record.reason is not None:
        reason = record.reason
    return BackupFile(path, made_at, reason, found.st_size, record)


def write_record(path: Path, record: Record) -> None:
    """Note that the backup was checked."""
    place = record_path(path)
    beside = place.with_suffix(".new")
    totals = {name: getattr(record.totals, name) for name in Totals.__slots__}
    kept = {"fingerprint": record.fingerprint, "digest": record.digest, "size": record.size}
    reason = {"reason": record.reason} if record.reason else {}
    beside.write_text(json.dumps(kept | {"totals": totals} | reason), encoding="utf-8")
    sync_file(beside)
    beside.replace(place)


def note_damage(path: Path) -> None:
    """Note that the backup was found damaged, so that it need not be looked over again."""
    record_path(path).write_text(json.dumps({"damaged": path.stat().st_size}), encoding="utf-8")


def is_known_as_damaged(backup: BackupFile) -> bool:
    """Whether the backup was found damaged as it is now."""
    try:
        found = json.loads(record_path(backup.path).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("damaged") == backup.size


def sweep(folder: Path, library: Path, now: datetime) -> None:
    """Remove what a program that was killed left half made, and records without their backup."""
    for path in folder.glob(f".{glob.escape(library.stem)}.*"):
        with suppress(OSError):  # a later backup sweeps again
            half = ".new" in path.name and now.timestamp() - path.stat().st_mtime > _HALF_MADE
            alone = path.suffix == ".json" and not path.with_name(path.name[1:-5]).exists()
            if half or alone:
                path.unlink()


def record_path(path: Path) -> Path:
    """The hidden file that says what was found in a backup."""
    return path.with_name(f".{path.name}.json")


def remove(path: Path) -> None:
    """Remove a backup, and its record first: what is left is never taken for one that counts."""
    record_path(path).unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def file_digest(path: Path, stop: Callable[[], bool]) -> str:
    """BLAKE2b of the whole file."""
    found = blake2b(digest_size=16)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if stop():
                raise BackupStoppedError(str(path))
            found.update(chunk)
    return found.hexdigest()


def _describe(path: Path, library: Path) -> BackupFile | None:
    moment, _ = _named(path)
    if moment is None or path.suffix != library.suffix or _stem(path) != library.stem:
        return None
    with suppress(FileNotFoundError):  # removed since it was listed
        return describe(path)
    return None


def _stem(path: Path) -> str:
    return path.stem.rsplit(".", 2)[0]


def _named(path: Path) -> tuple[datetime | None, BackupReason]:
    """What the name says; older versions put the number of the structure for the reason."""
    _, _, rest = path.stem.partition(".")
    parts = path.stem.rsplit(".", 2)
    if not rest or len(parts) != 3:
        return None, BackupReason.ASKED
    word, moment = parts[1:]
    reason = BackupReason.UPGRADE if word.isdecimal() else BackupReason.ASKED
    with suppress(ValueError):  # a word of a newer version
        reason = BackupReason(word)
    with suppress(ValueError):  # not the name of a backup
        return datetime.strptime(moment, _MOMENT).replace(tzinfo=UTC), reason
    return None, reason


def _read_record(path: Path, size: int) -> Record | None:
    try:
        found: Any = json.loads(record_path(path).read_text("utf-8"))
        totals = _read_totals(found["totals"])
        reason = BackupReason(found["reason"]) if "reason" in found else None
        digest = str(found["digest"])
        record = Record(str(found["fingerprint"]), digest, found["size"], totals, reason)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return record if record.size == size else None


def _read_totals(found: dict[str, Any]) -> Totals:
    known = {name: int(found[name]) for name in Totals.__slots__ if name != "characters"}
    apart = found.get("characters")
    return Totals(**known, characters=None if apart is None else int(apart))


def is_reachable(folder: Path) -> bool:
    """Whether the folder is there and may be written."""
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
