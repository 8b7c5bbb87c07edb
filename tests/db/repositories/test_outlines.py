# SPDX-License-Identifier: MIT
"""The promises of the outline repository."""

from __future__ import annotations

import asyncio

import pytest

from novelist.db.base import utc_now
from novelist.db.repositories import OutlineRepository
from novelist.db.session import get_session, read_session
from novelist.domain.outline import GAP, Row
from novelist.errors import NotFoundError
from tests.db.rows import a_novel, a_text, an_item, rows


async def a_tree():
    """A part that holds a chapter that holds two scenes, beside a note; the ids in that order."""
    async with get_session() as session:
        novel = await a_novel(session)
        note = await an_item(session, novel, "note", position=2, title="note")
        part = await an_item(session, novel, "part", position=1, title="part")
        chapter = await an_item(session, novel, "chapter", parent_id=part, title="chapter")
        below = {"parent_id": chapter}
        second = await an_item(session, novel, position=2, title="second", **below)
        first = await an_item(session, novel, position=1, title="first", **below)
    return novel, part, chapter, first, second, note


def live_ids(library):
    found = rows(library, "SELECT id FROM outline_items WHERE deleted_at IS NULL")
    return {row[0] for row in found}


async def test_the_outline_is_listed_in_tree_order_without_the_trash(opened):
    novel, part, *_ = await a_tree()
    async with get_session() as session:
        await an_item(session, novel, deleted_at=utc_now(), title="thrown away")
        await an_item(session, await a_novel(session), title="of another novel")
    async with read_session() as session:
        outlines = OutlineRepository(session)
        items = await outlines.list_for_novel(novel)
        assert await outlines.count_live(novel) == 5
    assert [item.title for item in items] == ["part", "chapter", "first", "second", "note"]
    assert items[0].id == part


async def test_the_rules_get_rows(opened):
    novel, part, *_ = await a_tree()
    async with read_session() as session:
        found = await OutlineRepository(session).list_rows(novel)
    assert Row(part, None, 1, "part", "part") in found
    assert len(found) == 5


async def test_a_missing_item_is_named(opened):
    async with read_session() as session:
        outlines = OutlineRepository(session)
        assert await outlines.find(404) is None
        with pytest.raises(NotFoundError, match="item 404"):
            await outlines.get(404)


async def test_many_items_come_in_the_order_asked_for(opened):
    _, part, chapter, first, *_ = await a_tree()
    async with read_session() as session:
        found = await OutlineRepository(session).get_many([first, 404, part, chapter, first])
    assert [item.id for item in found] == [first, part, chapter]


async def test_descendants_are_all_that_is_live_below(opened):
    _, part, chapter, first, second, _ = await a_tree()
    async with get_session() as session:
        outlines = OutlineRepository(session)
        assert set(await outlines.descendants_of([part])) == {chapter, first, second}
        assert await outlines.descendants_of([]) == []
        await outlines.remove([first])
        assert set(await outlines.descendants_of([part, chapter])) == {second}
        assert first in await outlines.descendants_of([part], deleted=True)


async def test_applying_values_raises_versions_and_the_moment_of_change(opened):
    _, part, chapter, *_ = await a_tree()
    before = rows(opened, "SELECT updated_at FROM outline_items WHERE id = ?", part)
    async with get_session() as session:
        await OutlineRepository(session).apply(
            {part: {"position": 7}, chapter: {"title": "新章", "in_manuscript": False}}
        )
    found = rows(
        opened,
        "SELECT position, title, in_manuscript, version FROM outline_items WHERE id IN (?, ?)"
        " ORDER BY id",
        part,
        chapter,
    )
    assert found == [(7, "part", 1, 2), (1, "新章", 0, 2)]
    assert rows(opened, "SELECT updated_at FROM outline_items WHERE id = ?", part) > before


async def test_applying_values_to_nobody_changes_nothing(opened):
    _, part, *_ = await a_tree()
    with pytest.raises(NotFoundError):
        async with get_session() as session:
            await OutlineRepository(session).apply({part: {"title": "x"}, 404: {"title": "x"}})
    assert rows(opened, "SELECT title FROM outline_items WHERE id = ?", part) == [("part",)]


async def test_the_present_values_can_be_asked_for(opened):
    _, part, chapter, *_ = await a_tree()
    wanted = {part: {"title": "new"}, chapter: {"position": 5, "parent_id": None}}
    async with read_session() as session:
        outlines = OutlineRepository(session)
        assert await outlines.values_of(wanted) == {
            part: {"title": "part"},
            chapter: {"position": 1, "parent_id": part},
        }
        with pytest.raises(NotFoundError):
            await outlines.values_of({404: {"title": ""}})


async def test_an_item_takes_to_the_trash_what_is_below_it_and_brings_it_back(opened):
    novel, part, chapter, first, second, note = await a_tree()
    async with get_session() as session:
        outlines = OutlineRepository(session)
        await outlines.remove([first])
        await outlines.remove([part])
    assert live_ids(opened) == {note}
    async with read_session() as session:
        trash = await OutlineRepository(session).list_trash(novel)
    assert [item.id for item in trash] == [part, first]
    async with get_session() as session:
        await OutlineRepository(session).restore([part])
    assert live_ids(opened) == {part, chapter, second, note}


async def test_purging_takes_only_what_went_to_the_trash_with_it(opened):
    _, part, _, first, _, note = await a_tree()
    async with get_session() as session:
        await a_text(session, first, "It was early.")
        outlines = OutlineRepository(session)
        await outlines.remove([first])
        await outlines.remove([part])
        await outlines.purge([part])
    assert rows(opened, "SELECT id, parent_id FROM outline_items ORDER BY id") == [
        (note, None),
        (first, None),
    ]
    assert len(rows(opened, "SELECT * FROM scene_bodies")) == 1


async def test_what_is_not_in_the_trash_is_not_purged(opened):
    _, part, *_ = await a_tree()
    with pytest.raises(NotFoundError):
        async with get_session() as session:
            await OutlineRepository(session).purge([part])
    assert len(live_ids(opened)) == 5


async def test_many_rows_are_added_at_once_and_their_ids_keep_the_order(opened):
    async with get_session() as session:
        outlines, novel = OutlineRepository(session), await a_novel(session)
        rows_ = [
            {"novel_id": novel, "position": number, "kind": "scene", "title": str(number)}
            for number in range(2500)
        ]
        ids = await outlines.add_rows(rows_)
        assert await outlines.add_rows([]) == []
    titles = dict(rows(opened, "SELECT id, title FROM outline_items"))
    assert [titles[each] for each in ids] == [str(number) for number in range(2500)]


async def test_a_long_outline_loads_without_holding_the_others_up(opened):
    """While it loads the others have their turns, again and again."""
    async with get_session() as session:
        outlines, novel = OutlineRepository(session), await a_novel(session)
        await outlines.add_rows(
            [
                {"novel_id": novel, "position": number * GAP, "kind": "scene"}
                for number in range(5000)
            ]
        )

    async def load():
        async with read_session() as session:
            return await OutlineRepository(session).list_for_novel(novel)

    loading, turns = asyncio.create_task(load()), 0
    while not loading.done():
        await asyncio.sleep(0)
        turns += 1
    assert len(await loading) == 5000
    assert turns > 20
