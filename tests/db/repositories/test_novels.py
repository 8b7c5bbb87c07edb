# SPDX-License-Identifier: MIT
"""The promises of the novel repository."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from novelist.db.base import utc_now
from novelist.db.repositories import NovelRepository, OutlineRepository
from novelist.db.session import get_session, read_session
from novelist.errors import NotFoundError
from tests.db.rows import a_novel, a_text, an_item, rows

MORNING = datetime(2026, 1, 2, 8, tzinfo=UTC)


async def test_a_novel_comes_back_as_it_was_created(opened):
    async with get_session() as session:
        novel_id = await NovelRepository(session).create(title="雾港", language="zh", target=5)
    async with read_session() as session:
        novel = await NovelRepository(session).get(novel_id)
    assert (novel.title, novel.language, novel.target, novel.version) == ("雾港", "zh", 5, 1)
    assert novel.created_at.tzinfo is UTC


async def test_a_missing_novel_is_named(opened):
    async with read_session() as session:
        novels = NovelRepository(session)
        assert await novels.find(404) is None
        with pytest.raises(NotFoundError, match="404"):
            await novels.get(404)


async def test_cards_count_what_is_live_and_in_the_manuscript(opened):
    async with get_session() as session:
        novel_id = await a_novel(session)
        counts = {"words": 10, "characters": 50}
        chapter = await an_item(session, novel_id, "chapter")
        await an_item(session, novel_id, parent_id=chapter, **counts)
        await an_item(session, novel_id, parent_id=chapter, **counts)
        await an_item(session, novel_id, "front", **counts)
        await an_item(session, novel_id, parent_id=chapter, deleted_at=utc_now(), **counts)
        await an_item(session, novel_id, parent_id=chapter, in_manuscript=False, **counts)
        await an_item(session, novel_id, "note", **counts)
    async with read_session() as session:
        (card,) = await NovelRepository(session).list_cards()
    assert (card.words, card.characters, card.chapters, card.scenes) == (30, 150, 1, 2)


async def test_cards_stand_in_the_order_of_opening(opened):
    async with get_session() as session:
        never = await a_novel(session, opened_at=None)
        first = await a_novel(session, opened_at=MORNING)
        last = await a_novel(session, opened_at=MORNING + timedelta(hours=1))
    async with read_session() as session:
        cards = await NovelRepository(session).list_cards()
    assert [card.id for card in cards] == [last, first, never]
    assert cards[0].opened_at == MORNING + timedelta(hours=1)
    assert (cards[2].words, cards[2].chapters) == (0, 0)


async def test_the_trash_and_the_shelf_are_apart(opened):
    async with get_session() as session:
        kept = await a_novel(session)
        thrown = await a_novel(session, deleted_at=utc_now())
    async with read_session() as session:
        novels = NovelRepository(session)
        assert [card.id for card in await novels.list_cards()] == [kept]
        assert [card.id for card in await novels.list_cards(trashed=True)] == [thrown]
        assert await novels.count_live() == 1


async def test_applying_values_raises_the_version(opened):
    async with get_session() as session:
        novel_id = await a_novel(session)
        await NovelRepository(session).apply(novel_id, {"title": "Persuasion"})
    assert rows(opened, "SELECT title, version FROM novels") == [("Persuasion", 2)]
    with pytest.raises(NotFoundError):
        async with get_session() as session:
            await NovelRepository(session).apply(404, {"title": "Nobody"})


async def test_statuses_and_labels_keep_their_order(opened):
    choices = [{"name": "初稿", "hue": "clay"}, {"name": "二稿", "hue": "moss"}]
    async with get_session() as session:
        novels, novel_id = NovelRepository(session), await a_novel(session)
        await novels.add_statuses(novel_id, choices)
        await novels.add_labels(novel_id, reversed(choices))
        await novels.add_labels(novel_id, [])
    async with read_session() as session:
        novels = NovelRepository(session)
        statuses, labels = await novels.list_statuses(novel_id), await novels.list_labels(novel_id)
    assert [status.name for status in statuses] == ["初稿", "二稿"]
    assert [label.name for label in labels] == ["二稿", "初稿"]
    assert statuses[0].position < statuses[1].position


async def test_a_novel_is_purged_with_all_it_holds_and_only_from_the_trash(opened):
    async with get_session() as session:
        novel_id = await a_novel(session)
        item_id = await an_item(session, novel_id)
        await a_text(session, item_id, "It was early.")
    with pytest.raises(NotFoundError):
        async with get_session() as session:
            await NovelRepository(session).purge(novel_id)
    async with get_session() as session:
        await NovelRepository(session).apply(novel_id, {"deleted_at": utc_now()})
        await NovelRepository(session).purge(novel_id)
    for table in ("novels", "outline_items", "scene_bodies"):
        assert rows(opened, f"SELECT * FROM {table}") == []


async def test_an_id_is_never_used_again(opened):
    async with get_session() as session:
        novel_id = await a_novel(session, deleted_at=utc_now())
        item_id = await an_item(session, novel_id)
        await NovelRepository(session).purge(novel_id)
        assert await a_novel(session) > novel_id
        assert await OutlineRepository(session).count_live(novel_id) == 0
        assert await an_item(session, novel_id + 1) > item_id
