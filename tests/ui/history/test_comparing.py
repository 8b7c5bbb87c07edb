# SPDX-License-Identifier: MIT
"""Comparisons one after the other; those that nobody waits for any more never begin."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QObject

from novelist.ui.history.comparing import Comparing
from novelist.ui.tasks import Tasks


@pytest.fixture
def comparing(qapp):
    owner, errors = QObject(), []
    tasks = Tasks(owner, errors.append)
    yield tasks, Comparing(tasks)
    assert not errors


async def test_versions_that_are_passed_by_are_never_compared(comparing):
    tasks, one_by_one = comparing
    begun, may_end = [], asyncio.Event()

    async def make(name):
        begun.append(name)
        await may_end.wait()
        return name

    for name in "abc":
        last = tasks.latest("show", one_by_one.compare(lambda name=name: make(name)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    may_end.set()
    assert await last == "c"
    assert begun == ["a", "c"]


async def test_an_error_comes_to_who_waits_and_the_next_is_compared(comparing):
    _, one_by_one = comparing

    async def fail():
        raise ValueError("damaged")

    async def work():
        return "compared"

    with pytest.raises(ValueError, match="damaged"):
        await one_by_one.compare(fail)
    assert await one_by_one.compare(work) == "compared"
