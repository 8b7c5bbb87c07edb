# SPDX-License-Identifier: MIT
"""A person starts a novel, writes, arranges, closes, and finds everything again."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt

from novelist import paths
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportOptions
from novelist.services import novels, outline, texts
from novelist.services.importing import importing
from novelist.services.library import library
from tests.journeys.program import live


def on_disk(journey):
    """Run a coroutine on the library while the program is closed."""

    async def run():
        await library.open_library(paths.default_library())
        try:
            return await journey
        finally:
            await library.close_library()

    return asyncio.run(run())


async def first_text():
    (card,) = await novels.list_novels()
    scene = next(i for i in await outline.load_outline(card.id) if i.kind == ItemKind.SCENE)
    return (await texts.load_text(scene.id)).document.plain_text


def test_from_an_empty_shelf_to_a_page_and_back_after_closing(qapp, empty_library):
    async def write(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus(), "no caret on an empty page")
        program.type("The second high water came.\nInes wrote it down.")
        await program.saved()

    live(qapp, write)
    assert on_disk(first_text()) == "The second high water came.\nInes wrote it down."

    async def look(program):
        await program.until(lambda: program.editor.current_item_id is not None)
        assert "Ines wrote it down." in program.page.toPlainText()
        program.page.setFocus()
        program.type(" Twice.")

    live(qapp, look)
    assert on_disk(first_text()).endswith("Ines wrote it down. Twice.")


def test_the_caret_is_where_it_was(qapp, empty_library):
    async def write(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        program.type("One two three.")
        program.control(Qt.Key.Key_Home)
        for _ in range(3):
            program.press(Qt.Key.Key_Right)
        await program.saved()

    async def look(program):
        await program.until(lambda: program.editor.current_item_id is not None)
        assert program.editor.caret == 3

    live(qapp, write)
    live(qapp, look)


def test_undo_in_the_text_and_in_the_binder(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        program.type("Kept. Gone.")
        program.control(Qt.Key.Key_Z)
        assert program.page.toPlainText() != "Kept. Gone."
        before = len(program.workspace.items)
        program.control(Qt.Key.Key_N)
        await program.until(lambda: len(program.workspace.items) == before + 1)
        await program.until(lambda: program.page.hasFocus())
        program.binder.tree.setFocus()
        program.window.actions_["undo"].trigger()
        await program.until(lambda: len(program.workspace.items) == before)

    live(qapp, journey)


def test_a_title_typed_in_the_inspector_is_in_the_binder_and_on_disk(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        item_id = program.editor.current_item_id
        program.editor.focus_title()
        program.type("Arrival")
        await program.saved()
        assert program.binder.title_of(item_id) == "Arrival"
        (item,) = await outline.load_items([item_id])
        assert item.title == "Arrival"

    live(qapp, journey)


def test_chinese_composed_by_an_input_method_is_saved_and_counted(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        program.compose("wu gang lai xin", "雾港来信")
        await program.saved()
        await program.until(lambda: "4 " in program.child("status_scene").text())

    live(qapp, journey)
    assert on_disk(first_text()) == "雾港来信"


def test_split_scene_and_undo_gives_the_scene_back(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        scene = program.editor.current_item_id
        program.type("Morning.\nNight.")
        program.press(Qt.Key.Key_Home)
        program.window.actions_["split_scene"].trigger()
        await program.until(lambda: program.editor.current_item_id != scene)
        assert program.page.toPlainText() == "Night."
        program.binder.tree.setFocus()
        program.window.actions_["undo"].trigger()
        await program.until(lambda: len(program.workspace.items) == 2)
        assert (await texts.load_text(scene)).document.plain_text == "Morning.\nNight."

    live(qapp, journey)


def test_a_split_is_taken_back_where_it_is_told(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        program.type("Morning.\nNight.")
        program.press(Qt.Key.Key_Home)
        program.window.actions_["split_scene"].trigger()
        await program.until(lambda: program.window.toast.isVisible())
        program.click(program.window.toast.action)
        await program.until(lambda: len(program.workspace.items) == 2)
        await program.until(lambda: program.page.toPlainText() == "Morning.\nNight.")

    live(qapp, journey)


def test_the_header_follows_the_name_of_the_chapter(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        chapter = next(i for i in program.workspace.items if i.kind == ItemKind.CHAPTER)
        program.binder.rename_requested.emit(chapter.id, "The tide office")
        shown = program.editor.header.place
        await program.until(lambda: "The tide office" in shown.toolTip(), "the old name stays")

    live(qapp, journey)


def test_a_new_scene_is_opened_also_before_the_news_of_it_has_come(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        novel_id = program.workspace.novel_id
        edit = await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=None)
        program.workspace.show_item(edit.ids[0])
        await program.until(lambda: program.editor.current_item_id == edit.ids[0])
        assert program.page.hasFocus()

    live(qapp, journey)


def test_a_novel_that_is_opened_for_the_first_time_begins_at_its_beginning(
    qapp, empty_library, tmp_path
):
    source = tmp_path / "long.txt"
    source.write_text("The tide went out and left the boats.\n\n" * 400, encoding="utf-8")

    async def journey(program):
        read = await importing.read_manuscript(source, ImportOptions())
        made = await importing.import_novel(read)
        program.controller.show_shelf()
        await program.controller.open_novel(made.novel_id)
        await program.until(lambda: program.page.isVisible())
        await program.until(lambda: program.page.verticalScrollBar().maximum() > 0)
        await program.controller.tasks.finish()
        assert program.editor.scroll_position == 0

    live(qapp, journey)


def test_a_scene_of_another_novel_is_not_opened_here(qapp, empty_library):
    async def journey(program):
        other = await novels.create_novel(title="Elsewhere", language="en")
        stranger = (await outline.load_outline(other))[1].id
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        own = program.editor.current_item_id
        program.workspace.show_item(stranger)
        await program.controller.tasks.finish()
        assert program.editor.current_item_id == own
        assert stranger not in [item.id for item in program.workspace.items]

    live(qapp, journey)
