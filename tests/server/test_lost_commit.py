# SPDX-License-Identifier: MIT
"""A COMMIT whose answer is lost: what it did is found out, never done twice, never dropped."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from novelist.db import session as database
from novelist.db.retry import is_transient
from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.errors import CommitUnknownError, TransactionError
from novelist.services import novels, outline, texts
from tests.db.rows import note
from tests.server.cutting_line import Cut, cutting_line

EVERYWHERE = pytest.mark.parametrize("where", list(Cut))


@asynccontextmanager
async def a_line(mariadb, url):
    """A library that is reached over a line that can be cut; a paused writer goes on at once."""
    async with cutting_line(mariadb) as line:
        await database.init_async_db(url.replace(f":{mariadb.port}/", f":{line.port}/"))
        await database.init_db()
        database.writer().on_pause(lambda _failure: database.writer().retry())
        try:
            yield line
        finally:
            await database.close_async_db()


def rows(mariadb, url, statement):
    return mariadb.sql(statement, url.rsplit("/", 1)[1])


@EVERYWHERE
async def test_what_is_made_is_made_once(mariadb, database_url, where):
    async with a_line(mariadb, database_url) as line:
        line.cut_next_commit(where)
        novel_id = await novels.create_novel(title="Emma", language="en")
        assert line.cuts == 1
        assert rows(mariadb, database_url, "SELECT id FROM novels") == [(str(novel_id),)]


@EVERYWHERE
async def test_a_group_of_commands_is_settled_as_one(mariadb, database_url, where):
    async with a_line(mariadb, database_url) as line:
        novel_id = await novels.create_novel(title="Emma", language="en")
        before = len(await outline.load_outline(novel_id))
        line.cut_next_commit(where)
        made = [
            database.writer().post(note(f"key {number}"), key=f"note {number}")
            for number in range(5)
        ]
        edit = await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None)
        assert all([await each is None for each in made])
        items = await outline.load_outline(novel_id)
        assert len(items) == before + 1
        assert items[-1].id == edit.ids[0]


@EVERYWHERE
async def test_a_save_finds_no_conflict_with_itself(mariadb, database_url, where):
    async with a_line(mariadb, database_url) as line:
        novel_id = await novels.create_novel(title="Emma", language="en")
        item_id = (await outline.load_outline(novel_id))[-1].id
        page = texts.OpenText((await texts.load_text(item_id)).body)
        line.cut_next_commit(where)
        await page.save(document_of("first"))
        await page.save(document_of("first, second"))
        found = f"SELECT count(*) FROM revisions WHERE item_id = {item_id}"
        assert line.cuts == 1
        assert page.body.version == 3
        assert rows(mariadb, database_url, found) == [("3",)]  # the empty one among them


@EVERYWHERE
async def test_changes_are_told_once(mariadb, database_url, where):
    async with a_line(mariadb, database_url) as line:
        told = []
        forget = database.subscribe_changes(told.append)
        line.cut_next_commit(where)
        await novels.create_novel(title="Emma", language="en")
        await database.writer().submit(note("another"))
        forget()
        assert len(told) == 1


@EVERYWHERE
async def test_a_callback_whose_commit_is_unknown_does_not_run_again(mariadb, database_url, where):
    ran = []
    async with a_line(mariadb, database_url) as line:
        line.cut_next_commit(where)
        with pytest.raises(TransactionError) as caught:
            await database.execute_transaction(database.create_session, counted(ran))
        assert ran == ["ran"]
        assert isinstance(caught.value.__cause__, CommitUnknownError)
        assert not is_transient(caught.value)


@EVERYWHERE
async def test_nor_does_a_function_in_a_thread(mariadb, database_url, where):
    ran = []

    @database.with_session()
    def write(session, key):
        ran.append(key)
        session.execute(text("INSERT INTO preferences VALUES (:key, '1')"), {"key": key})

    async with a_line(mariadb, database_url) as line:
        await asyncio.to_thread(write, "before")  # a new connection commits by itself
        line.cut_next_commit(where)
        with pytest.raises(CommitUnknownError):
            await asyncio.to_thread(write, "mine")
        assert ran == ["before", "mine"]


def counted(ran):
    async def callback(session):
        ran.append("ran")
        await note("mine")(session)

    return callback
