# SPDX-License-Identifier: MIT
"""What was done is undone by keys: in the binder, in the inspector, on the shelf, another day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from novelist.domain.enums import ItemKind
from novelist.services import novels, outline
from novelist.ui.theme import Theme
from tests.journeys.program import live
from tests.ui.drags import drag


def undo_text(program):
    return program.window.actions_["undo"].text()


def titles(program):
    return [item.title for item in program.workspace.items]


async def press_undo(program, widget):
    """Ctrl+Z where ``widget`` has the keyboard."""
    widget.setFocus()
    assert program.window.actions_["undo"].shortcut() == QKeySequence("Ctrl+Z")
    program.control(Qt.Key.Key_Z)
    await program.controller.tasks.finish()


async def harbour(program):
    """A novel with the scenes Ebb and Flood, open; the id of the first."""
    novel_id = await novels.create_novel(title="Harbour", language="en")
    chapter, first = [item.id for item in await outline.load_outline(novel_id)]
    await outline.set_attribute(novel_id, ids=[first], name="title", value="Ebb")
    await outline.create_item(novel_id, kind=ItemKind.SCENE, parent_id=chapter, title="Flood")
    await program.controller.open_novel(novel_id)
    await program.until(lambda: program.binder.title_of(first) == "Ebb")
    return first


def test_a_drag_is_undone_by_keys_after_a_restart(qapp, empty_library):
    async def arrange(program):
        first = await harbour(program)
        row = program.binder.tree.visualRect(program.binder.tree.shown.index_of(first))
        second = program.workspace.items[2].id
        assert drag(program.binder, [second], row.topLeft())
        await program.until(lambda: titles(program) == ["", "Flood", "Ebb"])

    async def undo(program):
        await program.until(lambda: titles(program) == ["", "Flood", "Ebb"])
        program.binder.tree.setFocus()
        await program.until(lambda: undo_text(program) == "Undo: Move “Flood”")
        await press_undo(program, program.binder.tree)
        assert titles(program) == ["", "Ebb", "Flood"]
        assert program.window.actions_["redo"].text() == "Redo: Move “Flood”"

    async def redo(program):
        await program.until(lambda: titles(program) == ["", "Ebb", "Flood"])
        program.binder.tree.setFocus()
        program.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        await program.until(lambda: titles(program) == ["", "Flood", "Ebb"])

    for journey in (arrange, undo, redo):
        live(qapp, journey)


def test_what_is_chosen_and_typed_in_the_inspector_is_undone_in_the_binder(qapp, empty_library):
    async def journey(program):
        first = await harbour(program)
        program.binder.show_item(first)
        item, inspector = program.workspace.items[1], program.workspace.inspector
        program.click(inspector.in_manuscript)
        await inspector.settle()
        inspector.title.setFocus()
        inspector.title.selectAll()
        program.type("Low tide")
        await inspector.settle()
        program.binder.tree.setFocus()
        await program.until(lambda: undo_text(program) == "Undo: Rename “Low tide”")
        await press_undo(program, program.binder.tree)
        assert (item.title, item.in_manuscript) == ("Ebb", False)
        await press_undo(program, program.binder.tree)
        assert item.in_manuscript
        assert inspector.in_manuscript.isChecked()

    live(qapp, journey)


def test_a_message_goes_when_what_it_tells_is_undone_by_keys(qapp, empty_library):
    async def journey(program):
        first = await harbour(program)
        second = program.workspace.items[2].id
        for act in (program.binder.merge_requested, program.binder.trash_requested):
            act.emit([first, second])
            toast = program.window.toast
            await program.until(toast.isVisible)
            await press_undo(program, program.binder.tree)
            assert not toast.isVisible()

    live(qapp, journey)


def test_the_menu_says_that_undo_goes_into_the_text_while_one_writes(qapp, empty_library):
    async def journey(program):
        await harbour(program)
        program.page.setFocus()
        assert undo_text(program) == "Undo typing"
        program.binder.tree.setFocus()
        await program.until(lambda: undo_text(program) == "Undo: New entry “Flood”")
        program.controller.commands.choose("language", "zh_CN")
        await program.until(lambda: undo_text(program) == "撤销：新建条目“Flood”")
        program.controller.commands.choose("language", "en")

    live(qapp, journey)


def test_what_was_done_on_the_shelf_is_undone_there(qapp, empty_library):
    async def journey(program):
        novel_id = await novels.create_novel(title="Harbour", language="en")
        program.controller.show_shelf()
        await program.controller.tasks.finish()
        panel = program.controller.shelf_panel
        panel.rename_requested.emit(novel_id, "Lighthouse")
        await program.until(lambda: undo_text(program) == "Undo: Rename “Lighthouse”")
        panel.trash_requested.emit(novel_id)
        await program.until(lambda: undo_text(program) == "Undo: Move to Trash “Lighthouse”")
        for _ in range(2):
            await press_undo(program, panel.novels.grid)
        assert [card.title for card in await novels.list_novels()] == ["Harbour"]
        await press_undo(program, panel.novels.grid)
        assert await novels.list_novels() == []

    live(qapp, journey)


def test_a_novel_whose_making_is_undone_is_left(qapp, empty_library):
    async def journey(program):
        await harbour(program)
        program.controller.show_shelf()
        await program.until(lambda: undo_text(program) == "Undo: New novel “Harbour”")
        await press_undo(program, program.controller.shelf_panel.novels.grid)
        await program.until(lambda: program.workspace.novel_id is None)
        program.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        await program.until(lambda: undo_text(program) == "Undo: New novel “Harbour”")
        assert [card.title for card in await novels.list_novels()] == ["Harbour"]

    live(qapp, journey)


def test_a_scene_without_a_title_is_called_by_its_words_after_a_split(qapp, empty_library):
    async def journey(program):
        program.click(program.child("new_novel"))
        await program.until(lambda: program.page.hasFocus())
        scene = program.editor.current_item_id
        program.type("Morning.\nNight.")
        await program.saved()
        program.press(Qt.Key.Key_Home)
        program.window.actions_["split_scene"].trigger()
        await program.until(lambda: program.editor.current_item_id != scene)
        new = program.editor.current_item_id
        shown = program.binder.title_of
        await program.until(lambda: (shown(scene), shown(new)) == ("Morning.", "Night."))
        await press_undo(program, program.binder.tree)
        await program.until(lambda: shown(scene) == "Morning. Night.")

    live(qapp, journey)


def test_a_message_goes_when_what_it_offers_to_undo_is_not_the_last_step_any_more(
    qapp, empty_library, monkeypatch
):
    monkeypatch.setattr(Theme, "threshold", lambda _theme, _name: 3_600_000)  # it stays by itself

    async def journey(program):
        first = await harbour(program)
        await program.open_scene(first)
        program.type("Morning.\nNight.")
        await program.saved()
        program.press(Qt.Key.Key_Home)
        program.window.actions_["split_scene"].trigger()
        toast = program.window.toast
        await program.until(toast.isVisible)
        await program.controller.tasks.finish()
        assert toast.isVisible()
        program.binder.rename_requested.emit(first, "Low water")
        await program.until(lambda: not toast.isVisible())
        assert program.binder.title_of(first) == "Low water"

    live(qapp, journey)
