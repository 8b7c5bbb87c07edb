# SPDX-License-Identifier: MIT
"""A title is on disk when its save returns, whoever began it."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QObject

from novelist.db.models import OutlineItem
from novelist.ui.tasks import Tasks
from novelist.ui.typed_titles import TypedTitles


class Store:
    """Saves when its gate is open, and says what it saved."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.saved = []

    async def save(self, item):
        title = item.title
        await self.gate.wait()
        self.saved.append(title)


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def titles(store, qapp):
    owner = QObject()
    yield TypedTitles(store.save, Tasks(owner, lambda _error: None), owner)
    owner.deleteLater()


async def test_a_second_flush_returns_no_sooner_than_the_title_is_on_disk(titles, store):
    titles.type(OutlineItem(id=1, title=""), "Fog")
    first, second = asyncio.ensure_future(titles.save()), asyncio.ensure_future(titles.save())
    for _turn in range(5):
        await asyncio.sleep(0)
    assert not second.done()
    store.gate.set()
    await asyncio.gather(first, second)
    assert store.saved == ["Fog"]


async def test_a_title_that_is_being_saved_is_not_saved_yet(titles, store):
    item = OutlineItem(id=1, title="")
    titles.type(item, "Fog")
    left = []
    titles.saved.connect(lambda: left.append(bool(titles)))
    saving = asyncio.ensure_future(titles.save())
    await asyncio.sleep(0)
    assert titles
    titles.type(item, "Fog and tide")
    store.gate.set()
    await saving
    assert titles
    await titles.save()
    assert left == [False]
    assert store.saved == ["Fog", "Fog and tide"]
