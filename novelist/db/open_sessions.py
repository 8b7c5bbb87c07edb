# SPDX-License-Identifier: MIT
"""Which sessions are open, since when, and where each was made, so that leaks can be named.

A session that is open for too long, or that nobody holds any more while it is open, is a mistake:
it is logged with its place, and warned of (``ResourceWarning``), which fails a test.
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic
from types import CodeType
from typing import Final, Generic, TypeVar
from weakref import ref

Session = TypeVar("Session")
Place = tuple[tuple[CodeType, int], ...]

log = logging.getLogger(__name__)

_DEPTH: Final = 8  # calls that lead to the place
_OWN: Final = ("contextlib", "database", "scopes", "session_creation", "thread_scopes")


@dataclass(slots=True, eq=False)
class _Opened(Generic[Session]):
    session: ref[Session]
    place: Place
    since: float
    reported: bool = False


class OpenSessions(Generic[Session]):
    """Counts sessions from their making to their closing; holds none of them alive."""

    def __init__(self) -> None:
        self._opened: dict[int, _Opened[Session]] = {}  # by ``id``, the oldest first

    def __len__(self) -> int:
        return len(self._opened)

    def __contains__(self, session: object) -> bool:
        return id(session) in self._opened

    def add(self, session: Session, place: Place | None = None) -> None:
        """The session is open from now on; ``place`` is where it was made, by default here."""
        key = id(session)
        watched = ref(session, self._on_collected(key))
        self._opened[key] = _Opened(watched, place or calling_place(), monotonic())

    def discard(self, session: Session) -> None:
        """The session is closed."""
        self._opened.pop(id(session), None)

    def places(self) -> dict[Session, str]:
        """The open sessions and where they were made."""
        found = [(each.session(), each.place) for each in list(self._opened.values())]
        return {session: describe(place) for session, place in found if session is not None}

    def report_old(self, limit: float) -> None:
        """Name every session that is open for longer than ``limit`` seconds, once each."""
        now = monotonic()
        for each in list(self._opened.values()):
            if now - each.since > limit and not each.reported:
                each.reported = True
                _report(f"a session is open for over {limit:g} s", each.place)

    def _on_collected(self, key: int) -> Callable[[ref[Session]], None]:
        def report(gone: ref[Session]) -> None:
            opened = self._opened.get(key)
            if opened is None or opened.session is not gone:
                return
            del self._opened[key]
            _report("a session was dropped without being closed", opened.place)

        return report


def calling_place(skip: int = 2) -> Place:
    """The calls that lead here, innermost first, without those of the session layer itself."""
    frame = sys._getframe(skip)
    found: list[tuple[CodeType, int]] = []
    while frame is not None and len(found) < _DEPTH:
        if not _is_inside_the_layer(frame.f_code.co_filename):
            found.append((frame.f_code, frame.f_lineno))
        if frame.f_back is None:
            break
        frame = frame.f_back
    return tuple(found)


def describe(place: Place) -> str:
    """The calls as lines, the outermost first, as a traceback has them."""
    lines = [f'  File "{code.co_filename}", line {n}, in {code.co_qualname}' for code, n in place]
    return "\n".join(reversed(lines))


@cache
def _is_inside_the_layer(file: str) -> bool:
    path = Path(file)
    return path.stem in _OWN or path.parent.name == "asyncio"


def _report(what: str, place: Place) -> None:
    message = f"{what}; it was made at:\n{describe(place)}"
    log.warning(message)
    warnings.warn(message, ResourceWarning, stacklevel=2)
