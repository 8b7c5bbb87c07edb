# SPDX-License-Identifier: MIT
"""How a library was left is known when it is opened; a closer look comes afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from novelist.db.library_file import log_files
from novelist.db.lock import lock_path
from novelist.errors import LibraryLogError, StorageCorruptError
from novelist.services import novels
from novelist.services.library.library import close_library, open_library, watch_storage
from novelist.services.library.precautions import PlaceKind, Precautions, look_closer


def left_by_another(library):
    """As after a program that was killed."""
    lock_path(library).write_text('{"pid": 1, "host": "studio"}')


def test_one_that_was_closed_well_is_not_looked_over(loop, library):
    loop(close_library())
    assert loop(open_library(library)) == Precautions()


def test_one_that_was_left_is_told_and_the_next_time_forgotten(loop, library):
    loop(novels.create_novel(title="Fog", language="en"))
    log = log_files(library)[0].read_bytes()
    loop(close_library())
    left_by_another(library)
    log_files(library)[0].write_bytes(log)
    assert loop(open_library(library)) == Precautions(was_left=True)
    loop(close_library())
    assert loop(open_library(library)) == Precautions()


def test_a_missing_log_is_told(loop, library):
    loop(close_library())
    left_by_another(library)
    assert loop(open_library(library)) == Precautions(was_left=True, log_missing=True)


def test_an_odd_log_keeps_the_library_closed(loop, library, tmp_path):
    loop(close_library())
    other = tmp_path / "Other.novelist"
    loop(open_library(other, create=True))
    loop(novels.create_novel(title="Fog", language="en"))
    log = log_files(other)[0].read_bytes()
    loop(close_library())
    loop(open_library(library))
    loop(novels.create_novel(title="Emma", language="en"))
    loop(close_library())
    log_files(library)[0].write_bytes(log)
    with pytest.raises(LibraryLogError):
        loop(open_library(library))


def test_a_closer_look_finds_nothing_in_a_sound_library(loop, library):
    found = loop(look_closer(library, Precautions(was_left=True)))
    assert (found.place.kind, found.problems, found.clock_behind) == (PlaceKind.LOCAL, [], None)


def test_a_wrong_text_is_told_and_stops_nothing(loop, library):
    novel = loop(novels.create_novel(title="Fog", language="en"))
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE scene_bodies SET content = 'x', digest = 'y'")
    assert loop(look_closer(library, Precautions(was_left=True))).problems
    loop(novels.rename_novel(novel, "Mist"))


def test_damage_found_by_looking_stops_the_writer(loop, library):
    novel = loop(novels.create_novel(title="Fog", language="en"))
    loop(close_library())
    with closing(sqlite3.connect(library)) as connection:
        ((page,),) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_revisions_item_id_id'"
        )
    with library.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)
    loop(open_library(library))
    heard = []

    async def look():
        watch_storage(heard.append)
        found = await look_closer(library, Precautions(was_left=True))
        with pytest.raises(StorageCorruptError):
            await novels.rename_novel(novel, "Mist")
        return found

    assert loop(look()).problems
    assert heard[-1].final
    assert isinstance(heard[-1].failure, StorageCorruptError)


def test_a_clock_that_was_set_back_is_noticed(loop, library):
    loop(novels.create_novel(title="Fog", language="en"))
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE novels SET opened_at = '2099-01-01 00:00:00.000000'")
    assert loop(look_closer(library, Precautions())).clock_behind > timedelta(days=365)
