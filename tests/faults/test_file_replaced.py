# SPDX-License-Identifier: MIT
"""The library file goes away while it is open: nothing is written into nowhere."""

from __future__ import annotations

import shutil

import pytest
from sqlalchemy import text

from novelist.db.session import close_async_db, get_session, read_session, writer
from novelist.errors import EnvironmentFailure, StorageGoneError, StorageReplacedError
from tests.database import paused
from tests.db.rows import note, notes


@pytest.mark.parametrize("how", ["deleted", "replaced"])
async def test_the_writer_pauses_and_keeps_what_it_was_given(how, opened, template):
    await writer().submit(note("before"))
    aside = opened.rename(opened.with_suffix(".aside"))
    if how == "replaced":
        shutil.copy(template, opened)
    posted = writer().post(note("after"))
    assert isinstance(await paused(), StorageReplacedError)
    with pytest.raises(StorageReplacedError):
        async with get_session() as session:
            await note("scope")(session)
    aside.replace(opened)
    writer().retry()
    await posted
    assert notes(opened).keys() == {"before", "after"}


async def test_a_scope_that_comes_first_fails_at_once(opened):
    aside = opened.rename(opened.with_suffix(".aside"))
    with pytest.raises(StorageReplacedError):
        async with get_session() as session:
            await note("scope")(session)
    aside.rename(opened)


async def test_a_retry_in_vain_pauses_again(opened):
    aside = opened.rename(opened.with_suffix(".aside"))
    posted = writer().post(note("after"))
    await paused()
    writer().retry()
    assert isinstance(await paused(), StorageReplacedError)
    aside.rename(opened)
    await close_async_db()
    await posted
    assert notes(opened).keys() == {"after"}


async def test_closing_while_the_file_is_gone_says_that_something_was_lost(opened):
    opened.unlink()
    posted = writer().post(note("lost"))
    await paused()
    with pytest.raises(StorageReplacedError):
        await close_async_db()
    assert isinstance(posted.exception(), StorageReplacedError)
    assert not opened.exists()


@pytest.mark.parametrize(
    ("goes", "failure"), [("file", StorageReplacedError), ("folder", StorageGoneError)]
)
async def test_who_reads_is_told_what_is_gone(goes, failure, opened):
    gone = opened if goes == "file" else opened.parent
    aside = gone.rename(gone.with_name("aside"))
    with pytest.raises(EnvironmentFailure) as told:
        async with read_session() as session:
            await session.execute(text("SELECT 1 FROM novels"))
    assert type(told.value) is failure
    aside.rename(gone)
