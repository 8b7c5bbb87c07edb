# SPDX-License-Identifier: MIT
"""The promises of the repository of texts."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from novelist.db.base import utc_now
from novelist.db.repositories import OutlineRepository, SceneBodyRepository
from novelist.db.session import get_session, read_session
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.errors import NotFoundError, StorageCorruptError
from tests.db.rows import a_novel, a_text, an_item, rows

CONTENT = to_json_lines(document_of("雾港 at night.", "Later."))


async def a_scene(*paragraphs):
    async with get_session() as session:
        item_id = await an_item(session, await a_novel(session))
        if paragraphs:
            await a_text(session, item_id, *paragraphs)
    return item_id


async def test_a_text_brings_all_that_derives_from_it(opened):
    item_id = await a_scene()
    async with get_session() as session:
        await SceneBodyRepository(session).replace(item_id, CONTENT)
    found = rows(opened, "SELECT content, plain_text, digest, version FROM scene_bodies")
    assert found == [(CONTENT, "雾港 at night.\nLater.", digest(CONTENT), 1)]
    counted = rows(opened, "SELECT words, characters, characters_no_spaces FROM outline_items")
    assert counted[0][0] == 5


async def test_replacing_a_text_raises_its_version(opened):
    item_id = await a_scene("Before.")
    async with get_session() as session:
        await SceneBodyRepository(session).replace(item_id, CONTENT)
    assert rows(opened, "SELECT content, version FROM scene_bodies") == [(CONTENT, 2)]


async def test_a_missing_text_is_named(opened):
    item_id = await a_scene()
    async with read_session() as session:
        bodies = SceneBodyRepository(session)
        assert await bodies.find(item_id) is None
        with pytest.raises(NotFoundError, match="text"):
            await bodies.get(item_id)
        assert await bodies.contents_of([item_id]) == {}


async def test_a_damaged_text_is_never_shown_as_if_it_were_whole(opened):
    item_id = await a_scene("It was early.")
    async with get_session() as session:
        await session.execute(text("UPDATE scene_bodies SET content = replace(content, 'a', 'o')"))
    async with read_session() as session:
        bodies = SceneBodyRepository(session)
        with pytest.raises(StorageCorruptError, match=str(item_id)):
            await bodies.get(item_id)
        with pytest.raises(StorageCorruptError, match=str(item_id)):
            await bodies.contents_of([item_id])


async def test_contents_come_by_item(opened):
    first, second = await a_scene("One."), await a_scene("Two.")
    async with read_session() as session:
        found = await SceneBodyRepository(session).contents_of([second, first, second, 404])
    assert found == {
        first: to_json_lines(document_of("One.")),
        second: to_json_lines(document_of("Two.")),
    }


async def test_a_long_novel_is_added_at_once(opened):
    content = to_json_lines(document_of("雾港的夜。" * 500))
    body = {
        "content": content,
        "plain_text": "雾港的夜。" * 500,
        "digest": digest(content),
        "updated_at": utc_now(),
    }
    async with get_session() as session:
        novel_id = await a_novel(session)
        ids = await OutlineRepository(session).add_rows(
            [{"novel_id": novel_id, "kind": "scene", "position": n} for n in range(2000)]
        )
        bodies = SceneBodyRepository(session)
        await bodies.add_rows([body | {"item_id": item_id} for item_id in ids])
        await bodies.add_rows([])
    assert rows(opened, "SELECT count(*) FROM scene_bodies") == [(2000,)]
