# SPDX-License-Identifier: MIT
"""One session, one task, and only until it is closed: a session that says so in a sentence.

Without this a second task would find a statement half done, a closed session would begin again
unseen, and an object added to a reading session would be dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from novelist.db.feed import OUTBOX
from novelist.db.turns import acting_task
from novelist.errors import SessionMisuseError

FAILED: Final = "novelist.failed"  # in ``session.info``: it ended with an error

_AWAITED: Final = (
    "commit", "connection", "delete", "execute", "flush", "get", "get_one", "merge", "refresh",
    "rollback", "run_sync", "scalar", "scalars", "stream", "stream_scalars",
)  # fmt: skip
_CALLED: Final = ("begin", "begin_nested")
_CHANGING: Final = ("add", "add_all")


class GuardedSession(Session):
    """Knows the task that made it and whether it is closed; a closed one stays closed."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        super().__init__(**options)
        self.is_over = False
        self._owner = acting_task()

    def close(self) -> None:
        """Roll back what is not committed and give the connection back, for good."""
        try:
            super().close()
        finally:
            self.is_over = True

    def commit(self) -> None:
        """Commit; a failure is counted."""
        try:
            super().commit()
        except BaseException:
            self.info[FAILED] = True
            raise

    def require_use(self) -> None:
        """Raise ``SessionMisuseError`` for another task, or after the end."""
        if self.is_over:
            raise SessionMisuseError(
                "this session is closed: do this inside its `async with`, or open another with "
                "`async with get_session()`"
            )
        task = acting_task()
        if self._owner is None:
            self._owner = task
        if task is not self._owner:
            raise SessionMisuseError(
                "this session belongs to another task: open one in each task with "
                "`async with get_session()` or `async with read_session()`"
            )

    def require_writing(self) -> None:
        """Raise ``SessionMisuseError`` in a reading session."""
        if self.info.get(OUTBOX) is None:
            raise SessionMisuseError(
                "a reading session cannot write: use `async with get_session()`"
            )

    def require_unchanged(self) -> None:
        """Raise ``SessionMisuseError`` if objects of a reading session were changed."""
        if self.new or self.deleted or self.dirty:
            self.require_writing()


class GuardedAsyncSession(AsyncSession):
    """Checks each use; see ``GuardedSession``."""

    @property
    def guard(self) -> GuardedSession:
        """The session that is checked."""
        assert isinstance(self.sync_session, GuardedSession)
        return self.sync_session


def _awaited(name: str) -> Callable[..., Any]:
    original = getattr(AsyncSession, name)

    @wraps(original)
    async def guarded(self: GuardedAsyncSession, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy's
        self.guard.require_use()
        return await original(self, *arguments, **named)

    return guarded


def _called(name: str, *, changing: bool) -> Callable[..., Any]:
    original = getattr(AsyncSession, name)

    @wraps(original)
    def guarded(self: GuardedAsyncSession, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy's
        self.guard.require_use()
        if changing:
            self.guard.require_writing()
        return original(self, *arguments, **named)

    return guarded


for _name in _AWAITED:
    setattr(GuardedAsyncSession, _name, _awaited(_name))
for _name in (*_CALLED, *_CHANGING):
    setattr(GuardedAsyncSession, _name, _called(_name, changing=_name in _CHANGING))
