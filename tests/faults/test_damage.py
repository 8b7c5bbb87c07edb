# SPDX-License-Identifier: MIT
"""Damage found while a library is open stops all writing."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from novelist.db.session import close_async_db, open_library_file, writer
from novelist.db.writer import WriterState
from novelist.errors import StorageCorruptError
from tests.db.rows import note, rows


@pytest.fixture
def damaged(library):
    """A library whose preferences lie on a page of nonsense."""
    ((page,),) = rows(library, "SELECT rootpage FROM sqlite_master WHERE name = 'preferences'")
    with library.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)
    return library


async def test_the_writer_stops_for_good_at_the_first_sign(damaged):
    await open_library_file(damaged)
    heard = []
    writer().on_pause(heard.append)
    with pytest.raises(StorageCorruptError):
        await writer().submit(note("a"))
    assert writer().state is WriterState.STOPPED
    assert isinstance(heard[0], StorageCorruptError)

    async def harmless(session):
        await session.execute(text("SELECT count(*) FROM novels"))

    for use in (writer().submit(harmless), writer().flush()):
        with pytest.raises(StorageCorruptError):
            await use
    await close_async_db()


async def test_whoever_waits_behind_it_hears_of_it(damaged):
    await open_library_file(damaged)
    posted = [writer().post(note(f"{number}")) for number in range(3)]
    for each in posted:
        with pytest.raises(StorageCorruptError):
            await each
