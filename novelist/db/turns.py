# SPDX-License-Identifier: MIT
"""Which session this task is in, so that scopes can nest and nobody waits for itself."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from novelist.errors import WriterReentryError

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Scope:
    """A session, and the task whose scope it is."""

    session: AsyncSession | None  # None: of a thread, which nobody else can join
    task: asyncio.Task[Any] | None = field(default_factory=lambda: acting_task())
    active: bool = True


Scopes = ContextVar[_Scope | None]

WRITING: Scopes = ContextVar("novelist.writing", default=None)
READING: Scopes = ContextVar("novelist.reading", default=None)

_ACTING: ContextVar[asyncio.Task[Any] | None] = ContextVar("novelist.acting", default=None)


@contextmanager
def inside(scopes: Scopes, session: AsyncSession | None) -> Iterator[None]:
    """Mark what runs in here, and the tasks that it starts, as being in this session's scope."""
    scope = _Scope(session)
    token = scopes.set(scope)
    try:
        yield
    finally:
        scope.active = False
        with suppress(ValueError):  # a generator may be closed in another context than it began
            scopes.reset(token)


def is_inside(scopes: Scopes) -> bool:
    """Whether this task, or one that it descends from, is in such a scope now."""
    scope = scopes.get()
    return scope is not None and scope.active


def joined_session(scopes: Scopes) -> AsyncSession | None:
    """The session of the scope that this very task is in, or None."""
    scope = scopes.get()
    if scope is None or not scope.active or scope.task is not asyncio.current_task():
        return None
    return scope.session


def refuse_reentry() -> None:
    """Raise ``WriterReentryError`` inside a turn: the wait would never end."""
    if is_inside(WRITING):
        raise WriterReentryError(
            "this runs inside a command or a writing session: use that session, or `post()` "
            "without awaiting it"
        )


def acting_task() -> asyncio.Task[Any] | None:
    """The task that runs now, or for which ``uninterrupted`` works; None outside of any loop."""
    try:
        return _ACTING.get() or asyncio.current_task()
    except RuntimeError:
        return None


async def uninterrupted(work: Coroutine[Any, Any, T]) -> T:
    """Run ``work`` to its end even if this task is cancelled meanwhile; then be cancelled."""
    token = _ACTING.set(acting_task())
    task = asyncio.ensure_future(work)
    _ACTING.reset(token)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):  # asked for again once it is done
                await asyncio.wait([task])
        raise
