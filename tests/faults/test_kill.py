# SPDX-License-Identifier: MIT
"""Killed at any moment, the program loses nothing that it said was saved."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from contextlib import closing

import pytest

from novelist.db.migrate import is_current
from novelist.db.repair.health import check_library
from novelist.db.session import get_session
from novelist.domain.document_text import digest
from tests.db.rows import a_novel, a_text, an_item

SHORT, FULL = 20, 1000
PATIENCE = 60  # seconds; creating takes a twentieth of one
LONG = (pytest.mark.full, pytest.mark.timeout(1800))


@pytest.mark.parametrize("kills", [SHORT, pytest.param(FULL, marks=LONG)])
async def test_every_acknowledged_save_survives_the_kill(kills, library, victim):
    await _with_a_scene(library)
    chance = random.Random(kills)
    acknowledged = 0
    for _ in range(kills):
        victim.start("work", library)
        said = [victim.hear()]
        pause = time.perf_counter() + chance.uniform(0, 0.12)
        while time.perf_counter() < pause:
            said.append(victim.hear())
        said += victim.kill()
        numbers = [int(number) for word, number in said if word == "saved"]
        acknowledged += len(numbers)
        _require_saved(library, victim.pid, numbers)
    assert acknowledged >= kills
    assert check_library(library) == []


async def _with_a_scene(library):
    from novelist.db.session import close_async_db, open_library_file

    await open_library_file(library)
    async with get_session() as session:
        await a_text(session, await an_item(session, await a_novel(session)), "0")
    await close_async_db()


def _require_saved(library, pid, numbers):
    """What was acknowledged is there, whole, and in the right order."""
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute(
            "SELECT value FROM preferences WHERE key LIKE ?", (f"{pid} %",)
        ).fetchall()
        content, kept = connection.execute("SELECT content, digest FROM scene_bodies").fetchone()
    committed = {number for (number,) in found}
    assert set(numbers) <= committed
    assert digest(content) == kept
    if committed:  # the text is that of the last commit, never between two
        assert json.loads(content.splitlines()[1])[1] == [str(max(committed))]


@pytest.mark.parametrize("kills", [SHORT, pytest.param(FULL, marks=LONG)])
def test_a_library_is_made_whole_or_not_at_all(kills, tmp_path, victim):
    chance = random.Random(kills)
    takes = _time_of_creation(victim, tmp_path / "Whole.novelist")
    for number in range(kills):
        path = tmp_path / f"New {number}.novelist"
        victim.start("create", path)
        victim.hear()
        deadline = time.perf_counter() + chance.uniform(0, 1.2 * takes)
        while time.perf_counter() < deadline:
            continue
        victim.kill()
        if path.exists():
            assert is_current(path)
            assert check_library(path) == []


def _time_of_creation(victim, path):
    """Seconds from the word of the victim until its library is there; it is not killed."""
    victim.start("create", path)
    victim.hear()
    started = time.perf_counter()
    while not path.exists():
        assert time.perf_counter() - started < PATIENCE, "there never was a library"
    took = time.perf_counter() - started
    victim.kill()
    assert check_library(path) == []
    return took
