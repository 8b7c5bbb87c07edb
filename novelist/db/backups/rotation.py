# SPDX-License-Identifier: MIT
"""Which backups stay: newer ones take the places of older ones, but never of larger ones.

``RULES`` is the whole table (``docs/architecture.md`` shows it). A place (an hour, a day, a month)
is held by its newest backup and, where that is smaller, also by the largest. Only checked backups
hold a place, and only a checked one that is no smaller lets another go.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from novelist.db.backups.files import BackupFile, file_digest, find_backups, record_path, remove
from novelist.domain.enums import BackupReason


@dataclass(frozen=True, slots=True)
class Rule:
    """Of the backups that are younger than ``span``, one stays for each ``place``."""

    name: str
    span: timedelta
    place: Callable[[BackupFile], Hashable]
    reasons: tuple[BackupReason, ...] = tuple(BackupReason)


def _each(backup: BackupFile) -> Hashable:
    return backup.path


def _hour(backup: BackupFile) -> Hashable:
    return _local(backup).strftime("%Y-%m-%d %H")


def _day(backup: BackupFile) -> Hashable:
    return _local(backup).date()


def _month(backup: BackupFile) -> Hashable:
    return _local(backup).strftime("%Y-%m")


def _local(backup: BackupFile) -> datetime:
    """As the writer's own clock had it: her days are the days of the table."""
    return backup.made_at.astimezone()


BEFORE: Final = (BackupReason.CHANGE, BackupReason.RESTORE)
"""Backups that stand for what a change or a restore replaced."""

RULES: Final = (
    Rule("before every change and restore of the last day", timedelta(days=1), _each, BEFORE),
    Rule(
        "before every upgrade of the last month", timedelta(days=31), _each, (BackupReason.UPGRADE,)
    ),
    Rule("you asked for in the last month", timedelta(days=31), _each, (BackupReason.ASKED,)),
    Rule("you asked for in the last two years", timedelta(days=731), _day, (BackupReason.ASKED,)),
    Rule("hourly of the last day", timedelta(days=1), _hour),
    Rule("daily of the last month", timedelta(days=31), _day),
    Rule("monthly of the last two years", timedelta(days=731), _month),
)


def superfluous(backups: Iterable[BackupFile], now: datetime) -> list[BackupFile]:
    """The checked backups that no rule keeps; each is covered by one that stays."""
    checked = sorted(_checked(backups), key=lambda each: each.made_at, reverse=True)
    kept: set[Path] = {each.path for each in checked[:1]}  # the newest, whatever its clock says
    for rule in RULES:
        for group in _groups(rule, checked, now).values():
            kept |= {group[0].path, *(each.path for each in _largest(group))}
    staying = [each for each in checked if each.path in kept]
    rest = [each for each in checked if each.path not in kept]
    lasting = {each.path for each in _largest(staying + rest)}  # too old, but larger than all
    return [each for each in rest if each.path not in lasting]


def prune(folder: Path, library: Path, now: datetime, stop: Callable[[], bool]) -> list[Path]:
    """Remove what ``superfluous`` names; those that were removed.

    Before one goes, the one that stands in for it is read whole: one that was damaged since it
    was checked counts no longer.
    """
    removed: list[Path] = []
    sound: dict[Path, bool] = {}
    while True:
        backups = find_backups(folder, library)
        going = superfluous(backups, now)
        staying = [each for each in _checked(backups) if each not in going]
        damaged = [
            keeper for keeper in _keepers(going, staying) if not _is_sound(keeper, sound, stop)
        ]
        if not damaged:
            break
        for keeper in damaged:  # not checked any more; so choose again
            record_path(keeper.path).unlink(missing_ok=True)
    for each in going:
        remove(each.path)
        removed.append(each.path)
    return removed


def _keepers(going: Sequence[BackupFile], staying: Sequence[BackupFile]) -> list[BackupFile]:
    found = (_standing_in(each, staying) for each in going)
    return list({each.path: each for each in found if each is not None}.values())


def _is_sound(keeper: BackupFile, known: dict[Path, bool], stop: Callable[[], bool]) -> bool:
    if keeper.path not in known:
        record = keeper.record
        known[keeper.path] = record is not None and file_digest(keeper.path, stop) == record.digest
    return known[keeper.path]


def _standing_in(gone: BackupFile, staying: Iterable[BackupFile]) -> BackupFile | None:
    """One that stays and is no smaller; the newest of those."""
    return next((each for each in staying if _covers(each, gone)), None)


def _covers(backup: BackupFile, other: BackupFile) -> bool:
    if backup.record is None or other.record is None:
        return False
    return backup.record.totals.covers(other.record.totals)


def _largest(group: Sequence[BackupFile]) -> list[BackupFile]:
    """Those of the group, newest first, that no other one covers; of equals the newest."""
    found: list[BackupFile] = []
    for each in group:
        if not any(_covers(other, each) for other in found):
            found = [other for other in found if not _covers(each, other)] + [each]
    return found


def _groups(
    rule: Rule, checked: Sequence[BackupFile], now: datetime
) -> dict[Hashable, list[BackupFile]]:
    groups: dict[Hashable, list[BackupFile]] = {}
    for each in checked:
        if now.astimezone(UTC) - each.made_at <= rule.span and each.reason in rule.reasons:
            groups.setdefault(rule.place(each), []).append(each)
    return groups


def _checked(backups: Iterable[BackupFile]) -> list[BackupFile]:
    return [each for each in backups if each.record is not None]
