# SPDX-License-Identifier: MIT
"""What is left for the next start when the program ends as it should not: versions and traces.

While the program runs there is a file of its own in the log folder, locked until the process is
gone, and Python's fault handler writes into another. A clean end removes both. At the next start
whatever files nobody holds a lock on tell of a run that did not end cleanly. Traces hold places in
the code and names of errors, never values or messages: those could be somebody's manuscript.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import platform
import re
import sqlite3
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

from novelist import __version__
from novelist.db.lock import LibraryLock, is_held, lock_path

log = logging.getLogger(__name__)

_RUN: Final = "run"
_TRACE: Final = "trace"
_LARGEST: Final = 100_000  # characters of a report
_MOST_ERRORS: Final = 20


@dataclass(frozen=True)
class CrashReport:
    """What can be said of a run that did not end cleanly."""

    began_at: datetime
    text: str
    has_trace: bool


class CrashWatch:
    """Watches over this run from ``begin`` to ``end``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = folder / f"{_RUN}-{os.getpid()}.json"
        self._lock = LibraryLock(self._mark)
        self._trace: IO[str] | None = None
        self._noted: set[str] = set()

    def begin(self) -> None:
        """From now on a run that ends without ``end`` leaves a report behind."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
            self._mark.write_text(json.dumps(_versions()), "utf-8")
            self._trace = _trace_of(self._mark).open("w", encoding="utf-8")
        except Exception:
            log.warning("this run is not watched", exc_info=True)
            return
        faulthandler.enable(self._trace)
        threading.excepthook = self._on_thread_error

    def note(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error that nobody caught: the program goes on, the report will hold it, once."""
        if self._trace is None or len(self._noted) >= _MOST_ERRORS:
            return
        places = "\n".join(_places(kind, error, trace))
        if places in self._noted:  # the same mistake again and again leaves room for others
            return
        self._noted.add(places)
        with suppress(OSError, ValueError):  # a full disk, or closed: the first report counts
            self._trace.write(f"{places}\n\n")
            self._trace.flush()

    def end(self) -> None:
        """The run ended as it should: nothing is left behind; idempotent."""
        trace, self._trace = self._trace, None
        if trace is None:
            return
        faulthandler.disable()
        threading.excepthook = threading.__excepthook__
        trace.close()
        _forget(self._mark)
        self._lock.release()

    def _on_thread_error(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            log.error("unhandled error in a thread", exc_info=found.exc_value)
            self.note(found.exc_type, found.exc_value, found.exc_traceback)


def take_report(folder: Path) -> CrashReport | None:
    """The newest report that earlier runs left, with a trace if one of them has any.

    They are forgotten: each is told once.
    """
    found = sorted(_left(folder), key=lambda report: (report.has_trace, report.began_at))
    return found[-1] if found else None


def _left(folder: Path) -> Iterator[CrashReport]:
    for mark in folder.glob(f"{_RUN}-*.json"):
        try:
            if is_held(mark):
                continue
            report = _read(mark)
        except (OSError, ValueError, KeyError, TypeError):
            log.warning("what a run left behind cannot be read")
            continue
        finally:
            if not is_held(mark):
                _forget(mark)
                lock_path(mark).unlink(missing_ok=True)
        yield report


def _read(mark: Path) -> CrashReport:
    versions: dict[str, str] = json.loads(mark.read_text("utf-8"))
    trace = ""
    with suppress(OSError):  # no trace was kept; the report says the rest
        found = _trace_of(mark).read_text("utf-8", "replace").strip()
        trace = re.sub('File "([^"]+)"', lambda match: f'File "{_short(match[1])}"', found)
    lines = [f"{name}: {value}" for name, value in versions.items()]
    text = "\n".join([*lines, *(["", trace] if trace else [])])
    began = datetime.fromisoformat(versions["Began"])
    return CrashReport(began, text[:_LARGEST] + "\n", bool(trace))


def _forget(mark: Path) -> None:
    for path in (mark, _trace_of(mark)):
        with suppress(OSError):  # it is asked about once more, no worse
            path.unlink(missing_ok=True)


def _trace_of(mark: Path) -> Path:
    return mark.with_name(f"{_TRACE}-{mark.stem.rpartition('-')[2]}.txt")


def _versions() -> dict[str, Any]:
    return {
        "Novelist": __version__,
        "Python": sys.version.split()[0],
        "Qt": qVersion(),
        "PySide6": pyside_version,
        "SQLite": sqlite3.sqlite_version,
        "System": f"{platform.system()} {platform.release()}",
        "Machine": platform.machine(),
        "Built": "bundle" if getattr(sys, "frozen", False) else "source",
        "Began": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _places(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> Iterator[str]:
    """The trace without the words of any error: file, line, function."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        for frame in traceback.extract_tb(trace if cause is error else cause.__traceback__):
            yield f'  File "{_short(frame.filename)}", line {frame.lineno}, in {frame.name}'
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _short(path: str) -> str:
    """Without the folders that name the user."""
    parts = Path(path).parts
    for package in ("novelist", "site-packages"):
        if package in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return parts[-1] if parts else path
