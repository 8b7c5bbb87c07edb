# SPDX-License-Identifier: MIT
"""The tab of frequent words beside the text, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from tests.journeys.program import live

Key = Qt.Key


async def opened(program):
    """Two scenes of a chapter, the second open, and the tab shown by its command."""
    novel = await novels.create_novel(title="Tide", language="en")
    first = (await outline.load_outline(novel))[-1]
    place = {"kind": ItemKind.SCENE, "parent_id": first.parent_id}
    ids = [first.id, (await outline.create_item(novel, **place)).ids[0]]
    for item_id, words in zip(ids, ("The lamp and the lamp.", "Tide, tide."), strict=True):
        loaded = await texts.load_text(item_id)
        await texts.save_text(loaded.body, document_of(words))
    await program.controller.open_novel(novel)
    await program.open_scene(ids[1])
    program.window.actions_["frequency"].trigger()
    panel = program.controller.commands.frequency.panel
    assert panel.isVisible()
    await told(program, panel, ["tide"])
    return panel, ids


def words_of(panel):
    return [row.text for row in panel.list.uses.rows]


async def told(program, panel, words):
    await program.until(lambda: words_of(panel) == words, f"{words_of(panel)}, not {words}")


def choose(program, panel, scope):
    program.click(panel.scope_button)
    program.child("frequency_scopes").findChild(object, f"frequency_scope_{scope}").trigger()


def test_it_stays_open_and_follows_what_is_written(qapp, empty_library):
    async def journey(program):
        panel, ids = await opened(program)
        assert program.focused is panel.list
        program.press(Key.Key_Escape)
        assert program.page.hasFocus()
        program.control(Key.Key_End)
        program.type(" The boat, the boat, the boat.")
        await told(program, panel, ["boat", "tide"])
        assert panel.isVisible()
        await program.open_scene(ids[0])
        await told(program, panel, ["lamp"])

    live(qapp, journey)


def test_a_word_of_the_scene_is_found_in_the_text_with_a_click(qapp, empty_library):
    async def journey(program):
        panel, _ = await opened(program)
        place = panel.list.visualRect(panel.list.uses.index(0)).center()
        program.click(panel.list.viewport(), place)
        bar = program.controller.commands.scene_search.bar
        assert (bar.wanted.text(), bar.counted.text()) == ("tide", "1 of 2")
        assert program.page.textCursor().selectedText() == "Tide"
        assert program.window.current_page == "write"

    live(qapp, journey)


def test_a_word_of_more_is_found_in_a_list_by_keys_and_the_tab_is_there_still(qapp, empty_library):
    async def journey(program):
        panel, _ = await opened(program)
        for scope in ("chapter", "manuscript"):
            choose(program, panel, scope)
            await told(program, panel, ["lamp", "tide"])
        panel.list.setFocus()
        program.press(Key.Key_Home)
        program.press(Key.Key_Return)
        await program.until(lambda: program.window.current_page == "search")
        page = program.controller.commands.search.page
        results = page.stage.view.results
        await program.until(lambda: results.count == 2)
        assert (page.side.wanted.text(), page.side.scope) == ("lamp", "novel")
        assert page.side.wanted.switches["word"].isChecked()
        program.press(Key.Key_Escape)
        await program.until(lambda: program.window.current_page == "write")
        assert panel.isVisible()

    live(qapp, journey)


def test_nothing_is_counted_while_nobody_sees_it(qapp, empty_library):
    async def journey(program):
        panel, ids = await opened(program)
        tabs = program.child("inspector_tabs")
        program.click(tabs, tabs.tabRect(0).center())
        await program.open_scene(ids[0])
        await program.saved()
        assert words_of(panel) == ["tide"]
        program.click(tabs, tabs.tabRect(2).center())
        await told(program, panel, ["lamp"])

    live(qapp, journey)
