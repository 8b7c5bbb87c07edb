# SPDX-License-Identifier: MIT
"""Several places beside each other: panes, tabs, back and forward, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from novelist.services import texts
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


async def written(program):
    """Three scenes with a few words each, the last one open; their ids."""
    _, ids = await open_novel(program)
    for item_id, words in zip(ids, ("The ebb", "The flood", "The slack"), strict=True):
        await program.open_scene(item_id)
        program.type(words)
    await program.saved()
    return ids


async def stored(ids):
    return [(await texts.load_text(item_id)).body.plain_text for item_id in ids]


def panes(program):
    return program.workspace.manuscript._panes


def loaded(pane):
    return all(section.live is not None for section in pane.view.flow.sections)


def spot_of(pane, item_id, position):
    """The point of a pane's page where a place in a text is."""
    section = pane.view.flow.find(item_id)
    line = section.line_at(position)
    x = pane.view.flow.left + line.x()
    return QPoint(round(x), round(pane.view.text_top(section) + line.center().y()))


def test_the_same_scene_in_two_panes_is_one_text(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_F4)
        both = panes(program).all
        await program.until(lambda: len(both) == 2 and all(map(loaded, both)), "no second pane")
        assert program.page.hasFocus()
        program.type("!")
        first, second = (pane.view.flow.find(ids[2]).live for pane in both)
        assert first is second
        QTest.mouseClick(
            both[0].view.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(both[0], ids[2], 0)
        )
        assert panes(program).active is both[0]
        program.type("? ")
        await program.saved()
        assert await stored(ids) == ["The ebb", "The flood", "? The slack!"]

    live(qapp, journey, empty_library)


def test_every_pane_is_set_anew_in_another_size(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_F4)
        both = panes(program).all
        await program.until(lambda: len(both) == 2 and all(map(loaded, both)), "no second pane")
        lines = lambda pane: pane.view.flow.find(ids[2]).line_at(0).height()  # noqa: E731
        before = [lines(pane) for pane in both]
        program.editor.edit.request_zoom(2)
        assert [lines(pane) > was for pane, was in zip(both, before, strict=True)] == [True, True]
        tops = [pane.view.flow.heights.total for pane in both]
        assert tops[0] == tops[1]

    live(qapp, journey, empty_library)


def test_what_is_chosen_opens_in_the_pane_that_is_written_in(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_F4)
        one, other = panes(program).all
        await program.open_scene(ids[0])
        assert other.view.flow.find(ids[0]) is not None
        assert one.view.flow.find(ids[0]) is None
        program.type("X")
        program.press(Key.Key_F6, CTRL)
        assert panes(program).active is one
        program.type("Y")
        await program.saved()
        ebb, _, slack = await stored(ids)
        assert "X" in ebb
        assert "Y" in slack

    live(qapp, journey, empty_library)


def test_a_pane_kept_for_reference_stays_as_it_is(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_F4, SHIFT)
        one, other = panes(program).all
        program.click(other.pin)
        await program.open_scene(ids[1])
        assert panes(program).active is one
        assert other.tab.item_id == ids[2]

    live(qapp, journey, empty_library)


