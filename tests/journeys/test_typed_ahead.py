# SPDX-License-Identifier: MIT
"""What is typed between a command and the scene that it brings goes into that scene."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from novelist.errors import StorageIOError
from novelist.services import outline, texts
from tests.journeys.faults import begin
from tests.journeys.program import live

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


async def text_of(item_id):
    return (await texts.load_text(item_id)).document.plain_text


async def opened_after(program, scene):
    """The scene that is open once it is not this one any more, and all of it is saved."""
    await program.until(lambda: program.editor.current_item_id != scene, "no other scene")
    await program.until(program.page.hasFocus, "the text has no focus")
    await program.saved()
    return program.editor.current_item_id


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_N, CTRL_SHIFT)],
)
def test_keys_and_what_is_composed_go_to_the_new_scene_in_order(qapp, harbour, key, modifiers):
    async def journey(program):
        await begin(program)
        scene = program.editor.current_item_id
        program.press(key, modifiers)
        program.type("After. ")
        program.compose("wu", "雾")
        program.type("\nLast.")
        made = await opened_after(program, scene)
        assert await text_of(made) == "After. 雾\nLast."
        assert await text_of(scene) == "Before. "

    live(qapp, journey, harbour)


def test_what_was_being_composed_stays_in_the_scene_it_was_begun_in(qapp, harbour):
    async def journey(program):
        await begin(program)
        scene = program.editor.current_item_id
        program.compose("wu", "")
        program.compose("gang", "港")
        program.control(Qt.Key.Key_N)
        program.type("After.")
        made = await opened_after(program, scene)
        assert await text_of(made) == "After."
        assert await text_of(scene) == "Before. 港"

    live(qapp, journey, harbour)


def test_commands_among_the_keys_are_obeyed_in_their_order(qapp, harbour):
    async def journey(program):
        await begin(program)
        scene = program.editor.current_item_id
        program.control(Qt.Key.Key_N)
        program.type("One.")
        program.control(Qt.Key.Key_N)
        program.type("Two.")
        await program.until(lambda: len(program.workspace.items) == 4)
        await program.until(lambda: program.page.toPlainText() == "Two.")
        await program.saved()
        made = [item.id for item in program.workspace.items[1:]]
        assert made[0] == scene
        assert [await text_of(each) for each in made] == ["Before. ", "One.", "Two."]

    live(qapp, journey, harbour)


def test_where_no_scene_can_be_made_the_words_stay_where_they_would_have_gone(
    qapp, harbour, monkeypatch
):
    async def fail(*_wanted, **_how):
        raise StorageIOError

    async def journey(program):
        await begin(program)
        monkeypatch.setattr(outline, "create_item", fail)
        program.control(Qt.Key.Key_N)
        program.type("After.")
        await program.until(lambda: program.page.toPlainText() == "Before. After.")

    live(qapp, journey, harbour)


def test_who_leaves_the_library_in_between_loses_no_word(qapp, harbour, tmp_path):
    async def journey(program):
        await begin(program)
        program.control(Qt.Key.Key_N)
        program.type("After.")
        await program.controller.switch_library(tmp_path / "Other.novelist", create=True)
        await program.controller.switch_library(harbour)
        items = [item for item in await outline.load_outline(2) if item.kind == "scene"]
        assert "After." in "".join([await text_of(item.id) for item in items])

    live(qapp, journey, harbour)
