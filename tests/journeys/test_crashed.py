# SPDX-License-Identifier: MIT
"""The program crashes while one writes: at the next start it says so, once, and no word is lost."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from novelist import paths
from novelist.services import novels, outline
from novelist.services.library import library
from novelist.settings import NovelState, WindowState, save_window_state

PROJECT = Path(__file__).parents[2]
SECRET = "Nobody knew the lighthouse keeper. "


async def make(path):
    await library.open_library(path, create=True)
    novel_id = await novels.create_novel(title="Harbour", language="en")
    items = await outline.load_outline(novel_id)
    await library.close_library()
    return novel_id, next(item.id for item in items if item.kind == "scene")


@pytest.fixture
def harbour(tmp_path, novelist_home):
    """A library with a scene that was open last."""
    path = tmp_path / "Harbour.novelist"
    novel_id, scene = asyncio.run(make(path))
    left = {f"{path}#{novel_id}": NovelState(open_item=scene)}
    state = WindowState(open_novel=novel_id, open_library=str(path), novels=left)
    save_window_state(novelist_home / "settings", state)
    return path


def run(path, how):
    """Run the whole program; its exit status and what it said in its last line."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.crash_victim", str(path), how, SECRET],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return done.returncode, said[0] if said else done.stderr


CRASHES = [
    ("slot", "builtins.ValueError", "in break_down"),
    ("native", "Segmentation fault", "in crash_natively"),
    ("loop", "RuntimeError", "in run_until_complete"),
]


@pytest.mark.parametrize(("how", "kind", "place"), CRASHES, ids=[row[0] for row in CRASHES])
def test_a_crash_is_reported_once_at_the_next_start_and_no_word_is_lost(how, kind, place, harbour):
    status, said = run(harbour, how)
    assert status != 0, said
    status, told = run(harbour, "look")
    assert status == 0, told
    assert told["title"] == "Novelist ended unexpectedly"
    for part in ("Novelist: ", "Python: ", "Qt: ", "SQLite: ", kind, place):
        assert part in told["report"]
    assert not any(word in told["report"] for word in SECRET.split())
    assert str(PROJECT) not in told["report"]
    assert told["text"] == SECRET
    assert run(harbour, "glance") == (0, {"sheet": False})
    assert list(paths.log_folder().glob("run-*")) == []
