# SPDX-License-Identifier: MIT
"""Slow work on disks that may never answer: in a thread that keeps nobody from ending."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def run_apart(function: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401 - the function's
    """The result of the function; whoever stops waiting leaves the thread to itself.

    Unlike ``asyncio.to_thread`` the program ends without waiting for it, so a drive that hangs
    holds up no exit.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # None only where T allows it

    def run() -> None:
        result, failure = None, None
        try:
            result = function(*arguments)
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
            failure = error
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=run, name="apart", daemon=True).start()
    return await future
