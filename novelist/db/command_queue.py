# SPDX-License-Identifier: MIT
"""The order in which commands wait for the writer: first in, first out, one of a key."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from novelist.db.audit import Signature, signature
from novelist.db.statistics import Statistics

Command = Callable[[AsyncSession], Awaitable[Any]]


@dataclass(slots=True, eq=False)
class Entry:
    """One command and everybody who waits for it."""

    sequence: int  # of the oldest command that it replaces
    command: Command
    key: Hashable
    futures: list[asyncio.Future[Any]] = field(default_factory=list)
    settled: bool = False  # committed, or failed by itself: it never runs again
    signature: Signature = field(default_factory=signature)  # of whoever gave the command

    def resolve(self, result: Any) -> None:  # noqa: ANN401 - whatever the command returns
        """Give the result to all who still wait."""
        self.settled = True
        for future in self.futures:
            if not future.done():
                future.set_result(result)

    def fail(self, error: BaseException) -> None:
        """Give the error to all who still wait."""
        self.settled = True
        for future in self.futures:
            if not future.done():
                future.set_exception(error)


@dataclass(slots=True, eq=False)
class Lease:
    """Somebody's turn: the held connection is theirs from ``granted`` until ``released``."""

    sequence: int
    granted: asyncio.Future[AsyncConnection]
    released: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[Any] | None = None

    def fail(self, error: BaseException) -> None:
        """The turn does not come."""
        if not self.granted.done():
            self.granted.set_exception(error)


Waiting = Entry | Lease


class CommandQueue:
    """Waiting commands and turns, with coalescing, room, and barriers."""

    def __init__(self, capacity: int, statistics: Statistics | None = None) -> None:
        self._capacity = capacity
        self._statistics = statistics or Statistics()
        self._waiting: OrderedDict[Hashable, Waiting] = OrderedDict()
        self._in_hand: list[Waiting] = []
        self._sequence = 0
        self._barriers: list[tuple[int, asyncio.Future[None]]] = []
        self._changed = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()

    def __len__(self) -> int:
        return len(self._waiting) + len(self._in_hand)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    async def room_for(self, key: Hashable | None) -> None:
        """Wait until one more command fits, or would replace one that waits."""
        while len(self._waiting) >= self._capacity and (key is None or key not in self._waiting):
            self._room.clear()
            await self._room.wait()

    def put(self, command: Command, key: Hashable | None) -> asyncio.Future[Any]:
        """Add a command; one of the same key that still waits is replaced, its futures kept."""
        future = asyncio.get_running_loop().create_future()
        self._sequence += 1
        entry = Entry(self._sequence, command, object() if key is None else key, [future])
        older = self._waiting.pop(entry.key, None)
        if isinstance(older, Entry):
            entry.sequence = older.sequence
            entry.futures = [*older.futures, future]
            self._statistics.count_coalesced()
        self._waiting[entry.key] = entry
        self._changed.set()
        return future

    def put_lease(self) -> Lease:
        """Ask for a turn."""
        self._sequence += 1
        lease = Lease(self._sequence, asyncio.get_running_loop().create_future())
        lease.task = asyncio.current_task()
        self._waiting[lease] = lease
        self._changed.set()
        return lease

    async def arrival(self) -> None:
        """Wait until something is in the queue, or ``wake`` is called."""
        if not self._waiting:
            self._changed.clear()
            await self._changed.wait()

    def wake(self) -> None:
        """Let ``arrival`` return."""
        self._changed.set()

    def take(self, limit: int) -> Sequence[Waiting]:
        """The next commands, at most ``limit``; or the next turn, alone. They are then in hand."""
        taken: list[Waiting] = []
        while self._waiting and len(taken) < limit:
            following = next(iter(self._waiting.values()))
            if taken and isinstance(following, Lease):
                break
            taken.append(self._waiting.popitem(last=False)[1])
            if isinstance(following, Lease):
                break
        self._in_hand = list(taken)
        self._room.set()
        return taken

    def put_back(self, entries: Sequence[Entry]) -> None:
        """These are no longer in hand; those that are not settled return to the front, in order.

        Where a newer one of the same key waits, it takes over the futures instead.
        """
        for entry in reversed([each for each in entries if not each.settled]):
            newer = self._waiting.get(entry.key)
            if isinstance(newer, Entry):
                newer.sequence = entry.sequence
                newer.futures = [*entry.futures, *newer.futures]
                self._statistics.count_coalesced()
            else:
                self._waiting[entry.key] = entry
                self._waiting.move_to_end(entry.key, last=False)
        self.settle(entries)

    def settle(self, done: Sequence[Waiting]) -> None:
        """These are no longer in hand; barriers that waited for them fall."""
        finished = set(map(id, done))
        self._in_hand = [each for each in self._in_hand if id(each) not in finished]
        if not self._barriers:
            return
        oldest = min((e.sequence for e in (*self._waiting.values(), *self._in_hand)), default=None)
        kept = []
        for sequence, future in self._barriers:
            if oldest is not None and oldest <= sequence:
                kept.append((sequence, future))
            elif not future.done():
                future.set_result(None)
        self._barriers = kept

    def barrier(self) -> asyncio.Future[None]:
        """A future that resolves when everything given so far is done."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._barriers.append((self._sequence, future))
        self.settle(())
        return future

    def refuse(self, error: BaseException, *, commands: bool) -> None:
        """Fail the waiting turns and barriers and, with ``commands``, every command too."""
        waiting = [*self._in_hand, *self._waiting.values()]
        for each in waiting:
            if commands or isinstance(each, Lease):
                each.fail(error)
        if commands:
            self._waiting.clear()
            self._in_hand.clear()
        else:
            for lease in [each for each in self._waiting.values() if isinstance(each, Lease)]:
                del self._waiting[lease]
        barriers, self._barriers = self._barriers, []
        for _, future in barriers:
            if not future.done():
                future.set_exception(error)
        self._room.set()