def test_tabs_come_and_go(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.control(Key.Key_T)
        await program.open_scene(ids[0])
        pane = panes(program).active
        assert [tab.item_id for tab in pane.tabs] == [ids[2], ids[0]]
        assert pane.row.isVisible()
        program.press(Key.Key_Tab, CTRL)
        await program.until(lambda: program.editor.current_item_id == ids[2], "not the other tab")
        program.control(Key.Key_W)
        await program.until(lambda: program.editor.current_item_id == ids[0], "not the last tab")
        assert not pane.row.isVisible()
        assert program.editor.flow is None
        program.press(Key.Key_T, CTRL | SHIFT)
        await program.until(lambda: program.editor.current_item_id == ids[2], "not reopened")
        program.type("!")
        await program.saved()
        assert "!" in (await stored(ids))[2]

    live(qapp, journey, empty_library)


def test_closing_a_pane_keeps_what_was_typed_there(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_F4)
        await program.open_scene(ids[0])
        program.type("So: ")
        program.control(Key.Key_W)
        await program.until(lambda: len(panes(program).all) == 1, "the pane stays")
        assert program.editor.flow is None
        assert program.editor.current_item_id == ids[2]
        program.type("!")
        await program.saved()
        ebb, _, slack = await stored(ids)
        assert "So: " in ebb
        assert "!" in slack

    live(qapp, journey, empty_library)


def test_back_and_forward_lead_to_where_the_caret_was(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_Home)
        await program.open_scene(ids[0])
        program.control(Key.Key_BracketLeft)
        await program.until(lambda: program.editor.current_item_id == ids[2], "not back")
        await program.until(lambda: program.editor.caret == 0, "not where it was")
        program.control(Key.Key_BracketRight)
        await program.until(lambda: program.editor.current_item_id == ids[0], "not forward")

    live(qapp, journey, empty_library)


def test_a_scene_thrown_away_leaves_every_pane(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_F4)
        await program.open_scene(ids[0])
        program.binder.select([ids[2]])
        program.binder.tree.setFocus()
        program.press(Key.Key_Delete)
        await program.until(lambda: len(panes(program).all) == 1, "its pane stays")
        assert program.editor.current_item_id == ids[0]

    live(qapp, journey, empty_library)


def test_another_novel_begins_with_one_pane(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.press(Key.Key_F4)
        await open_novel(program)
        assert program.editor.flow is None
        assert len(panes(program).all) == 1
        program.type("Fresh")
        await program.saved()

    live(qapp, journey, empty_library)


def test_panes_and_tabs_are_there_again_at_the_next_start(qapp, empty_library):
    found = []

    async def first(program):
        found.extend(await written(program))
        program.press(Key.Key_F4)
        await program.open_scene(found[0])
        program.control(Key.Key_T)
        await program.open_scene(found[1])

    async def second(program):
        await program.until(lambda: program.editor.flow is not None, "one page alone")
        one, other = panes(program).all
        assert [tab.item_id for tab in one.tabs] == [found[2]]
        assert [tab.item_id for tab in other.tabs] == [found[0], found[1]]
        assert panes(program).active is other
        assert program.editor.current_item_id == found[1]
        await program.until(lambda: loaded(one) and loaded(other), "no texts")
        program.type("!")
        await program.saved()
        assert "!" in (await stored(found))[1]

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)


def test_the_binder_opens_in_tabs_and_beside(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.binder.select([ids[0]])
        program.binder.tree.setFocus()
        program.control(Key.Key_Return)
        await program.until(lambda: program.editor.current_item_id == ids[0], "no tab")
        assert len(panes(program).active.tabs) == 2
        program.binder.select([ids[1]])
        program.binder.tree.setFocus()
        program.press(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        await program.until(lambda: program.editor.current_item_id == ids[1], "not beside")
        assert len(panes(program).all) == 2

    live(qapp, journey, empty_library)


def test_a_second_window_writes_in_the_same_novel(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_W, CTRL | SHIFT)
        pane = panes(program).active
        window = pane.window()
        assert window is not program.window
        assert window.isVisible()
        assert window.windowTitle() == f"Slack — {program.window.windowTitle()}"
        await program.until(lambda: loaded(pane), "no text")
        program.page.setFocus()
        QTest.keyClicks(program.page, "!")
        await program.saved()
        assert "!" in (await stored(ids))[2]
        window.close()
        assert len(panes(program).all) == 1
        assert program.page.window() is program.window
        QTest.keyClicks(program.page, "?")
        await program.saved()
        assert "?" in (await stored(ids))[2]

    live(qapp, journey, empty_library)


def test_a_second_window_is_there_again_at_the_next_start(qapp, empty_library):
    found = []

    async def first(program):
        found.extend(await written(program))
        program.press(Key.Key_W, CTRL | SHIFT)
        window = panes(program).active.window()
        window.setGeometry(60, 80, 500, 400)
        await program.until(lambda: window.geometry().width() == 500)

    async def second(program):
        await program.until(lambda: len(panes(program).all) == 2, "one pane alone")
        here, there = panes(program).all
        assert panes(program).active is here
        window = there.window()
        assert window is not program.window
        assert window.isVisible()
        assert (window.width(), window.height()) == (500, 400)
        await program.until(lambda: loaded(there), "nothing is shown there")
        assert there.tab.item_id == found[2]

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)


def test_leaving_closes_a_second_window_and_keeps_its_words(qapp, empty_library):
    found = []

    async def first(program):
        found.extend(await written(program))
        program.press(Key.Key_W, CTRL | SHIFT)
        QTest.keyClicks(program.page, "!")

    async def second(program):
        assert "!" in (await stored(found))[2]

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)


def test_a_scene_without_a_title_is_called_the_same_everywhere(qapp, empty_library):
    def names(program, item_id):
        row = program.binder.model.index_of(item_id).data()
        place, tabs = program.editor.header.place.parts, panes(program).active.row.titles
        return {row, place[-1], tabs[panes(program).active.current]}

    async def journey(program):
        ids = await written(program)
        program.press(Key.Key_T, CTRL)
        program.editor.focus_title()
        program.control(Key.Key_A)
        program.press(Key.Key_Delete)
        program.press(Key.Key_Return)
        await program.until(lambda: names(program, ids[2]) == {"The slack"}, "several names")
        program.type("On the flats. ")
        await program.saved()
        assert names(program, ids[2]) == {"On the flats. The slack"}
        program.type("The tide went out and the boats lay on their sides. ")
        await program.saved()
        assert program.editor.header.place.parts[-1] == "On the flats. The tide went…"
        inspector = program.workspace.inspector.title
        assert (inspector.text(), inspector.placeholderText()) == ("", "Untitled scene")

    live(qapp, journey, empty_library)
