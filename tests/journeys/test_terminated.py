# SPDX-License-Identifier: MIT
"""The system asks the program to end, as at a log-out: all is saved, and it was no crash."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from novelist import paths
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from novelist.services.library import library
from novelist.settings import NovelState, WindowState, save_window_state

PROJECT = Path(__file__).parents[2]
WORDS = "The last ferry left. "


async def make(path):
    await library.open_library(path, create=True)
    novel_id = await novels.create_novel(title="Harbour", language="en")
    items = await outline.load_outline(novel_id)
    await library.close_library()
    return novel_id, next(item.id for item in items if item.kind == ItemKind.SCENE)


async def text_of(path, scene):
    await library.open_library(path)
    try:
        return (await texts.load_text(scene)).document.plain_text
    finally:
        await library.close_library()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_what_was_just_typed_is_saved_and_the_next_start_tells_of_no_crash(tmp_path, novelist_home):
    path = tmp_path / "Harbour.novelist"
    novel_id, scene = asyncio.run(make(path))
    left = {f"{path}#{novel_id}": NovelState(open_item=scene)}
    state = WindowState(open_novel=novel_id, open_library=str(path), novels=left)
    save_window_state(novelist_home / "settings", state)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.crash_victim", str(path), "rest", WORDS],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert json.loads(process.stdout.readline()) == {"typed": WORDS}
        process.send_signal(signal.SIGTERM)
        said, wrong = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0, wrong
    assert json.loads(said) == {"sheet": False}
    assert asyncio.run(text_of(path, scene)) == WORDS
    assert list(paths.log_folder().glob("run-*")) == []
