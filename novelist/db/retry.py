# SPDX-License-Identifier: MIT
"""Running something again that failed for a reason which passes.

Only callables can run again, from their beginning: what they do must be a whole transaction. What
passes is known by the code that the database reports, never by the words of a message.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import random
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar, cast

from sqlalchemy.exc import DBAPIError

from novelist.db.failures import primary_code
from novelist.errors import StorageBusyError, TransactionError

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

_SQLITE: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
# Lock wait too long, deadlock, server gone, connection lost.
_SERVER: Final = frozenset({1205, 1213, 2006, 2013})
_LONGEST_DELAY: Final = 30.0


async def async_with_retry(
    func: Callable[..., Awaitable[T]],
    *args: Any,  # noqa: ANN401 - whatever ``func`` takes
    max_retries: int = 3,
    retry_delay: float = 1.0,
    **kwargs: Any,  # noqa: ANN401
) -> T:
    """``await func(*args, **kwargs)``, again after each transient failure, ``max_retries`` times.

    Waits ``retry_delay`` seconds before the first and twice as long before each next, more or
    less. The last error is raised unchanged; what is not transient, and a cancellation, at once.
    """
    delays = _delays(max_retries, retry_delay)
    while True:
        try:
            return await func(*args, **kwargs)
        except Exception as error:
            delay = _next_delay(error, delays)
            if delay is None:
                raise
        await asyncio.sleep(delay)


def with_retry(
    func: Callable[..., T],
    *args: Any,  # noqa: ANN401 - whatever ``func`` takes
    max_retries: int = 3,
    retry_delay: float = 1.0,
    **kwargs: Any,  # noqa: ANN401
) -> T:
    """The same for a plain function, in a thread that may wait."""
    delays = _delays(max_retries, retry_delay)
    while True:
        try:
            return func(*args, **kwargs)
        except Exception as error:
            delay = _next_delay(error, delays)
            if delay is None:
                raise
        time.sleep(delay)


def retrying(
    max_retries: int = 3, retry_delay: float = 1.0
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """``async_with_retry`` (of a plain function: ``with_retry``) as a decorator."""

    def decorate(func: Callable[P, T]) -> Callable[P, T]:
        again: Callable[..., Any] = (
            async_with_retry if inspect.iscoroutinefunction(func) else with_retry
        )

        @wraps(func)
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            call = lambda: func(*args, **kwargs)  # noqa: E731 - its own ``max_retries`` stays its own
            return cast("T", again(call, max_retries=max_retries, retry_delay=retry_delay))

        return run

    return decorate


def is_transient(error: BaseException) -> bool:
    """Whether the same may succeed a moment later."""
    if isinstance(error, TransactionError) and error.__cause__ is not None:
        return is_transient(error.__cause__)
    if isinstance(error, StorageBusyError | ConnectionError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return primary_code(error) in _SQLITE or _server_code(error) in _SERVER


def _server_code(error: BaseException) -> int | None:
    """The number that MySQL or MariaDB gave, which their drivers put first."""
    original = error.orig if isinstance(error, DBAPIError) else None
    arguments = original.args if original is not None else ()
    return arguments[0] if arguments and isinstance(arguments[0], int) else None


def _delays(retries: int, first: float) -> Iterator[float]:
    for number in range(retries):
        yield min(first * 2**number, _LONGEST_DELAY) * random.uniform(0.5, 1.5)


def _next_delay(error: Exception, delays: Iterator[float]) -> float | None:
    """How long to wait before trying again, or None to give up."""
    delay = next(delays, None) if is_transient(error) else None
    if delay is not None:
        log.info("trying again in %.2f s after %s", delay, type(error).__name__)
    return delay
