# SPDX-License-Identifier: MIT
"""The promises of a live object: one a row, saved without losing a keystroke."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from sqlalchemy import update

from novelist.db.base import utc_now
from novelist.db.models import Novel, OutlineItem, Preference, SceneBody
from novelist.db.repositories import NovelRepository, OutlineRepository, SceneBodyRepository
from novelist.db.saving import keep_mine, save, unsaved
from novelist.db.session import (
    get_session,
    identity_map,
    read_session,
    subscribe_changes,
    writer,
)
from novelist.domain.changes import Action, Changes, Subject
from novelist.domain.counting import Counts
from novelist.errors import ConflictError, SessionMisuseError
from tests.db.rows import a_novel, a_text, an_item, fail, note, rows


async def a_scene():
    """A live item of a new novel, and its live text."""
    async with get_session() as session:
        novel_id = await a_novel(session)
        item_id = await an_item(session, novel_id, title="One")
        await a_text(session, item_id, "It was early.")
    async with read_session() as session:
        (item,) = await OutlineRepository(session).list_for_novel(novel_id)
        return item, await SceneBodyRepository(session).get(item_id)


def titles(library):
    return [row[0] for row in rows(library, "SELECT title FROM outline_items ORDER BY id")]


async def change_behind(item, **columns):
    """Change the row as another program would."""

    async def command(session):
        await session.execute(
            update(OutlineItem)
            .where(OutlineItem.id == item.id)
            .values(version=OutlineItem.version + 1, **columns)
            .execution_options(synchronize_session=False)
        )

    await writer().submit(command)


async def test_a_save_writes_what_changed_and_raises_the_version(opened):
    item, _ = await a_scene()
    before = item.updated_at
    item.title = "雾港"
    await save(item)
    assert titles(opened) == ["雾港"]
    assert item.version == 2
    assert item.updated_at > before
    assert unsaved(item) == {}


async def test_a_save_of_nothing_is_nothing(opened):
    item, _ = await a_scene()
    await save(item, changes=Changes.of(Subject.ITEM, Action.UPDATED, [item.id]))
    item.title = item.title
    await save(item)
    assert item.version == 1


async def test_a_burst_of_saves_is_one_write_of_the_newest(opened):
    item, _ = await a_scene()
    saves = []
    for number in range(100):
        item.title = str(number)
        saves.append(save(item))
    await asyncio.gather(*saves)
    assert titles(opened) == ["99"]
    assert item.version == 2


async def test_what_is_typed_during_a_save_stays_unsaved(opened):
    item, _ = await a_scene()

    async def type_on(_session, _values):
        item.title = "typed meanwhile"
        item.synopsis = "also typed"

    item.title = "first"
    await save(item, also=type_on)
    assert titles(opened) == ["first"]
    assert unsaved(item) == {"title": "typed meanwhile", "synopsis": "also typed"}
    await save(item)
    assert titles(opened) == ["typed meanwhile"]


async def test_a_text_is_saved_by_its_item_id(opened):
    _, body = await a_scene()
    body.content = '{"novelist":1}\n["p",["Later."]]\n'
    await save(body)
    assert rows(opened, "SELECT content, version FROM scene_bodies") == [(body.content, 2)]


async def test_other_work_goes_into_the_same_transaction(opened):
    item, body = await a_scene()
    seen = []

    async def also(session, values):
        seen.append(sorted(values))
        await OutlineRepository(session).set_counts(body.item_id, Counts(7, 8, 9))

    body.content = '{"novelist":1}\n'
    await save(body, also=also)
    assert seen == [["author", "content", "device", "updated_at"]]
    assert rows(opened, "SELECT words FROM outline_items") == [(7,)]
    assert (item.words, item.version) == (7, 1)  # counts derive: nobody's typing conflicts


async def test_a_failure_of_the_other_work_takes_the_save_back_and_keeps_the_typing(opened):
    item, _ = await a_scene()

    async def also(session, _values):
        await fail(session)

    item.title = "typed"
    with pytest.raises(RuntimeError):
        await save(item, also=also)
    assert titles(opened) == ["One"]
    assert unsaved(item) == {"title": "typed"}
    await save(item)
    assert titles(opened) == ["typed"]


async def test_a_conflict_keeps_both(opened):
    item, _ = await a_scene()
    await change_behind(item, title="theirs")
    item.title = "ours"
    with pytest.raises(ConflictError) as caught:
        await save(item)
    assert (caught.value.ours, caught.value.theirs) == (1, 2)
    assert titles(opened) == ["theirs"]
    assert unsaved(item) == {"title": "ours"}


async def test_a_settled_conflict_saves(opened):
    item, _ = await a_scene()
    await change_behind(item, title="theirs")
    item.title = "ours"
    with pytest.raises(ConflictError) as caught:
        await save(item)
    keep_mine(item, caught.value.theirs)
    await save(item)
    assert titles(opened) == ["ours"]
    assert item.version == 3


async def test_a_save_of_a_removed_row_is_a_conflict_with_nothing(opened):
    item, _ = await a_scene()
    async with get_session() as session:
        outlines = OutlineRepository(session)
        await outlines.remove([item.id])
        await outlines.purge([item.id])
    item.title = "typed"
    with pytest.raises(ConflictError) as caught:
        await save(item)
    assert caught.value.theirs is None


async def test_a_save_is_announced_after_the_commit(opened):
    item, _ = await a_scene()
    heard = []
    unsubscribe = subscribe_changes(lambda changes: heard.append((changes, titles(opened))))
    changes = Changes.of(Subject.ITEM, Action.UPDATED, [item.id], initiator="inspector")
    item.title = "typed"
    await save(item, changes=changes)
    unsubscribe()
    assert heard == [(changes, ["typed"])]


async def test_a_cancelled_save_is_still_marked_saved(opened):
    item, _ = await a_scene()
    item.title = "typed"
    task = asyncio.create_task(save(item))
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await writer().flush()
    assert unsaved(item) == {}
    item.title = "again"
    await save(item)
    assert titles(opened) == ["again"]


async def test_a_command_on_the_same_row_in_the_same_group_is_no_conflict(opened):
    item, _ = await a_scene()

    async def undo(session):
        await OutlineRepository(session).apply({item.id: {"synopsis": "as before"}})

    item.title = "typed"
    undone = writer().post(undo)
    await save(item)
    await undone
    assert rows(opened, "SELECT title, synopsis, version FROM outline_items") == [
        ("typed", "as before", 3)
    ]
    assert (item.synopsis, item.version) == ("as before", 3)


async def test_an_object_of_a_session_is_refused(opened):
    async with get_session() as session:
        novel = Novel(title="Emma")
        session.add(novel)
        await session.flush()
        with pytest.raises(SessionMisuseError, match="session"):
            await save(novel)


# One live object a row


async def test_loading_twice_gives_one_object(opened):
    item, body = await a_scene()
    async with read_session() as session:
        (again,) = await OutlineRepository(session).list_for_novel(item.novel_id)
        assert again is item
        assert await SceneBodyRepository(session).get(item.id) is body
    assert await _novel(item.novel_id) is await _novel(item.novel_id)


async def _novel(novel_id):
    async with read_session() as session:
        return await NovelRepository(session).get_live(novel_id)


async def test_loading_again_brings_new_values_and_keeps_typed_ones(opened):
    item, _ = await a_scene()
    item.title = "typed"
    await change_behind(item, synopsis="theirs")
    async with read_session() as session:
        await OutlineRepository(session).list_for_novel(item.novel_id)
    assert (item.synopsis, item.title, item.version) == ("theirs", "typed", 2)
    await save(item)
    assert titles(opened) == ["typed"]


async def test_loading_what_others_changed_too_leaves_the_conflict_to_the_save(opened):
    item, _ = await a_scene()
    item.title = "ours"
    await change_behind(item, title="theirs")
    async with read_session() as session:
        await OutlineRepository(session).list_for_novel(item.novel_id)
    assert item.title == "ours"
    with pytest.raises(ConflictError):
        await save(item)


async def test_typing_what_is_there_already_is_no_change(opened):
    item, _ = await a_scene()
    item.title = "same"
    await change_behind(item, title="same")
    async with read_session() as session:
        await OutlineRepository(session).list_for_novel(item.novel_id)
    assert unsaved(item) == {}
    assert item.version == 2


async def test_a_reading_session_that_began_before_a_save_brings_nothing_old(opened):
    item, _ = await a_scene()
    async with read_session() as session:
        outlines = OutlineRepository(session)
        await outlines.count_live(item.novel_id)
        item.title = "new"
        await save(item)
        await outlines.list_for_novel(item.novel_id)
    assert (item.title, item.version) == ("new", 2)


async def test_a_change_by_a_command_reaches_the_live_object_after_the_commit(opened):
    item, _ = await a_scene()

    async def command(session):
        await OutlineRepository(session).apply({item.id: {"title": "moved", "position": 9}})
        assert item.title == "One"

    await writer().submit(command)
    assert (item.title, item.position, item.version) == ("moved", 9, 2)


async def test_a_change_that_is_rolled_back_never_reaches_the_live_object(opened):
    item, _ = await a_scene()

    async def command(session):
        await OutlineRepository(session).apply({item.id: {"title": "moved"}})
        await fail(session)

    with pytest.raises(RuntimeError):
        await writer().submit(command)
    assert (item.title, item.version) == ("One", 1)


async def test_what_a_writing_session_reads_is_not_bound(opened):
    item, body = await a_scene()

    async def command(session):
        loose = await OutlineRepository(session).get(item.id)
        text = await SceneBodyRepository(session).get(item.id)
        return loose is not item and text is not body

    assert await writer().submit(command)


async def test_a_purged_row_is_forgotten(opened):
    item, _ = await a_scene()
    async with get_session() as session:
        outlines = OutlineRepository(session)
        await outlines.remove([item.id])
        await outlines.purge([item.id])
    assert identity_map().find(OutlineItem, item.id) is None
    assert identity_map().find(SceneBody, item.id) is None


async def test_live_objects_live_as_long_as_somebody_holds_them(opened):
    item, body = await a_scene()
    assert len(identity_map()) == 2
    del item, body
    assert len(identity_map()) == 0


async def test_an_object_in_a_session_cannot_be_bound(opened):
    async with get_session() as session:
        preference = Preference(key="a", value=utc_now().isoformat())
        session.add(preference)
        await session.flush()
        with pytest.raises(SessionMisuseError, match="expunge"):
            identity_map().adopt(preference)


async def test_rows_without_a_version_take_every_new_value(opened):
    await writer().submit(note("a", 1))
    async with read_session() as session:
        first = await session.get(Preference, "a")
        session.expunge(first)
        assert identity_map().adopt(first) is first
        again = await session.get(Preference, "a")
        session.expunge(again)
        again.value = 2
        assert identity_map().adopt(again) is first
    assert first.value == 2
