# SPDX-License-Identifier: MIT
"""The full text of MySQL, as far as another server can show it: statements, signs, falling back.

MariaDB has no ngram parser. Its own full text takes the same questions, and splits Chinese where
there are spaces or marks: the texts here have them.
"""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from novelist.db import session as database
from novelist.db.repositories.searching import SearchRepository
from novelist.db.search import index as search_index
from novelist.db.search.index import MAKE_NGRAM, NgramIndex, ServerScan, index_of, make_server_index
from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.domain.finding.search_text import Query
from novelist.services import novels, outline, texts
from novelist.services.finding.search import search_library

WRITTEN = {
    "大白鲸": "看，大白鲸！",
    "鲸骨": "大 白鲸，不是大白 鲸。",  # of a run that is not there
    "小说": "他说：“+大白鲸* -(船) @海”，",
    "": "the white whale",
}


def test_the_index_is_made_with_the_parser():
    assert MAKE_NGRAM == (
        "CREATE FULLTEXT INDEX ft_outline_items ON outline_items (title, synopsis, notes)"
        " WITH PARSER ngram",
        "CREATE FULLTEXT INDEX ft_scene_bodies ON scene_bodies (plain_text) WITH PARSER ngram",
    )


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        ("大白鲸", '+"大白鲸"'),
        ("白鲸 and 大海", '+"白鲸" +"大海"'),
        ('+白鲸* -(大海) ~"船长" @3 <>', '+"白鲸" +"大海" +"船长"'),
        ("鲸", ""),  # shorter than what is indexed
        ("white whale", ""),
        ('"); DROP TABLE novels; --', ""),
    ],
)
def test_only_runs_of_han_are_asked_for(wanted, asked):
    assert NgramIndex(2).phrase(Query(wanted)) == asked


def test_what_is_shorter_than_the_pieces_of_the_server_is_not_asked_for():
    assert NgramIndex(3).phrase(Query("白鲸 大白鲸")) == '+"大白鲸"'


async def a_library(url):
    """A library with these scenes; the ids by title."""
    await database.init_async_db(url)
    await database.init_db()
    novel_id = await novels.create_novel(title="Moby-Dick", language="zh")
    ids = {}
    for title, words in WRITTEN.items():
        kind = ItemKind.SCENE
        made = await outline.create_item(novel_id, kind=kind, parent_id=None, title=title)
        ids[title] = made.ids[0]
        await texts.save_text((await texts.load_text(ids[title])).body, document_of(words))
    return ids


async def proposed(index, wanted):
    async with database.read_session() as session:
        return await index.candidates(session, Query(wanted))


def with_full_text(mariadb, url):
    """What MySQL would have, with the parser that this server has."""
    for statement in MAKE_NGRAM:
        mariadb.sql(statement.removesuffix(" WITH PARSER ngram"), url.rsplit("/", 1)[1])


async def test_the_server_takes_the_question(mariadb, database_url):
    ids = await a_library(database_url)
    with_full_text(mariadb, database_url)
    found = await proposed(NgramIndex(2), "大白鲸")
    assert found == {ids["大白鲸"], ids["小说"]}
    assert await proposed(NgramIndex(2), '+大白鲸* -(船) @海"') == found
    assert await proposed(NgramIndex(2), "white") == await proposed(ServerScan(), "white")


async def test_what_either_proposes_is_looked_at_by_the_same_rule(
    mariadb, database_url, monkeypatch
):
    ids = await a_library(database_url)
    with_full_text(mariadb, database_url)
    wanted = "大白鲸* -("
    scanned = [hit.item_id for hit in await search_library(wanted)]

    async def by_full_text(_repository, query):
        return await proposed(NgramIndex(2), query.text)

    monkeypatch.setattr(SearchRepository, "candidates", by_full_text)
    assert [hit.item_id for hit in await search_library(wanted)] == scanned
    assert scanned == [ids["大白鲸"], ids["小说"]]


async def test_a_server_without_the_parser_is_searched_by_reading(mariadb, database_url):
    ids = await a_library(database_url)
    async with database.read_session() as session:
        assert type(await index_of(session)) is ServerScan
    with_full_text(mariadb, database_url)  # of another parser: it says nothing of pieces
    async with database.read_session() as session:
        assert type(await index_of(session)) is ServerScan
    assert [hit.item_id for hit in await search_library("白鲸")] == [
        ids["大白鲸"],
        ids["鲸骨"],
        ids["小说"],
    ]


async def test_an_index_that_cannot_be_made_keeps_no_library_closed(
    database_url, monkeypatch, caplog
):
    await a_library(database_url)
    monkeypatch.setattr(search_index, "_HAS_NGRAM", search_index.text("SELECT 1"))
    engine = create_async_engine(database_url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await make_server_index(connection)
    await engine.dispose()
    assert "searching without the index of the server: 1128" in caplog.text  # no such parser
    assert len(await search_library("white")) == 1
