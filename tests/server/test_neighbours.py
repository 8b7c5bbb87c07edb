# SPDX-License-Identifier: MIT
"""Two programs on one server: each sees what the other one committed, and nobody loses a word."""

from __future__ import annotations

import asyncio

import pytest

from novelist.db import session as database
from novelist.db.database import database as open_library
from novelist.db.server import neighbours
from novelist.domain.changes import Subject
from novelist.domain.document import document_of
from novelist.errors import ConflictError
from novelist.services import novels, outline, texts
from tests.server.other_program import WITHIN, OtherProgram


@pytest.fixture
def other(database_url):
    """Starts the other program, once there is a library."""
    started = []

    def start():
        started.append(OtherProgram(database_url))
        return started[-1]

    yield start
    for each in started:
        each.close()


async def a_scene(url):
    """An open library with one novel; the ids of the novel and its scene."""
    await database.init_async_db(url)
    await database.init_db()
    novel_id = await novels.create_novel(title="Emma", language="en")
    items = await outline.load_outline(novel_id)
    return novel_id, items[-1].id, items


async def heard(subject, item_id):
    """Wait until a change of the other program is published here."""
    found = asyncio.get_running_loop().create_future()

    def listen(changes):
        if changes.initiator == neighbours.NEIGHBOUR and item_id in changes.ids(subject):
            found.done() or found.set_result(changes)

    forget = database.subscribe_changes(listen)
    try:
        return await asyncio.wait_for(found, WITHIN)
    finally:
        forget()


async def test_a_change_of_the_other_program_is_seen_within_seconds(database_url, other):
    novel_id, item_id, items = await a_scene(database_url)
    news = asyncio.create_task(heard(Subject.ITEM, item_id))
    await asyncio.sleep(0)
    await other().do("rename", novel_id, item_id, "第一章")
    changes = await news
    assert changes.entries[0].novel_id == novel_id
    assert items[-1].title == "第一章"  # the very object that widgets hold


async def test_what_is_typed_here_survives_a_save_over_there(database_url, other):
    _, item_id, _ = await a_scene(database_url)
    loaded = await texts.load_text(item_id)
    page = texts.OpenText(loaded.body)
    await page.save(document_of("before"))
    await other().do("write", item_id, "theirs")
    with pytest.raises(ConflictError):
        await page.save(document_of("mine"))
    assert "mine" in loaded.body.content
    assert "theirs" in await stored(item_id)


async def stored(item_id):
    from sqlalchemy import select

    from novelist.db.models import SceneBody

    async with database.read_session() as session:
        wanted = select(SceneBody.content).where(SceneBody.item_id == item_id)
        return await session.scalar(wanted)


async def test_a_text_that_nobody_touches_here_is_refreshed(database_url, other):
    _, item_id, _ = await a_scene(database_url)
    loaded = await texts.load_text(item_id)
    news = asyncio.create_task(heard(Subject.TEXT, item_id))
    await asyncio.sleep(0)
    await other().do("write", item_id, "theirs")
    await news
    assert "theirs" in loaded.body.content
    await texts.save_text(loaded.body, document_of("mine, after theirs was seen"))


async def test_both_may_write_at_once_and_nothing_is_lost(database_url, other):
    from novelist.domain.enums import ItemKind

    novel_id, _, _ = await a_scene(database_url)
    theirs = asyncio.create_task(other().do("add", novel_id, 30))
    mine = [
        (await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None)).ids[0]
        for _ in range(30)
    ]
    added = mine + await theirs
    items = await outline.load_outline(novel_id)
    assert len(set(added)) == 60
    assert set(added) <= {item.id for item in items}
    top = [item.position for item in items if item.parent_id is None]
    assert len(set(top)) == len(top)  # each found its own place


async def test_ones_own_changes_are_not_told_again(database_url):
    novel_id, item_id, _ = await a_scene(database_url)
    told = []
    forget = database.subscribe_changes(told.append)
    await outline.set_attribute(novel_id, ids=[item_id], name="title", value="mine")
    await open_library.opened.neighbours.look()
    forget()
    assert [changes.initiator for changes in told] == [""]
