# SPDX-License-Identifier: MIT
"""A chapter and the whole manuscript written in as one flowing text, by keys and clicks."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt

from novelist.services import texts
from tests.journeys.program import live
from tests.journeys.test_browsing import browse, open_novel

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


async def flowing(program):
    """Three scenes with a few words each, flowing; their ids."""
    _, ids = await open_novel(program)
    for item_id, words in zip(ids, ("The ebb", "The flood", "The slack"), strict=True):
        await program.open_scene(item_id)
        program.type(words)
    await program.saved()
    program.press(Key.Key_F9)
    flow = program.editor.flow
    await program.until(lambda: all(section.live for section in flow.flow.sections), "no texts")
    return ids


async def stored(ids):
    return [(await texts.load_text(item_id)).body.plain_text for item_id in ids]


def test_the_caret_stays_where_it_is_when_a_scene_becomes_a_chapter(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        assert program.editor.current_item_id == ids[2]
        assert program.page.hasFocus()
        program.type("!")
        await program.saved()
        assert await stored(ids) == ["The ebb", "The flood", "The slack!"]

    live(qapp, journey, empty_library)


def test_binder_and_header_follow_the_caret_over_a_border(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        program.control(Key.Key_Left)
        program.control(Key.Key_Left)
        program.press(Key.Key_Left)
        assert program.editor.current_item_id == ids[1]
        program.type(", rising")
        await program.until(lambda: program.binder.selected_ids() == [ids[1]], "the binder stays")
        assert program.editor.header.place.parts[-1] == "Flood"
        await program.saved()
        assert await stored(ids) == ["The ebb", "The flood, rising", "The slack"]

    live(qapp, journey, empty_library)


def test_what_is_removed_over_borders_comes_back_with_one_undo_and_is_saved(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        for _ in range(14):
            program.press(Key.Key_Left, SHIFT)
        program.press(Key.Key_Backspace)
        await program.saved()
        ebb, flood, slack = await stored(ids)
        assert (ebb, slack) == ("The ebb", "")
        assert "The flood".startswith(flood)
        assert flood != "The flood"
        program.control(Key.Key_Z)
        await program.saved()
        assert await stored(ids) == ["The ebb", "The flood", "The slack"]

    live(qapp, journey, empty_library)


def test_a_scene_chosen_in_the_binder_is_shown_where_it_flows(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        await browse(program, ids[0])
        assert program.editor.flow is not None
        program.type("X")
        await program.saved()
        assert await stored(ids) == ["The ebbX", "The flood", "The slack"]

    live(qapp, journey, empty_library)


def test_a_scene_thrown_away_leaves_the_flow(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        await browse(program, ids[1])
        program.press(Key.Key_Delete)
        flow = program.editor.flow
        await program.until(lambda: flow.flow.find(ids[1]) is None, "it still flows")
        await program.until(lambda: program.editor.current_item_id in (ids[0], ids[2]))

    live(qapp, journey, empty_library)


def test_how_much_is_shown_is_the_same_at_the_next_start(qapp, empty_library):
    found = []

    async def first(program):
        found.extend(await flowing(program))

    async def second(program):
        await program.until(lambda: program.editor.flow is not None, "one scene is shown alone")
        assert program.editor.current_item_id == found[2]
        assert program.editor.header.extent.value() == "chapter"
        program.press(Key.Key_F9, SHIFT)
        assert program.editor.flow is None
        program.type("!")
        await program.saved()
        assert await stored(found) == ["The ebb", "The flood", "The slack!"]

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)


def test_the_count_is_that_of_the_scene_with_the_caret(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        counted = []
        tell = program.editor.counts_changed.connect
        tell(lambda item, found: counted.append((item, found.words)))
        for _ in "The slack ":
            program.press(Key.Key_Left)
        program.type("s here")
        await program.until(lambda: (ids[1], 3) in counted, "it is not counted")

    live(qapp, journey, empty_library)


def test_a_damaged_text_in_the_flow_is_said_once_and_holds_no_key(qapp, empty_library):
    async def journey(program):
        _, ids = await open_novel(program)
        await program.open_scene(ids[0])
        program.type("The ebb")
        await program.saved()
        with closing(sqlite3.connect(empty_library)) as connection, connection:
            connection.execute("UPDATE scene_bodies SET digest = 'x' WHERE item_id = ?", [ids[1]])
        program.press(Key.Key_F9)
        await program.until(lambda: "damaged" in program.window.toast.text, "nothing is said")
        program.control(Key.Key_Right)
        program.press(Key.Key_Right)  # into the damaged text, where the caret cannot go
        program.type("s!")
        await program.saved()
        assert (await texts.load_text(ids[0])).body.plain_text == "The ebbs!"
        flow = program.editor.flow.flow
        unread = [section.item_id for section in flow.sections if section.live is None]
        assert unread == [ids[1]]

    live(qapp, journey, empty_library)


def test_titles_and_synopses_are_switched_by_their_commands(qapp, empty_library):
    async def journey(program):
        ids = await flowing(program)
        flow = program.editor.flow
        top = flow.flow.text_top(flow.flow.number_of(ids[1]))
        before = flow.viewport().grab().toImage()
        program.window.actions_["scene_titles"].trigger()
        assert not program.controller.context.settings.scene_titles
        assert flow.viewport().grab().toImage() != before
        program.window.actions_["scene_titles"].trigger()
        assert program.controller.context.settings.scene_titles
        assert flow.flow.text_top(flow.flow.number_of(ids[1])) == top

    live(qapp, journey, empty_library)
