# SPDX-License-Identifier: MIT
"""The single-writer queue: the only way anything is written to a library.

One task, one held connection. Commands wait in order; as many as are there are written in one
transaction, each in a savepoint of its own, and their futures resolve only after COMMIT. A
command is a coroutine function over a session. It may run again after a failure, so it reads what
it changes inside itself and has no effect outside its session but ``announce``/``after_commit``.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.command_queue import CommandQueue, Entry, Lease
from novelist.db.failures import translate
from novelist.db.feed import after_commit, announce, call_safely
from novelist.db.group_commit import GroupCommit, Joining, MakeSession, closing
from novelist.db.held_connection import HeldConnection
from novelist.db.statistics import Statistics
from novelist.db.turns import WRITING, inside, refuse_reentry, uninterrupted
from novelist.errors import (
    BugError,
    EnvironmentFailure,
    StorageBusyError,
    StorageCorruptError,
    WriterClosedError,
    WriterReentryError,
)

__all__ = ["Writer", "WriterSettings", "WriterState", "after_commit", "announce"]

log = logging.getLogger(__name__)
T = TypeVar("T")

_REST: Final = 0.01  # seconds between two parts of a work that nobody waits for


class WriterState(StrEnum):
    """What the writer is doing."""

    IDLE = "idle"
    WRITING = "writing"
    WAITING = "waiting"  # another program holds the library; it is tried again by itself
    PAUSED = "paused"  # the machine failed; commands are kept until ``retry``
    STOPPED = "stopped"  # the library is damaged, or the writer died; nothing is written any more
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WriterSettings:
    """How much goes into one transaction and how patient the writer is (seconds)."""

    group: int = 64
    capacity: int = 1000
    attempts: int = 8
    first_delay: float = 0.02
    longest_delay: float = 1.0
    retry_every: float = 5.0  # how often a paused writer tries again by itself
    quiet: float = 1.0  # without a command, before the index for searching is tended


class Writer:
    """Runs commands one group after the other; see the module."""

    def __init__(
        self,
        connection: HeldConnection,
        make_session: MakeSession,
        settings: WriterSettings | None = None,
        statistics: Statistics | None = None,
    ) -> None:
        self._connection = connection
        self._make_session = make_session
        self._settings = settings or WriterSettings()
        self._group = GroupCommit(connection, make_session)
        self._queue = CommandQueue(self._settings.capacity, statistics)
        self._rest = self._settings.quiet
        self._task: asyncio.Task[None] | None = None
        self._lease: Lease | None = None
        self._state = WriterState.IDLE
        self._failure: EnvironmentFailure | None = None
        self._closing = False
        self._resume = asyncio.Event()
        self._damage: StorageCorruptError | None = None
        self._tries_by_itself = False  # then nobody hears of it unless something changes
        self._state_listeners: list[Callable[[WriterState], None]] = []
        self._pause_listeners: list[Callable[[EnvironmentFailure], None]] = []

    # What can be asked

    @property
    def state(self) -> WriterState:
        """What the writer is doing."""
        return self._state

    @property
    def failure(self) -> EnvironmentFailure | None:
        """Why it waits, is paused or stopped."""
        return self._failure

    @property
    def pending(self) -> int:
        """How many commands are not yet committed."""
        return len(self._queue)

    def subscribe_state(self, listener: Callable[[WriterState], None]) -> Callable[[], None]:
        """Hear of every new state; the result unsubscribes."""
        self._state_listeners.append(listener)
        return lambda: self._state_listeners.remove(listener)

    def on_pause(self, listener: Callable[[EnvironmentFailure], None]) -> Callable[[], None]:
        """Hear, with the failure, that commands wait in memory only; the result unsubscribes."""
        self._pause_listeners.append(listener)
        return lambda: self._pause_listeners.remove(listener)

    # What can be given to it

    async def submit(
        self, command: Callable[[AsyncSession], Awaitable[T]], *, key: Hashable | None = None
    ) -> T:
        """Run ``command`` and return its result after COMMIT.

        Waits for room in the queue. Once in it the command runs even if the caller is cancelled.
        Of the commands with the same ``key`` that wait together only the newest runs; all callers
        get its result.
        """
        self._refuse_own_wait()
        self._require_open()
        await self._queue.room_for(key)
        return await self.post(command, key=key)

    def post(
        self, command: Callable[[AsyncSession], Awaitable[T]], *, key: Hashable | None = None
    ) -> asyncio.Future[T]:
        """Like ``submit`` without waiting: the future resolves after COMMIT."""
        self._require_open()
        self._start()
        return self._queue.put(command, key)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[AsyncSession]:
        """A session on the held connection, alone; commits on a clean exit, else rolls back.

        The body runs once, in the caller's task. An error in it is raised unchanged; a failing
        COMMIT raises the error of ours. While the writer is paused it raises its failure at once.
        """
        lease = await self.lease()
        try:
            session = self._make_session(lease.granted.result(), Joining.OWN)
            with inside(WRITING, session):
                async with closing(session):
                    yield session
                    await self._commit_turn(session)
        finally:
            lease.released.set()

    async def lease(self) -> Lease:
        """The right to write until ``released`` is set, for whoever brings a session."""
        self._refuse_own_wait()
        self._require_open()
        if self._state is WriterState.PAUSED and self._failure is not None:
            raise self._failure
        self._start()
        lease = self._queue.put_lease()
        try:
            await lease.granted
        except BaseException:
            lease.released.set()
            raise
        return lease

    async def flush(self) -> None:
        """Wait until everything given so far is committed or has failed.

        Raises the failure when the writer is paused, or pauses meanwhile.
        """
        self._refuse_own_wait()
        if self._state in (WriterState.PAUSED, WriterState.STOPPED) and self._failure is not None:
            raise self._failure
        await self._queue.barrier()

    def retry(self) -> None:
        """Go on after a pause: the kept commands are tried again."""
        self._resume.set()

    def stop(self, failure: StorageCorruptError) -> None:
        """Write nothing any more: a look at the library found damage."""
        self._damage = failure
        self._queue.wake()

    async def write_back(self) -> None:
        """Put the library back where its file was deleted, from the one held open; then go on.

        Raises what kept it from being written, ``FileExistsError`` where a file is there again.
        """
        await self._connection.write_back()
        self.retry()

    async def copy_to(self, target: Path) -> None:
        """Write the library as it is open, whatever became of its file, to a new file."""
        await self._connection.copy_to(target)

    async def start(self) -> None:
        """Open the held connection now rather than with the first command."""
        lease = await self.lease()
        try:
            await self._group.index.prepare(lease.granted.result())
        finally:
            lease.released.set()

    async def close(self) -> None:
        """Write what waits, then close the connection; idempotent.

        A paused writer tries once more. If that fails too, every command gets the failure and it
        is raised here.
        """
        self._refuse_own_wait()
        self._closing = True
        self._resume.set()
        self._queue.wake()
        if self._task is not None and not self._task.done():
            await uninterrupted(_ended(self._task))
        lost = self._failure if self._state is WriterState.PAUSED else None
        if self._state is not WriterState.CLOSED:
            sound = self._state is WriterState.IDLE
            self._set_state(WriterState.CLOSED)
            await uninterrupted(self._connection.close(checkpoint=sound))
        if lost is not None:
            raise lost

    def abandon(self) -> None:
        """Forget everything at once, without the loop: it is dead or another process's."""
        self._state = WriterState.CLOSED
        self._closing = True
        self._connection.abandon()

    # The task

    def _refuse_own_wait(self) -> None:
        """Raise ``WriterReentryError`` where the caller would wait for itself."""
        refuse_reentry()
        lease = self._lease
        if lease and lease.task is asyncio.current_task() and not lease.released.is_set():
            raise WriterReentryError(
                "this task writes with another session: commit, roll back or close that one first"
            )

    def _require_open(self) -> None:
        if self._state is WriterState.STOPPED and self._failure is not None:
            raise self._failure
        if self._closing:
            raise WriterClosedError("the writer is closed")

    def _start(self) -> None:
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="writer")
            self._task.add_done_callback(self._ended)

    async def _run(self) -> None:
        while self._state is not WriterState.STOPPED:
            if self._queue.is_empty:
                self._set_state(WriterState.IDLE)
                if self._closing:
                    return
                if self._group.index.is_behind:
                    if not await self._arrival_within(self._rest):
                        await self._tend_index()
                    continue
            await self._queue.arrival()
            self._rest = self._settings.quiet
            if self._damage is not None:
                await self._pause([], self._damage)
                return
            taken = self._queue.take(self._settings.group)
            if not taken:
                continue
            first = taken[0]
            if isinstance(first, Lease):
                await self._serve(first)
            elif not await self._write([each for each in taken if isinstance(each, Entry)]):
                return

    async def _tend_index(self) -> None:
        """Nobody waits: let the index for searching take a part in."""
        self._rest = _REST
        try:
            await self._group.write([])
        except EnvironmentFailure as failure:
            log.warning("the index for searching waits: %s", failure)
            self._group.index.is_behind = False

    async def _arrival_within(self, seconds: float) -> bool:
        """Whether something came, or the writer was woken, before the time was over."""
        try:
            async with asyncio.timeout(seconds):
                await self._queue.arrival()
        except TimeoutError:
            return False
        return True

    def _ended(self, task: asyncio.Task[None]) -> None:
        """The task is over: nobody may wait for it any longer."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("the writer died", exc_info=error)
            self._set_state(WriterState.STOPPED)
        if self._state in (WriterState.PAUSED, WriterState.STOPPED) and self._failure is not None:
            reason: BaseException = self._failure
        elif error is not None:
            reason = BugError("the writer died")
            reason.__cause__ = error
        else:
            reason = WriterClosedError("the writer was stopped")
        self._closing = True
        self._queue.refuse(reason, commands=True)

    async def _serve(self, lease: Lease) -> None:
        """Lend the connection for one turn."""
        try:
            connection = await self._connection.ready()
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked for the turn
            lease.fail(translate(error, self._connection.path))
        else:
            if not lease.granted.done():
                self._set_state(WriterState.WRITING)
                self._lease = lease
                lease.granted.set_result(connection)
                await lease.released.wait()
                self._lease = None
                self._group.index.expect_changes()
                await self._connection.tidy()
        self._queue.settle([lease])

    async def _write(self, entries: Sequence[Entry]) -> bool:
        """Write a group, patiently; False when the writer must end."""
        if not self._tries_by_itself:
            self._set_state(WriterState.WRITING)
        delays = self._delays()
        while True:
            try:
                await self._group.write([each for each in entries if not each.settled])
            except StorageBusyError as failure:
                delay, self._failure = next(delays, None), failure
                if delay is not None and not self._tries_by_itself:
                    self._set_state(WriterState.WAITING)
                    await asyncio.sleep(delay)
                    continue
                return await self._pause(entries, failure)
            except EnvironmentFailure as failure:
                return await self._pause(entries, failure)
            self._queue.put_back(entries)
            self._group.index.expect_changes()
            self._failure, self._tries_by_itself = None, False
            self._set_state(WriterState.WRITING)
            return True

    def _delays(self) -> Iterator[float]:
        delay = self._settings.first_delay
        for _ in range(self._settings.attempts - 1):
            yield delay * random.uniform(0.5, 1.5)
            delay = min(delay * 2, self._settings.longest_delay)

    async def _pause(self, entries: Sequence[Entry], failure: EnvironmentFailure) -> bool:
        """Keep the commands until ``retry``, or the next try; give up when damaged or closing."""
        self._queue.put_back(entries)
        is_news = not self._tries_by_itself or type(failure) is not type(self._failure)
        self._failure = failure
        damaged = isinstance(failure, StorageCorruptError)
        self._resume.clear()
        if is_news:
            self._tell_of(failure, WriterState.STOPPED if damaged else WriterState.PAUSED)
        if damaged or self._closing:
            return False
        self._queue.refuse(failure, commands=False)
        self._tries_by_itself = not await self._asked_within(self._settings.retry_every)
        self._connection.renew_after(failure)
        return True

    def _tell_of(self, failure: EnvironmentFailure, state: WriterState) -> None:
        log.error("writing %s: %s", state, failure)
        self._set_state(state, again=True)
        for listener in list(self._pause_listeners):
            call_safely(listener, failure)

    async def _asked_within(self, seconds: float) -> bool:
        """Whether ``retry`` or ``close`` was called before the time was over."""
        try:
            await asyncio.wait_for(self._resume.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _commit_turn(self, session: AsyncSession) -> None:
        try:
            await uninterrupted(session.commit())
        except Exception as error:
            translated = translate(error, self._connection.path)
            if translated is error:
                raise
            raise translated from error

    def _set_state(self, state: WriterState, *, again: bool = False) -> None:
        if state is self._state and not again:
            return
        self._state = state
        for listener in list(self._state_listeners):
            call_safely(listener, state)


async def _ended(task: asyncio.Task[None]) -> None:
    await asyncio.wait([task])
