# SPDX-License-Identifier: MIT
"""One writes before the library is open: nothing typed then is lost, whatever comes of it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from novelist import paths
from novelist.app.wiring import build_window, lay_desk
from novelist.db.lock import LibraryLock
from novelist.domain.document import document_of
from novelist.domain.document_text import digest, to_json_lines
from novelist.services import novels, outline, texts
from novelist.services.library import library
from novelist.settings import NovelState, Place, WindowState, save_window_state
from tests.journeys.program import PATIENCE, live

PROJECT = Path(__file__).parents[2]
STORED = "Low water. Fog."


async def make(path):
    await library.open_library(path, create=True)
    novel_id = await novels.create_novel(title="Harbour", language="en")
    items = await outline.load_outline(novel_id)
    scene = next(item.id for item in items if item.kind == "scene")
    await texts.save_text((await texts.load_text(scene)).body, document_of(STORED))
    await library.close_library()
    return novel_id, scene


@pytest.fixture
def harbour(tmp_path, novelist_home):
    """A library that was closed with its only scene open, the caret after its first sentence."""
    path = tmp_path / "Harbour.novelist"
    novel_id, scene = asyncio.run(make(path))
    left = NovelState(open_item=scene, places={str(scene): Place(caret=10)})
    state = WindowState(
        open_novel=novel_id, open_library=str(path), novels={f"{path}#{novel_id}": left}
    )
    save_window_state(novelist_home / "settings", state)
    return path


def keys(words, _window, desk):
    """Type into the page as soon as it is there."""
    assert desk.editor.edit.hasFocus()
    QTest.keyClicks(desk.editor.edit, words)


def stored(path):
    """The texts in the library, as another program reads them."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT plain_text FROM scene_bodies ORDER BY item_id")
        return [text for (text,) in rows]


def rescued():
    return [
        file.read_text("utf-8")
        for file in sorted((paths.data_folder() / "Rescued text").rglob("*.txt"))
    ]


def test_the_scene_is_there_before_the_store_as_it_was_left(qapp, harbour):
    def at_first(window, desk):
        assert window.current_page == "write"
        assert desk.editor.edit.toPlainText() == STORED
        assert desk.editor.caret == 10
        assert desk.editor.header.place.parts == ["1  Untitled chapter", "Low water. Fog."]
        assert not window.actions_["new_scene"].isEnabled()
        seen.append(desk.editor.edit.geometry())

    async def look(program):
        assert program.page.geometry() == seen[0]
        assert program.editor.header.place.parts == ["1  Untitled chapter", "Low water. Fog."]
        assert program.window.actions_["new_scene"].isEnabled()
        assert program.page.hasFocus()
        assert program.child("status_saved").text() == "Saved"

    seen = []
    live(qapp, look, harbour, at_first=at_first)


def test_what_is_typed_during_the_start_is_kept_with_its_history_and_saved(qapp, harbour):
    def at_first(window, desk):
        keys(" Wind.", window, desk)
        desk.editor.save_now()
        assert desk.tracker.state == "edited"

    async def journey(program):
        assert program.page.toPlainText() == "Low water. Wind. Fog."
        assert program.editor.caret == 16
        program.type(" Rain.")
        await program.saved()
        assert stored(harbour) == ["Low water. Wind. Rain. Fog."]
        for _step in range(20):
            program.control(Qt.Key.Key_Z)
        assert program.page.toPlainText() == STORED

    live(qapp, journey, harbour, at_first=at_first)


def test_a_word_in_the_input_method_survives_the_opening_of_the_library(qapp, harbour):
    def at_first(_window, desk):
        QApplication.sendEvent(desk.editor.edit, QInputMethodEvent("wu", []))

    async def journey(program):
        cursor = program.page.textCursor()
        assert cursor.block().layout().preeditAreaText() == "wu"
        program.compose("wu", "雾")
        await program.saved()
        assert stored(harbour) == ["Low water.雾 Fog."]

    live(qapp, journey, harbour, at_first=at_first)


def test_a_title_typed_during_the_start_is_kept(qapp, harbour):
    def at_first(_window, desk):
        desk.editor.focus_title()
        QTest.keyClicks(desk.editor.edit.title, "Fog")
        assert desk.tracker.state == "edited"

    async def journey(program):
        assert program.editor.edit.title.hasFocus()
        await program.saved()
        (scene,) = (item for item in program.workspace.items if item.kind == "scene")
        assert scene.title == "Fog"

    live(qapp, journey, harbour, at_first=at_first)


async def nothing_more(_program):
    """The window is closed at once."""


def test_what_is_typed_and_closed_at_once_is_saved(qapp, harbour):
    live(qapp, nothing_more, harbour, at_first=partial(keys, " Wind."))
    assert stored(harbour) == ["Low water. Wind. Fog."]


