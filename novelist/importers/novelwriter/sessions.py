# SPDX-License-Identifier: MIT
"""The logs of writing sessions, of three ages: one line each, days as the writer's clock said.

``sessions.jsonl`` (from 2.1) and ``sessionStats.log`` (before) say how long the project was after
each session and, first of all, how long when the log began. Notes count as the novel does: only
together they say what was written, since that length is one number. ``sessionInfo.log`` (before
1.0) says how many words each session brought.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from novelist.domain.writing_days import WrittenDays
from novelist.importers.container import Container
from novelist.importers.day_log import DayLog, number_of
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part
from novelist.importers.projects import text_in

LINES: Final = "meta/sessions.jsonl"
TABLE: Final = "meta/sessionStats.log"
OLDEST: Final = "meta/sessionInfo.log"
FILES: Final = (LINES, TABLE, OLDEST)

_MOST_LINES: Final = 200_000  # of one log: twenty sessions a day for a quarter of a century
_LONGEST: Final = 1_000  # characters of a line
_OLDEST_LINE: Final = re.compile(r"Start: (\S+ \S+)\s+End: (\S+ \S+)\s+Words:\s+(-?\d+)(?:\s.*)?")
_OFFSET: Final = re.compile(r"#\s*Offset\s+(\d{1,12})")


def read_sessions(files: Container, leftovers: Leftovers) -> WrittenDays:
    """What was written on which day, by all logs of the project."""
    log = DayLog(leftovers)
    if files.find(OLDEST):
        for line in _lines(files, OLDEST, leftovers):
            _read_oldest(line, log)
    if files.find(LINES):
        lengths = _Lengths(log)
        for line in _lines(files, LINES, leftovers):
            _read_line(line, lengths, log)
        if files.find(TABLE):  # the other was made of it
            count = sum(1 for _ in _lines(files, TABLE, leftovers))
            leftovers.leave(Part.WRITING_HISTORY, TABLE, count)
    elif files.find(TABLE):
        lengths = _Lengths(log)
        for line in _lines(files, TABLE, leftovers):
            _read_row(line, lengths, log)
    return {day: each for day, each in log.days().items() if each.words or each.seconds}


class _Lengths:
    """Turns the lengths of a project after each session into words of the session."""

    def __init__(self, log: DayLog) -> None:
        self._log = log
        self.before = 0

    def add(self, start: str, end: str, length: int, idle: int, *, name: str) -> None:
        """A session after which the project was so long. Raises ``ValueError``."""
        _add(self._log, start, end, length - self.before, idle, name=name)
        self.before = length


def _lines(files: Container, name: str, leftovers: Leftovers) -> Iterator[str]:
    lines = [each for each in text_in(files, name, leftovers).split("\n") if each.strip()]
    leftovers.leave(Part.WRITING_HISTORY, name, max(0, len(lines) - _MOST_LINES))
    yield from lines[:_MOST_LINES]


def _add(log: DayLog, start: str, end: str, words: int, idle: int, *, name: str) -> None:
    """A session on the day on which it began; the time in which nobody wrote does not count."""
    began, ended = (datetime.fromisoformat(each).replace(tzinfo=None) for each in (start, end))
    spent = round((ended - began).total_seconds())
    seconds = max(0, spent - max(0, idle)) if spent >= 0 else None  # a clock that was set back
    log.add(began.date(), words, seconds, name=name)


def _read_line(line: str, lengths: _Lengths, log: DayLog) -> None:
    try:
        read = json.loads(line) if len(line) <= _LONGEST else None
        value: dict[str, Any] = read if isinstance(read, dict) else {}
        kind = value.get("type")
        if kind == "initial":
            lengths.before = _count(value, "offset")
        elif kind == "record":
            length = _count(value, "novel") + _count(value, "notes")
            start, end = str(value.get("start")), str(value.get("end"))
            lengths.add(start, end, length, _count(value, "idle"), name=line)
        else:
            log.damage(line)
    except (ValueError, RecursionError):
        log.damage(line)


def _count(value: dict[str, Any], key: str) -> int:
    """A number of words or seconds. Raises ``ValueError``."""
    return number_of(str(value.get(key, 0)))


def _read_row(line: str, lengths: _Lengths, log: DayLog) -> None:
    offset, cells = _OFFSET.match(line), line.split()
    if offset:
        lengths.before = int(offset[1])
    if line.startswith("#"):
        return
    try:
        first, second, third, fourth, novel, notes, *rest = cells
        length, idle = number_of(novel) + number_of(notes), number_of(rest[0]) if rest else 0
        lengths.add(f"{first} {second}", f"{third} {fourth}", length, idle, name=line)
    except ValueError:
        log.damage(line)


def _read_oldest(line: str, log: DayLog) -> None:
    found = _OLDEST_LINE.fullmatch(line.rstrip()[:_LONGEST])
    try:
        if found is None:
            raise ValueError(line)
        _add(log, found[1], found[2], number_of(found[3]), 0, name=line)
    except ValueError:
        log.damage(line)
