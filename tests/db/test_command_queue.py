# SPDX-License-Identifier: MIT
"""The order in which commands wait."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from novelist.db.command_queue import CommandQueue, Entry


async def nothing(_session):
    """A command that does nothing."""


async def test_commands_leave_in_the_order_they_came_and_turns_alone():
    queue = CommandQueue(capacity=10)
    for _ in range(3):
        queue.put(nothing, None)
    lease = queue.put_lease()
    queue.put(nothing, None)
    sizes = []
    while not queue.is_empty:
        taken = queue.take(2)
        sizes.append(lease if taken[0] is lease else len(taken))
        queue.settle(taken)
    assert sizes == [2, 1, lease, 1]


async def test_what_is_in_hand_counts_until_it_is_settled():
    queue = CommandQueue(capacity=10)
    queue.put(nothing, None)
    taken = queue.take(5)
    barrier = queue.barrier()
    assert len(queue) == 1
    assert not barrier.done()
    queue.settle(taken)
    assert len(queue) == 0
    assert barrier.done()
    assert queue.barrier().done()


async def test_a_barrier_does_not_wait_for_what_comes_later():
    queue = CommandQueue(capacity=10)
    queue.put(nothing, None)
    barrier = queue.barrier()
    queue.put(nothing, None)
    queue.settle(queue.take(1))
    assert barrier.done()


async def test_a_barrier_waits_for_a_command_that_was_replaced_meanwhile():
    queue = CommandQueue(capacity=10)
    queue.put(nothing, "key")
    barrier = queue.barrier()
    queue.put(nothing, None)
    queue.put(nothing, "key")
    queue.settle(queue.take(1))
    assert not barrier.done()
    queue.settle(queue.take(1))
    assert barrier.done()


async def test_room_is_waited_for():
    queue = CommandQueue(capacity=1)
    queue.put(nothing, "key")
    await queue.room_for("key")
    waiting = asyncio.create_task(queue.room_for("other"))
    await asyncio.sleep(0)
    assert not waiting.done()
    queue.take(1)
    await waiting


async def test_a_refusal_reaches_turns_and_barriers_and_all_commands_if_meant():
    queue = CommandQueue(capacity=10)
    command, lease, barrier = queue.put(nothing, None), queue.put_lease(), queue.barrier()
    error = RuntimeError("on purpose")
    queue.refuse(error, commands=False)
    assert (lease.granted.exception(), barrier.exception()) == (error, error)
    assert len(queue) == 1
    assert not command.done()
    queue.refuse(error, commands=True)
    assert command.exception() is error
    assert queue.is_empty


KEYS = st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=30)


@given(KEYS, st.integers(1, 5), st.integers(0, 4))
def test_no_future_is_ever_forgotten(keys, size, returned):
    """Whatever is replaced, taken and put back, every caller hears, and one of a key runs."""

    async def scenario():
        queue = CommandQueue(capacity=100)
        futures = []
        for index, key in enumerate(keys):
            futures.append(queue.put(nothing, key))
            if index % 7 == 6:
                taken = [each for each in queue.take(size) if isinstance(each, Entry)]
                queue.put_back(taken[-returned:] if returned else [])
                finish(queue, taken[: len(taken) - returned] if returned else taken)
        while not queue.is_empty:
            waiting = queue.take(size)
            keyed = [each.key for each in waiting if isinstance(each.key, int)]
            assert len(keyed) == len(set(keyed))
            finish(queue, waiting)
        assert all(future.done() for future in futures)
        assert len(queue) == 0

    def finish(queue, entries):
        for each in entries:
            each.resolve(None)
        queue.settle(entries)

    asyncio.run(scenario())
