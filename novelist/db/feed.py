# SPDX-License-Identifier: MIT
"""What happens once a transaction is committed: callbacks, then the changes it announced.

A session that writes carries an ``Outbox`` in ``session.info``. Nothing in it happens before
COMMIT, and nothing at all after a rollback.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from novelist.domain.changes import Changes
from novelist.errors import SessionMisuseError

OUTBOX: Final = "novelist.outbox"

Listener = Callable[[Changes], None]


class ChangeFeed:
    """Tells subscribers of committed changes, in order, on the event loop."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._context = contextvars.copy_context()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every committed change; the result unsubscribes."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def publish(self, changes: Changes) -> None:
        """Call each listener soon, outside the transaction and the context that wrote.

        An error in one listener reaches the loop's exception handler and nobody else.
        """
        loop = asyncio.get_running_loop()
        for listener in list(self._listeners):
            loop.call_soon(listener, changes, context=self._context.copy())


class Outbox:
    """What one transaction leaves to be done after COMMIT."""

    def __init__(self, feed: ChangeFeed, *, grouped: bool = False) -> None:
        self.grouped = grouped  # True: the writer delivers, once the whole group is committed
        self._feed = feed
        self._callbacks: list[Callable[[], None]] = []
        self._changes: list[Changes] = []
        self._shared = 0  # how many of them other programs are told of

    def mark(self) -> tuple[int, int]:
        """How much is in it now, for ``rewind``."""
        return len(self._callbacks), len(self._changes)

    def rewind(self, mark: tuple[int, int] = (0, 0)) -> None:
        """Forget what was put in since ``mark``: that part was rolled back."""
        del self._callbacks[mark[0] :]
        del self._changes[mark[1] :]
        self._shared = min(self._shared, len(self._changes))

    def add_callback(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` after COMMIT, before the next command runs."""
        self._callbacks.append(callback)

    def add_changes(self, changes: Changes) -> None:
        """Publish ``changes`` after COMMIT."""
        self._changes.append(changes)

    def take_unshared(self) -> list[Changes]:
        """Those that other programs are not told of yet; from now on they are."""
        found = self._changes[self._shared :]
        self._shared = len(self._changes)
        return found

    def deliver(self) -> None:
        """The transaction is committed: call the callbacks, publish the changes, be empty."""
        callbacks, changes = self._callbacks, self._changes
        self._callbacks, self._changes, self._shared = [], [], 0
        self._hand_over(callbacks, changes)

    def _hand_over(self, callbacks: list[Callable[[], None]], changes: list[Changes]) -> None:
        for callback in callbacks:
            call_safely(callback)
        for each in changes:
            self._feed.publish(each)


class OutboxOfThread(Outbox):
    """Of a session in a thread: what it leaves is done on the event loop, while there is one."""

    def __init__(self, feed: ChangeFeed, loop: asyncio.AbstractEventLoop | None) -> None:
        super().__init__(feed)
        self._loop = loop

    def _hand_over(self, callbacks: list[Callable[[], None]], changes: list[Changes]) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(super()._hand_over, callbacks, changes)


def announce(session: AsyncSession | Session, changes: Changes) -> None:
    """Publish ``changes`` to all subscribers if and when this transaction is committed."""
    _outbox(session).add_changes(changes)


def after_commit(session: AsyncSession | Session, callback: Callable[[], None]) -> None:
    """Call ``callback`` if and when this transaction is committed, before the next command.

    It must be quick and must not raise.
    """
    _outbox(session).add_callback(callback)


def _outbox(session: AsyncSession | Session) -> Outbox:
    outbox = session.info.get(OUTBOX)
    if not isinstance(outbox, Outbox):
        raise SessionMisuseError("a reading session commits nothing: write in `get_session()`")
    return outbox


def call_safely(callback: Callable[..., None], *arguments: object) -> None:
    """Call; an error reaches the loop's exception handler and stops nobody else."""
    try:
        callback(*arguments)
    except Exception as error:  # noqa: BLE001 - what was written stands, whoever fails to hear it
        asyncio.get_running_loop().call_exception_handler(
            {"message": "a listener of the writer failed", "exception": error}
        )
