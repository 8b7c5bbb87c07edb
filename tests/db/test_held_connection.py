# SPDX-License-Identifier: MIT
"""The connection that the writer keeps."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from novelist.db.connection import MODE, WRITE
from novelist.db.held_connection import FileIdentity, HeldConnection
from novelist.db.session import library_url, writer
from novelist.errors import StorageIOError, StorageReplacedError
from tests.db.rows import note, notes


@pytest.fixture
def held(library):
    """A held connection of its own, over a plain engine."""
    from sqlalchemy.ext.asyncio import create_async_engine
    from sqlalchemy.pool import NullPool

    engine = create_async_engine(library_url(library), poolclass=NullPool)
    return HeldConnection(engine.execution_options(**{MODE: WRITE}), library)


async def test_it_is_opened_once(held):
    first = await held.ready()
    assert await held.ready() is first
    await held.close(checkpoint=True)
    await held.close(checkpoint=True)


async def test_after_a_failing_disk_it_is_another_and_after_others_the_same(held, library):
    first = await held.ready()
    held.renew_after(StorageReplacedError("moved back"))
    assert await held.ready() is first
    held.renew_after(StorageIOError("SQLITE_IOERR"))
    assert await held.ready() is not first
    await held.close(checkpoint=True)


async def test_an_open_transaction_is_not_left_behind(held):
    connection = await held.ready()
    await connection.execute(text("SELECT 1"))
    await held.tidy()
    assert not connection.in_transaction()
    assert await held.ready() is connection
    await held.close(checkpoint=False)


async def test_a_connection_that_is_broken_is_dropped(held):
    connection = await held.ready()
    raw = await connection.get_raw_connection()
    await raw.driver_connection.close()
    await held.tidy()
    again = await held.ready()
    assert again is not connection
    assert await again.scalar(text("SELECT count(*) FROM novels")) == 0
    await held.close(checkpoint=False)


async def test_tidying_or_letting_go_what_was_never_opened_leaves_it_to_be_opened(held):
    await held.tidy()
    held.abandon()
    connection = await held.ready()
    assert await connection.scalar(text("SELECT count(*) FROM novels")) == 0
    await held.close(checkpoint=False)


def test_the_identity_of_a_file_is_not_its_name(library):
    before = FileIdentity.of(library)
    moved = library.rename(library.with_suffix(".moved"))
    assert FileIdentity.of(library) is None
    assert FileIdentity.of(moved) == before
    library.write_bytes(moved.read_bytes())
    assert FileIdentity.of(library) != before


async def test_the_log_is_folded_in_when_others_read_too(opened):
    await writer().submit(note("a"))
    with closing(sqlite3.connect(opened)) as reader:
        assert reader.execute("SELECT count(*) FROM preferences").fetchall() == [(1,)]
        await writer().close()
        assert opened.with_name(f"{opened.name}-wal").stat().st_size == 0
    assert notes(opened).keys() == {"a"}
