# SPDX-License-Identifier: MIT
"""Which sessions are open, and in debug where each was made, so that leaks can be named."""

from __future__ import annotations

import traceback
from weakref import WeakKeyDictionary

from sqlalchemy.ext.asyncio import AsyncSession


class OpenSessions:
    """Counts sessions from their making to their closing; holds none of them alive."""

    def __init__(self, *, debug: bool) -> None:
        self._debug = debug
        self._places: WeakKeyDictionary[AsyncSession, str] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, session: AsyncSession) -> None:
        """The session is open from now on."""
        place = "".join(traceback.format_stack(limit=8)[:-2]) if self._debug else ""
        self._places[session] = place

    def discard(self, session: AsyncSession) -> None:
        """The session is closed."""
        self._places.pop(session, None)

    def places(self) -> dict[AsyncSession, str]:
        """The open sessions and where they were made ("" unless in debug)."""
        return dict(self._places)
