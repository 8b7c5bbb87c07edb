# SPDX-License-Identifier: MIT
"""The promises of ``novelist.ui.tasks``."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QObject

from novelist.ui.tasks import Tasks


class FailedError(Exception):
    """Raised by the coroutines of these tests."""


@pytest.fixture
def owner(qapp):
    return QObject()


async def next_turn():
    turn = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(turn.set_result, None)
    await turn


def run(coroutine):
    with asyncio.Runner() as runner:
        return runner.run(coroutine)


def test_an_error_is_reported_and_does_not_stop_the_others(owner):
    seen, done = [], []

    async def fails():
        raise FailedError

    async def works():
        await next_turn()
        done.append(True)

    async def main():
        tasks = Tasks(owner, seen.append)
        tasks.start(fails())
        tasks.start(works())
        await tasks.finish()

    run(main())
    assert done == [True]
    assert [type(error) for error in seen] == [FailedError]


def test_latest_cancels_the_older_one(owner):
    done = []

    async def note(number):
        await next_turn()
        done.append(number)

    async def main():
        tasks = Tasks(owner, done.append)
        tasks.latest("search", note(1))
        tasks.latest("search", note(2))
        await tasks.finish()

    run(main())
    assert done == [2]


def test_cancelled_work_is_not_an_error(owner):
    seen = []

    async def main():
        tasks = Tasks(owner, seen.append)
        tasks.start(asyncio.Event().wait())
        tasks.cancel_all()
        await tasks.finish()
        return tasks.running

    assert run(main()) == 0
    assert seen == []


def test_what_was_started_with_a_key_is_cancelled_by_it(owner):
    done = []

    async def note(number):
        await next_turn()
        done.append(number)

    async def main():
        tasks = Tasks(owner, done.append)
        tasks.latest("list", note(1))
        tasks.latest("show", note(2))
        tasks.cancel("list", "never started")
        await tasks.finish()

    run(main())
    assert done == [2]


def test_tasks_within_others_are_waited_for_by_these_and_report_their_own_errors(owner):
    inner, outer = [], []

    async def fails():
        await next_turn()
        raise FailedError

    async def main():
        around = Tasks(owner, outer.append)
        Tasks(owner, inner.append, within=around).start(fails())
        await around.finish()
        return around.running

    assert run(main()) == 0
    assert (len(inner), outer) == (1, [])