def test_the_whole_program_closes_during_its_start_and_saves(qapp, harbour, monkeypatch):
    from novelist.app import wiring

    real = lay_desk

    async def lay_and_close(window):
        desk = await real(window)
        keys(" Wind.", window, desk)
        window.close()
        return desk

    monkeypatch.setattr(wiring, "lay_desk", lay_and_close)
    window = build_window(harbour)
    window.activateWindow()
    assert wiring.live(qapp, window, harbour) == 0
    window.context.language.remove()
    window.context.theme.uninstall()
    window.deleteLater()
    assert stored(harbour) == ["Low water. Wind. Fog."]


def take_lock(path, held):
    lock = LibraryLock(path)
    lock.acquire()
    held.append(lock)


def test_a_library_that_cannot_be_opened_after_all_keeps_what_was_typed_for_the_next_try(
    qapp, harbour
):
    held = []

    def at_first(window, desk):
        keys(" Wind.", window, desk)
        take_lock(harbour, held)

    async def journey(program):
        assert "open in another window" in program.window.opening.sentence
        assert program.window.current_page == "opening"
        assert program.child("status_saved").text() == "Edited"
        held[0].release()
        program.click(program.window.opening.findChild(QWidget, "empty_state_action"))
        await program.until(lambda: program.window.current_page == "write")
        await program.saved()
        assert program.page.toPlainText() == "Low water. Wind. Fog."

    live(qapp, journey, harbour, at_first=at_first)
    assert stored(harbour) == ["Low water. Wind. Fog."]
    assert rescued() == []


def test_closing_a_library_that_could_not_be_opened_first_copies_what_was_typed(qapp, harbour):
    held = []

    def at_first(window, desk):
        keys(" Wind.", window, desk)
        take_lock(harbour, held)

    async def journey(program):
        assert not await program.controller.close()
        assert rescued() == ["Low water. Wind. Fog."]
        held[0].release()

    live(qapp, journey, harbour, at_first=at_first)
    assert stored(harbour) == [STORED]


def test_another_library_is_opened_instead_and_what_was_typed_is_copied(qapp, harbour, tmp_path):
    other = tmp_path / "Other.novelist"
    asyncio.run(make(other))

    def at_first(window, desk):
        keys(" Wind.", window, desk)
        harbour.rename(tmp_path / "aside")

    async def journey(program):
        await program.controller.switch_library(other)
        assert program.window.current_page == "shelf"
        assert rescued() == ["Low water. Wind. Fog."]
        assert "A copy of your unsaved text" in program.window.toast.text
        assert program.editor.current_item_id is None

    live(qapp, journey, harbour, at_first=at_first)
    assert stored(other) == [STORED]


def rewrite(path):
    """Another program saves the scene."""
    content = to_json_lines(document_of("Written elsewhere."))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE scene_bodies SET content = ?, digest = ?, plain_text = 'Written elsewhere.',"
            " version = version + 1",
            (content, digest(content)),
        )
        connection.commit()


def test_a_scene_rewritten_after_the_first_look_is_kept_beside_what_was_typed(qapp, harbour):
    def at_first(window, desk):
        keys(" Wind.", window, desk)
        rewrite(harbour)

    async def journey(program):
        await program.saved()
        assert program.page.toPlainText() == "Low water. Wind. Fog."
        assert stored(harbour) == ["Low water. Wind. Fog.", "Written elsewhere."]
        assert "in a scene after it" in program.child("notice_banner").accessibleName()

    live(qapp, journey, harbour, at_first=at_first)


def test_a_scene_rewritten_after_the_first_look_is_shown_where_nothing_was_typed(qapp, harbour):
    async def journey(program):
        assert program.page.toPlainText() == "Written elsewhere."
        program.control(Qt.Key.Key_Home)
        program.type("Not ")
        await program.saved()
        assert stored(harbour) == ["Not Written elsewhere."]

    live(qapp, journey, harbour, at_first=lambda _window, _desk: rewrite(harbour))


def test_a_scene_thrown_away_after_the_first_look_leaves_a_copy_of_what_was_typed(qapp, harbour):
    def at_first(window, desk):
        keys(" Wind.", window, desk)
        with closing(sqlite3.connect(harbour)) as connection:
            connection.execute("UPDATE outline_items SET deleted_at = '2026-01-01 00:00:00'")
            connection.commit()

    async def journey(program):
        assert rescued() == ["Low water. Wind. Fog."]
        assert program.editor.current_item_id is None
        assert program.child("status_saved").text() == "Saved"

    live(qapp, journey, harbour, at_first=at_first)
    assert stored(harbour) == [STORED]


def test_what_is_typed_during_the_start_is_there_after_kill_nine(qapp, harbour):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.early_victim", str(harbour), " Wind."],
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert json.loads(process.stdout.readline()) == {"typed": True}
        ends = time.monotonic() + PATIENCE
        while "Wind" not in "".join([*stored(harbour), *rescued()]):
            assert time.monotonic() < ends, "it is never kept"
            threading.Event().wait(0.05)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    seen = []

    async def look(program):
        assert program.page.toPlainText() == "Low water. Wind. Fog."

    live(qapp, look, harbour, at_first=lambda _window, desk: seen.append(desk.first))
    assert seen[0] is not None
