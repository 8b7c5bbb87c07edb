# SPDX-License-Identifier: MIT
"""What there is to know about a library that was opened, said once in the real window."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

from novelist.db.lock import lock_path
from novelist.errors import StorageCorruptError
from tests.journeys.faults import (
    begin,
    make,
    notice_of,
    noticed,
    texts_in,
)
from tests.journeys.program import live


def test_a_cloud_folder_is_warned_of_once(qapp, tmp_path):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = folder / "Harbour.novelist"
    asyncio.run(make(path))

    async def first(program):
        await noticed(program, "This library lies in a folder of Dropbox.")
        program.click(program.child("notice_dismiss"))
        assert not notice_of(program).isVisible()
        await begin(program)

    async def second(program):
        await begin(program)
        await program.controller.tasks.finish()
        assert notice_of(program).notice is None

    live(qapp, first, path)
    live(qapp, second, path)


def test_a_notice_is_as_high_as_its_words_whatever_was_said_before(qapp, harbour):
    lock_path(harbour).write_text('{"pid": 1, "host": "studio"}')

    async def journey(program):
        await noticed(program, "The last words of the last time may be missing.")
        await begin(program)  # on another page
        banner, notice = program.controller.banner, notice_of(program)
        banner.show_error(StorageCorruptError())
        banner.clear()
        for language in ("zh_CN", "en", "zh_CN"):
            program.window.context.language.choose(language)
            for _ in range(5):  # each layout tells the next one
                qapp.sendPostedEvents()
            assert notice.height() == notice.heightForWidth(notice.width())

    live(qapp, journey, harbour)


def test_a_network_is_warned_of(qapp, harbour, monkeypatch):
    from novelist.db import location

    mounts = [(harbour.parent, "cifs")]
    monkeypatch.setattr(location, "_mounts_of_linux", lambda _table: mounts)
    monkeypatch.setattr(location, "_mounts_of_mac", lambda: mounts)

    async def journey(program):
        await noticed(program, "This library lies on another computer (cifs).")

    live(qapp, journey, harbour)


def test_a_text_that_is_not_as_it_was_saved_is_told_after_a_bad_end(qapp, harbour):
    lock_path(harbour).write_text('{"pid": 1, "host": "studio"}')
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET digest = 'x'")

    async def journey(program):
        await noticed(program, "Something in this library is not as it was saved.")
        program.click(program.child("notice_act"))
        await program.until(lambda: "1 problem was found" in program.child("check_says").text())
        assert program.child("check_salvage").isVisible()
        assert program.child("check_backups").isVisible()
        program.click(program.child("check_done"))
        await begin(program)  # what is sound can be written

    live(qapp, journey, harbour)
    assert "Before. " in texts_in(harbour)


def test_a_missing_log_is_told(qapp, harbour):
    lock_path(harbour).write_text('{"pid": 1, "host": "studio"}')

    async def journey(program):
        await noticed(program, "The last words of the last time may be missing.")
        program.click(program.child("notice_act"))
        await program.until(lambda: "is sound" in program.child("check_says").text())

    live(qapp, journey, harbour)


def test_a_clock_that_was_set_back_is_told_and_loses_no_order(qapp, harbour):
    async def first(program):
        await begin(program)

    live(qapp, first, harbour)
    with closing(sqlite3.connect(harbour)) as connection, connection:
        connection.execute("UPDATE revisions SET saved_at = '2099-01-01 00:00:00.000000'")

    async def second(program):
        await noticed(program, "The clock was set back.")
        await begin(program, "After.")

    live(qapp, second, harbour)
    with closing(sqlite3.connect(harbour)) as connection:
        times = connection.execute("SELECT saved_at FROM revisions ORDER BY id").fetchall()
    assert times[0] > times[-1], "the newest version is the last one, whatever the clock says"
