# SPDX-License-Identifier: MIT
"""A real novel is edited in the window, the program is killed, and nothing is missing."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from novelist.importers.base import read_source
from novelist.services import novels, outline, texts
from novelist.services.importing import importing
from novelist.services.library import library
from novelist.settings import WindowState, save_window_state
from tests.corpora import corpus
from tests.journeys.program import live

PROJECT = Path(__file__).parents[2]
BOOKS = [
    pytest.param("novels-en/war-and-peace.txt", "Everything was still here. ", "keys", id="en"),
    pytest.param("novels-zh/三国演义.txt", "话说此处添了一句。", "compose", id="三国演义"),
    pytest.param("novels-zh/西游记.txt", "行者笑道：一字不少。", "compose", id="西游记"),
]


async def bring_in(path, source):
    await library.open_library(path, create=True)
    try:
        return (await importing.import_novel(read_source(source))).novel_id
    finally:
        await library.close_library()


def die_while_writing(path, words, how):
    """Start the program, let it edit, and kill it two seconds after the last key."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.victim", str(path), words, how],
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        told = json.loads(process.stdout.readline())
        threading.Event().wait(2)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    return told


@pytest.mark.corpus
@pytest.mark.parametrize(("source", "words", "how"), BOOKS)
def test_everything_typed_and_moved_is_there_after_kill_nine(
    source, words, how, qapp, novelist_home, tmp_path
):
    path = tmp_path / "Novels.novelist"
    novel_id = asyncio.run(bring_in(path, corpus(source)))
    state = WindowState(open_novel=novel_id)
    save_window_state(novelist_home / "settings", state)
    told = die_while_writing(path, words, how)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    async def look(program):
        assert program.workspace.novel_id == novel_id
        text = (await texts.load_text(told["scene"])).document.plain_text
        assert words.strip() in text
        items = await outline.load_outline(novel_id)
        siblings = [item.id for item in items if item.parent_id == parent_of(items, told["after"])]
        assert siblings[siblings.index(told["after"]) + 1] == told["chapter"]
        assert len(await novels.list_novels()) == 1

    live(qapp, look, path)


def parent_of(items, item_id):
    return next(item.parent_id for item in items if item.id == item_id)
