# SPDX-License-Identifier: MIT
"""A library on a server: made, opened, recognised, and never entered by mistake."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from novelist.db import session as database
from novelist.db.models import Novel
from novelist.db.schema_versions import HEAD_REVISION, KNOWN_REVISIONS
from novelist.db.server.structure import run_migrations
from novelist.errors import (
    LibraryForeignError,
    LibraryMissingError,
    LibraryTooNewError,
    ServerRefusedError,
    ServerUnreachableError,
    ServerUpgradeError,
    SessionMisuseError,
)
from novelist.services import novels
from tests.db.rows import a_novel, note
from tests.mariadb import PASSWORD


async def open_(url, *, create=True):
    await database.init_async_db(url)
    await database.init_db(create=create)


def name_of(url):
    return url.rsplit("/", 1)[1]


async def test_a_library_is_made_in_an_empty_database_and_opened_again(mariadb, database_url):
    await open_(database_url)
    novel_id = await novels.create_novel(title="白鲸 🐋", language="zh")
    await database.close_async_db()
    await open_(database_url, create=False)
    (card,) = await novels.list_novels()
    assert (card.id, card.title) == (novel_id, "白鲸 🐋")
    assert mariadb.sql("SELECT version_num FROM alembic_version", name_of(database_url)) == [
        (HEAD_REVISION,)
    ]


async def test_an_empty_database_is_no_library_unless_one_is_to_be_made(mariadb, database_url):
    await database.init_async_db(database_url)
    with pytest.raises(LibraryMissingError):
        await database.init_db(create=False)
    assert mariadb.sql("SHOW TABLES", name_of(database_url)) == []


async def test_the_database_of_another_program_is_left_alone(mariadb, database_url):
    mariadb.sql("CREATE TABLE shop (id INT)", name_of(database_url))
    with pytest.raises(LibraryForeignError):
        await open_(database_url)
    assert mariadb.sql("SHOW TABLES", name_of(database_url)) == [("shop",)]


async def test_a_newer_library_is_refused(mariadb, database_url):
    await open_(database_url)
    await database.close_async_db()
    mariadb.sql("UPDATE alembic_version SET version_num = '9999'", name_of(database_url))
    with pytest.raises(LibraryTooNewError):
        await open_(database_url)


async def test_an_older_library_is_upgraded_only_when_asked_for(mariadb, database_url):
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        await connection.run_sync(run_migrations, KNOWN_REVISIONS[-2])
    await engine.dispose()
    with pytest.raises(ServerUpgradeError):
        await open_(database_url)
    await database.close_async_db()
    await open_(f"{database_url}?upgrade=yes")
    await novels.create_novel(title="Emma", language="en")
    found = mariadb.sql("SELECT version_num FROM alembic_version", name_of(database_url))
    assert found == [(HEAD_REVISION,)]


async def test_the_models_are_what_the_migrations_make(database_url):
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        await connection.run_sync(run_migrations, HEAD_REVISION)
        differences = await connection.run_sync(
            lambda sync: compare_metadata(
                MigrationContext.configure(sync, opts={"compare_type": False}),
                Novel.metadata,
            )
        )
    await engine.dispose()
    assert [each for each in differences if each[0] not in ("add_index", "remove_index")] == []


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda url: url.replace("novelist:", "nobody:"), ServerRefusedError),
        (lambda url: url.replace("%40", "x", 1), ServerRefusedError),
        (lambda url: f"{url}_not_there", LibraryMissingError),
        (lambda url: url.replace("127.0.0.1:", "127.0.0.1:1"), ServerUnreachableError),
    ],
)
async def test_what_keeps_it_from_opening_is_told_without_the_password(
    database_url, change, error, caplog
):
    if error is ServerUnreachableError:
        url = database_url.split("@127")[0] + "@127.0.0.1:1/novelist_0"
    else:
        url = change(database_url)
    with pytest.raises(error) as caught:
        await open_(url)
    assert PASSWORD not in str(caught.value)
    assert PASSWORD not in caplog.text


async def test_a_password_may_be_in_any_writing(mariadb, database_url):
    mariadb.sql("CREATE OR REPLACE USER other@127.0.0.1 IDENTIFIED BY '密码é'")
    mariadb.sql("GRANT ALL ON `novelist\\_%`.* TO other@127.0.0.1")
    place = database_url.split("@127")[1]
    await open_(f"mysql+asyncmy://other:%E5%AF%86%E7%A0%81%C3%A9@127{place}")
    await novels.create_novel(title="Emma", language="en")


async def test_a_reading_session_cannot_write(database_url):
    await open_(database_url)
    with pytest.raises(SessionMisuseError, match="reading session"):
        async with database.read_session() as session:
            await a_novel(session)


async def test_a_reading_session_sees_one_moment(database_url):
    await open_(database_url)
    async with database.read_session():
        before = await novels.list_novels()
        await database.writer().submit(note("key"))
        await novels.create_novel(title="Emma", language="en")
        assert await novels.list_novels() == before


async def test_texts_are_compared_exactly(mariadb, database_url):
    await open_(database_url)
    for key in ("Scene", "scene", "scéne"):
        await database.writer().submit(note(key))
    assert len(mariadb.sql("SELECT `key` FROM preferences", name_of(database_url))) == 3
