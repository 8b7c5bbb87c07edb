# SPDX-License-Identifier: MIT
"""What a disk may hold after the power went: rebuilt from the record that ``power.c`` makes.

A write counts once its file was synced; until then the disk may hold all of it, nothing, or any of
its sectors. Names (new, removed, renamed) count once their folder, or the file itself, was synced;
until then the disk may hold them up to any one of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

SECTOR = 512
ACKNOWLEDGED = "acknowledged"  # the file in which the program notes what it was told is saved
_HEADER = struct.Struct("<cHHIQ")


@dataclass(frozen=True)
class Entry:
    """One change; ``what`` is w(rite), t(runcate), s(ync), u(nlink) or r(ename)."""

    what: str
    path: str
    other: str
    offset: int
    data: bytes


class Fate(StrEnum):
    """What becomes of writes that were not synced."""

    DROPPED = "dropped"
    KEPT = "kept"
    SOME = "some"
    TORN = "torn"


def read_record(log: Path) -> list[Entry]:
    """The record of a run, in order."""
    return list(_entries(log.read_bytes()))


def _entries(record: bytes) -> Iterator[Entry]:
    at = 0
    while at < len(record):
        what, path, other, size, offset = _HEADER.unpack_from(record, at)
        at += _HEADER.size
        names = record[at : at + path], record[at + path : at + path + other]
        at += path + other
        yield Entry(
            what.decode(), names[0].decode(), names[1].decode(), offset, record[at : at + size]
        )
        at += size


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Entry] = field(default_factory=list)


class Disk:
    """Takes in the record up to the moment when the power goes."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds what was there, and on the disk, before the record begins."""
        self._now = {
            str(path): _File(bytearray(path.read_bytes())) for path in folder.glob("*.novelist")
        }
        self._durable = dict(self._now)
        self._renamings: list[tuple[str, _File | None]] = []  # a name, and what it means from now
        self.acknowledged = 0

    def take(self, entry: Entry) -> None:
        """Do what the program did next."""
        if entry.path.endswith(("-shm", ".lock")) or "(deleted)" in entry.path:
            return
        if entry.path.endswith(ACKNOWLEDGED):
            self.acknowledged = int(entry.data)
        elif entry.what in "wt":
            self._file(entry.path).pending.append(entry)
        elif entry.what == "s":
            self._sync(entry.path)
        elif entry.what == "u":
            self._name(entry.path, None)
        elif entry.what == "r":
            self._name(entry.other, self._now[entry.path])
            self._name(entry.path, None)

    def after_power_loss(self, fate: Fate, chance: Random) -> dict[str, bytes]:
        """What could stand on the disk, by name."""
        count = {Fate.DROPPED: 0, Fate.KEPT: len(self._renamings)}.get(
            fate, chance.randint(0, len(self._renamings))
        )
        names = dict(self._durable)
        _rename(names, self._renamings[:count])
        return {name: _content(file, fate, chance) for name, file in names.items()}

    def _file(self, path: str) -> _File:
        if path not in self._now:
            self._name(path, _File())
        return self._now[path]

    def _name(self, path: str, file: _File | None) -> None:
        self._renamings.append((path, file))
        _rename(self._now, [(path, file)])

    def _sync(self, path: str) -> None:
        file = self._now.get(path)
        if file is None:  # a folder: its names are on the disk
            _rename(self._durable, self._renamings)
            self._renamings.clear()
            return
        for entry in file.pending:
            _apply(file.durable, entry)
        file.pending.clear()
        named = [at for at, (_, what) in enumerate(self._renamings) if what is file]
        if named:  # with a file's data its name is on the disk, and what was named before it
            _rename(self._durable, self._renamings[: named[-1] + 1])
            del self._renamings[: named[-1] + 1]


def _rename(names: dict[str, _File], changes: list[tuple[str, _File | None]]) -> None:
    for name, file in changes:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _content(file: _File, fate: Fate, chance: Random) -> bytes:
    content = bytearray(file.durable)
    for entry in file.pending:
        if fate is Fate.DROPPED or (fate in (Fate.SOME, Fate.TORN) and chance.random() < 0.5):
            continue
        for piece in _sectors(entry, chance) if fate is Fate.TORN else [entry]:
            _apply(content, piece)
    return bytes(content)


def _sectors(entry: Entry, chance: Random) -> Iterator[Entry]:
    """Some of the sectors of a write; a truncation is whole."""
    if entry.what != "w":
        yield entry
        return
    for start in range(0, len(entry.data), SECTOR):
        if chance.random() < 0.5:
            part = entry.data[start : start + SECTOR]
            yield Entry("w", entry.path, "", entry.offset + start, part)


def _apply(content: bytearray, entry: Entry) -> None:
    if entry.what == "t":
        del content[entry.offset :]
        content.extend(bytes(entry.offset - len(content)))
        return
    end = entry.offset + len(entry.data)
    content.extend(bytes(max(0, end - len(content))))
    content[entry.offset : end] = entry.data
