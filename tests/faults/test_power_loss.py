# SPDX-License-Identifier: MIT
"""The power goes at any moment: nothing that was acknowledged is lost, and nothing is damaged.

A real program writes in a real library; what it does to the files is written down by ``power.c``.
``power.py`` rebuilds what the disk may hold after a power loss. The control does the same without
syncing and must find damage, or the harness would prove nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from novelist.db.migrate import is_current
from novelist.db.repair.health import check_library
from novelist.db.session import close_async_db, get_session, open_library_file
from novelist.domain.document_text import digest
from tests.db.rows import a_novel, a_text, an_item
from tests.faults.power import Disk, Fate, read_record

HERE = Path(__file__).parent
SAVES = 16 * 40
SHORT, FULL = 120, 1200
BOTH = [SHORT, pytest.param(FULL, marks=pytest.mark.full)]


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    """The library that writes everything down; skips where it cannot be built."""
    if sys.platform != "linux" or shutil.which("gcc") is None:
        pytest.skip("recording what is written needs Linux and gcc")
    built = tmp_path_factory.mktemp("shim") / "power.so"
    source = HERE / "power.c"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", built, source, "-ldl"], check=True)
    return built


@pytest.fixture
def shelf(tmp_path):
    """A folder of its own for the library, another for states."""
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def record(shim, folder, *arguments):
    """What a program did to the files of a folder."""
    log = folder.with_name("record")
    watched = {"LD_PRELOAD": str(shim), "POWER_FOLDER": str(folder), "POWER_LOG": str(log)}
    subprocess.run(
        [sys.executable, "-m", "tests.faults.power_victim", *map(str, arguments)],
        cwd=HERE.parents[1],
        env=os.environ | watched,
        check=True,
    )
    return read_record(log)


def states(disk, entries, count, chance):
    """What is on the disk when the power goes at ``count`` moments; what had been acknowledged."""
    moments = sorted(chance.randrange(1, len(entries) + 1) for _ in range(count))
    taken = 0
    for number, moment in enumerate(moments):
        for entry in entries[taken:moment]:
            disk.take(entry)
        taken = moment
        yield disk.after_power_loss(list(Fate)[number % len(Fate)], chance), disk.acknowledged


def verdict(files, acknowledged, folder):
    """What a program finds that opens the library after the power is back."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / Path(name).name).write_bytes(content)
    with closing(sqlite3.connect(folder / "Novels.novelist")) as connection:
        try:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return "damaged"
            numbers = {n for (n,) in connection.execute("SELECT value FROM preferences")}
            content, kept = connection.execute(
                "SELECT content, digest FROM scene_bodies"
            ).fetchone()
        except sqlite3.DatabaseError:
            return "damaged"
    newest = max(map(int, numbers), default=0)
    text = int(json.loads(content.splitlines()[1])[1][0])
    if digest(content) != kept or text != newest or len(numbers) != newest:
        return "torn"
    return "lost" if newest < acknowledged else "sound"


async def with_a_scene(library):
    await open_library_file(library)
    async with get_session() as session:
        await a_text(session, await an_item(session, await a_novel(session)), "0")
    await close_async_db()


async def verdicts(shim, template, shelf, count, synchronous):
    """How many states came to which verdict."""
    library = shutil.copy(template, shelf / "Novels.novelist")
    await with_a_scene(library)
    disk = Disk(shelf)
    entries = record(shim, shelf, library, SAVES, synchronous)
    found = states(disk, entries, count, Random(count))
    again = shelf.with_name("again")
    return Counter(verdict(files, acknowledged, again) for files, acknowledged in found)


@pytest.mark.parametrize("count", BOTH)
async def test_no_acknowledged_save_is_lost_when_the_power_goes(count, shim, template, shelf):
    assert await verdicts(shim, template, shelf, count, "FULL") == {"sound": count}


async def test_without_syncing_the_harness_finds_damage_and_loss(shim, template, shelf):
    found = await verdicts(shim, template, shelf, SHORT, "OFF")
    assert found["damaged"] > SHORT / 20
    assert found["lost"] > SHORT / 20


async def test_with_half_the_syncs_it_finds_loss_without_damage(shim, template, shelf):
    found = await verdicts(shim, template, shelf, SHORT, "NORMAL")
    assert found["lost"] > SHORT / 20
    assert found["damaged"] == 0


@pytest.mark.parametrize("count", BOTH)
def test_a_library_is_made_whole_or_not_at_all_when_the_power_goes(count, shim, shelf):
    disk = Disk(shelf)
    entries = record(shim, shelf, shelf / "Novels.novelist", "create")
    again = shelf.with_name("again")
    for files, _ in states(disk, entries, count, Random(count)):
        shutil.rmtree(again, ignore_errors=True)
        again.mkdir()
        for name, content in files.items():
            (again / Path(name).name).write_bytes(content)
        made = again / "Novels.novelist"
        assert not made.exists() or (is_current(made) and check_library(made) == [])
