# SPDX-License-Identifier: MIT
"""The index of a library file: always right, whoever writes, and made anew where it must be."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import delete, text, update

from novelist.db import session as database
from novelist.db.engine import DatabaseSettings
from novelist.db.models import Novel, OutlineItem, SceneBody
from novelist.db.repositories.searching import SearchRepository
from novelist.db.search.fts5 import TABLE
from novelist.db.writer import WriterSettings
from novelist.domain.finding.search_text import Query
from novelist.services.finding.search import search_library
from tests.db.rows import a_novel, a_text, an_item, rows


async def candidates(wanted):
    async with database.read_session() as session:
        return await SearchRepository(session).candidates(Query(wanted))


async def write(*paragraphs):
    """A scene with these words, through the writer; its id."""

    async def command(session):
        item_id = await an_item(session, await a_novel(session))
        await a_text(session, item_id, *paragraphs)
        return item_id

    return await database.writer().submit(command)


async def open_busy(library):
    """Open it, with a writer that tends the index as soon as nobody waits."""
    settings = DatabaseSettings(writer=WriterSettings(quiet=0))
    await database.open_library_file(library, settings=settings)


async def caught_up(library):
    """Wait until the index has taken everything in."""
    while rows(library, "SELECT count(*) FROM search_pending") != [(0,)]:  # noqa: ASYNC110
        await asyncio.sleep(0)


def indexed(library):
    return dict(rows(library, f"SELECT rowid, body FROM {TABLE}"))


async def test_words_are_taken_in_when_nobody_waits(library):
    await open_busy(library)
    item_id = await write("The white whale. 白鲸")
    await caught_up(library)
    assert indexed(library) == {item_id: "the white whale.  白 鲸 "}
    assert await candidates("white wha") == {item_id}
    assert await candidates("鲸") == {item_id}
    assert await candidates("shark") == set()


async def test_a_command_that_fails_leaves_no_words(library):
    await open_busy(library)

    async def command(session):
        await a_text(session, await an_item(session, await a_novel(session)), "whale")
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        await database.writer().submit(command)
    await write("shark")
    await caught_up(library)
    assert list(indexed(library).values()) == ["shark"]


@pytest.mark.parametrize(
    "statement",
    [
        update(SceneBody).values(plain_text="a shark"),
        delete(SceneBody),
        delete(OutlineItem),
        delete(Novel),
    ],
)
async def test_whatever_is_changed_is_followed(library, statement):
    await open_busy(library)
    await write("The white whale.")
    await caught_up(library)

    async def command(session):
        await session.execute(statement)

    await database.writer().submit(command)
    await caught_up(library)
    assert await candidates("whale") == set()


async def test_what_a_session_of_its_own_writes_is_found_before_the_index_has_it(library):
    await open_busy(library)
    item_id = await write("whale")
    async with database.get_session() as session:
        await session.execute(update(SceneBody).values(plain_text="shark"))
    assert await candidates("shark") == {item_id}
    await caught_up(library)
    assert indexed(library) == {item_id: "shark"}


async def test_an_index_that_is_missing_is_made_in_the_background(library):
    await database.open_library_file(library)
    ids = [await write(f"whale {number}") for number in range(40)]
    await database.close_async_db()
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"DROP TABLE {TABLE}")
        connection.commit()
    await database.open_library_file(library)
    assert await candidates("whale") == set(ids), "all are noted"
    await database.close_async_db()
    await open_busy(library)
    await caught_up(library)
    assert indexed(library).keys() == set(ids)


async def test_a_lost_trigger_makes_the_index_anew(library):
    await database.open_library_file(library)
    item_id = await write("whale")
    await database.close_async_db()
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("DROP TRIGGER search_scene_bodies_update")
        connection.execute("UPDATE scene_bodies SET plain_text = 'shark'")
        connection.commit()
    await open_busy(library)
    await caught_up(library)
    assert indexed(library) == {item_id: "shark"}


async def test_a_damaged_index_is_no_obstacle_and_is_made_anew(library):
    await open_busy(library)
    item_id = await write("whale")
    await caught_up(library)
    await database.close_async_db()
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"DELETE FROM {TABLE}_data WHERE id > 10")
        connection.commit()
    await database.open_library_file(library)
    assert await candidates("whale") is None
    assert [hit.item_id for hit in await search_library("whale")] == [item_id]
    second = await write("shark")
    await database.close_async_db()
    await open_busy(library)
    await caught_up(library)
    assert await candidates("whale") == {item_id}
    assert await candidates("shark") == {second}


async def test_closing_does_not_wait_for_the_index(library):
    many = " ".join(f"word{number}" for number in range(3000))
    await database.open_library_file(library)

    async def command(session):
        novel_id = await a_novel(session)
        ids = [await an_item(session, novel_id) for _ in range(300)]
        for item_id in ids:
            await a_text(session, item_id, many)

    await database.writer().submit(command)
    await database.close_async_db()
    assert rows(library, "SELECT count(*) > 0 FROM search_pending") == [(1,)]
    await database.open_library_file(library)
    assert len(await candidates("word")) == 300


async def test_a_library_without_the_module_is_searched_all_the_same(library, monkeypatch):
    await open_busy(library)
    await write("whale")
    async with database.read_session() as session:
        monkeypatch.setattr("novelist.db.search.index._MATCHING", text("SELECT no_such_function()"))
        assert await SearchRepository(session).candidates(Query("whale")) is None
