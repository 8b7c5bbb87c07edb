# SPDX-License-Identifier: MIT
"""How long the loop of the window stands still between two of its turns."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable

_BEAT = 0.001  # seconds between two looks at the loop; short enough to see, too long to disturb


async def longest_stop(action: Awaitable[object]) -> float:
    """The longest stop of the loop until ``action`` is done, in milliseconds."""
    watch = asyncio.ensure_future(_watch())
    await asyncio.sleep(2 * _BEAT)  # it watches now, the first steps of the action too
    await action
    watch.cancel()
    return await watch


async def _watch() -> float:
    """Turn with the loop until cancelled; the longest stop between two turns, in milliseconds."""
    longest, last = 0.0, time.perf_counter()
    try:
        while True:
            await asyncio.sleep(_BEAT)
            now = time.perf_counter()
            longest, last = max(longest, now - last - _BEAT), now
    except asyncio.CancelledError:
        return longest * 1000
