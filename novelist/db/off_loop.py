# SPDX-License-Identifier: MIT
"""Work on a long text goes into a thread, so that the window goes on meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

LONG: Final = 200_000  # characters; what is done to fewer takes less time than a thread is worth


async def off_loop(size: int, work: Callable[[], T]) -> T:
    """Do it at once for a short text (``size`` in characters), in a thread for a long one."""
    return work() if size < LONG else await asyncio.to_thread(work)
