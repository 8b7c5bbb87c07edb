# SPDX-License-Identifier: MIT
"""Opening and closing a library, and hearing of what happens to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from novelist.db import session
from novelist.domain.changes import Changes


async def open_library(path: Path, *, create: bool = False) -> None:
    """Open the library file, bringing an older one up to date after a verified backup.

    With ``create`` a library that is not there yet is made. Raises the ``LibraryError`` that
    says what is wrong with the file; nothing is changed then.
    """
    await session.open_library_file(path, create=create)


async def close_library() -> None:
    """Save what waits, close the file and give up its lock; idempotent."""
    await session.close_async_db()


def subscribe(listener: Callable[[Changes], None]) -> Callable[[], None]:
    """Hear of every committed change; the result unsubscribes."""
    return session.subscribe_changes(listener)


async def flush() -> None:
    """Wait until everything given to the store so far is on disk."""
    await session.writer().flush()
