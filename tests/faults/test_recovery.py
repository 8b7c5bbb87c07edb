# SPDX-License-Identifier: MIT
"""When the cause of a pause is gone, saving goes on by itself; who caused it is named."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from novelist.db.engine import DatabaseSettings
from novelist.db.repair.health import check_library
from novelist.db.session import close_async_db, open_library_file, writer
from novelist.db.writer import WriterSettings, WriterState
from novelist.errors import StorageBusyError, StorageGoneError, StorageReplacedError
from tests.database import paused
from tests.db.rows import note, notes

HASTY = DatabaseSettings(
    busy_timeout=0.01, writer=WriterSettings(attempts=2, longest_delay=0.01, retry_every=0.01)
)

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""

VISIT = """
import sqlite3, sys
visitor = sqlite3.connect(sys.argv[1])
visitor.execute("SELECT count(*) FROM preferences").fetchone()
visitor.close()
"""


async def test_a_program_that_holds_the_library_is_named_and_saving_goes_on_after_it(library):
    await open_library_file(library, settings=HASTY)
    with subprocess.Popen(  # noqa: ASYNC220 - nothing else runs meanwhile
        [sys.executable, "-c", HOLD, library], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        posted = writer().post(note("patient"))
        failure = await paused()
        other.stdin.close()
    assert isinstance(failure, StorageBusyError)
    if sys.platform == "linux":
        assert failure.holder.pid == other.pid
        assert failure.holder.name.startswith("python")
    await posted
    assert notes(library).keys() == {"patient"}


async def test_a_file_that_is_put_back_is_written_to_without_being_asked(library):
    await open_library_file(library, settings=HASTY)
    aside = library.rename(library.with_suffix(".aside"))
    heard = []
    writer().subscribe_state(heard.append)
    posted = writer().post(note("kept"))
    assert isinstance(await paused(), StorageReplacedError)
    aside.rename(library)
    await posted
    assert notes(library).keys() == {"kept"}
    assert heard.count(WriterState.PAUSED) == 1, "vain tries are quiet"


async def test_a_folder_that_is_gone_is_told_apart_and_waited_for(tmp_path, template):
    drive = tmp_path / "drive"
    drive.mkdir()
    library = shutil.copy(template, drive / "Novels.novelist")
    await open_library_file(library, settings=HASTY)
    posted = writer().post(note("first"))
    await posted
    away = drive.rename(tmp_path / "unplugged")
    posted = writer().post(note("second"))
    assert isinstance(await paused(), StorageGoneError)
    away.rename(drive)
    await posted
    assert notes(library).keys() == {"first", "second"}


async def test_a_deleted_library_is_written_back_whole(opened):
    await writer().submit(note("before"))
    opened.unlink()
    posted = writer().post(note("after"))
    assert isinstance(await paused(), StorageReplacedError)
    await writer().write_back()
    await posted
    await close_async_db()
    assert notes(opened).keys() == {"before", "after"}
    assert check_library(opened) == []


async def test_writing_back_replaces_no_other_file(opened, template):
    opened.unlink()
    writer().post(note("after"))
    await paused()
    shutil.copy(template, opened)
    with pytest.raises(FileExistsError):
        await writer().write_back()
    assert notes(opened) == {}
    opened.unlink()
    await writer().write_back()


@pytest.mark.skipif(os.name == "nt", reason="locks of files there belong to the handle")
async def test_looking_at_an_open_library_does_not_drop_its_locks(opened):
    """Else a visitor believes to be alone when it leaves, and takes the log away with it."""
    await writer().submit(note("before"))
    assert check_library(opened) == []
    subprocess.run(  # noqa: ASYNC221 - nothing else runs meanwhile
        [sys.executable, "-c", VISIT, opened], check=True
    )
    assert opened.with_name(f"{opened.name}-wal").exists()
    await writer().submit(note("after"))
    with closing(sqlite3.connect(opened)) as visitor:
        assert visitor.execute("SELECT count(*) FROM preferences").fetchone() == (2,)
