# SPDX-License-Identifier: MIT
"""Rough texts through the whole program: written in, killed, opened again, found, exported."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor

from novelist.domain.comments import commented_document
from novelist.domain.document import Document
from novelist.domain.document_text import from_json_lines
from novelist.domain.enums import ExportFormat
from novelist.services import comments, novels, outline, texts
from novelist.services.exporting import exporting
from novelist.services.finding.search import search_library
from novelist.services.library import library
from novelist.settings import WindowState, save_window_state
from tests.exporters.references import words_in
from tests.journeys import rough_victim
from tests.journeys.program import live
from tests.ui.editor.rough_texts import comments as commented
from tests.ui.editor.rough_texts import notes

PROJECT = Path(__file__).parents[2]


async def make(path, document):
    """A library with a novel whose only scene says that; the novel and the scene."""
    await library.open_library(path, create=True)
    try:
        novel = await novels.create_novel(title="Rough", language="en")
        scene = (await outline.load_outline(novel))[-1].id
        loaded = await texts.load_text(scene)
        await texts.save_text(loaded.body, document)
        for each in commented_document(document):
            await comments.add_comment(scene, mark=each.mark, passage=each.text, text=each.text)
        return novel, scene
    finally:
        await library.close_library()


def both(count, of_notes):
    return Document((*commented(count, 10).blocks, *notes(of_notes)))


def places(program):
    """What each thread of the panel says, and what stands in the text where its passage is."""
    threads = program.controller.commands.comments.threads
    scene = program.editor.current_item_id
    found = {}
    for thread in threads.all():
        passage = threads.passage(scene, thread.mark)
        cursor = QTextCursor(program.page.document())
        cursor.setPosition(passage.position)
        end = passage.position + len(passage.text)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found[thread.remarks[0].text] = cursor.selectedText()
    return found


@pytest.mark.parametrize(
    ("of_comments", "of_notes"),
    [(100, 60), pytest.param(500, 300, marks=pytest.mark.full)],
    ids=["some", "500 comments and 300 footnotes"],
)
def test_a_scene_full_of_comments_and_footnotes_is_edited_saved_and_opened_again(
    of_comments, of_notes, qapp, novelist_home, tmp_path
):
    path = tmp_path / "Rough.novelist"
    novel, scene = asyncio.run(make(path, both(of_comments, of_notes)))
    save_window_state(novelist_home / "settings", WindowState(open_novel=novel))
    said = {f"said {number}": f"said {number}" for number in range(of_comments)}

    async def look(program):
        await program.open_scene(scene)
        threads = program.controller.commands.comments.threads
        await program.until(lambda: len(threads) == of_comments, "the comments did not come")
        assert places(program) == said
        assert len(program.page.live.notes) == of_notes
        assert [e.attrs["id"] for e in program.page.live.notes.all()][-1] == f"n{of_notes - 1}"

    async def write(program):
        await look(program)
        program.page.set_caret_position(0)
        program.compose("e", "😀 𠮷")
        program.type("New.\n")
        program.page.set_caret_position(program.page.document().characterCount() - 1)
        program.type("\nand at the end.")
        assert places(program) == said
        await program.saved()

    live(qapp, write, path)
    live(qapp, look, path)


def killed_after_pasting(path, scene):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.rough_victim", str(path), str(scene)],
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert process.stdout.readline()
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()


def test_odd_characters_that_were_pasted_are_there_after_kill_nine(qapp, novelist_home, tmp_path):
    path = tmp_path / "Rough.novelist"
    novel, scene = asyncio.run(make(path, Document(())))
    save_window_state(novelist_home / "settings", WindowState(open_novel=novel))
    killed_after_pasting(path, scene)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    words = [rough_victim.PLAIN, *[block.plain_text for block in rough_victim.OURS]]

    async def look(program):
        await program.open_scene(scene)
        loaded = await texts.load_text(scene)
        assert [block.plain_text for block in loaded.document] == words
        assert from_json_lines(loaded.body.content) == program.page.live.snapshot()
        for wanted in ("zebra", "quagga", "野家", "שלום", "nothing"):
            assert [hit.item_id for hit in await search_library(wanted)] == [scene]
        program.page.set_caret_position(0)
        program.type("More. ")
        await program.saved()
        text = (await texts.load_text(scene)).document.plain_text
        assert text == "More. " + "\n".join(words)
        await exported(novel, tmp_path)

    live(qapp, look, path)


async def exported(novel, folder):
    """Every format is written, and can be read as what it is."""
    for each in ExportFormat:
        output = folder / f"out.{each.value}"
        await exporting.export_novel(novel, output=output, format=each)
        assert "quagga" in words_in(output.read_bytes())
