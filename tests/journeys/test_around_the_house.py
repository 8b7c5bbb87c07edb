# SPDX-License-Identifier: MIT
"""The shelf, the languages, the themes, the layout: as a person meets them."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from novelist.services import novels, outline
from novelist.services.library import library
from novelist.ui.widgets.shadow import SPREAD
from tests.journeys.program import live


def test_the_first_start_opens_the_sample_ready_to_write(qapp, novelist_home):
    async def look(program):
        assert program.window.current_page == "write"
        assert program.editor.current_item_id is not None
        assert program.page.hasFocus()
        assert len(program.workspace.items) > 10

    live(qapp, look)


def test_a_dropped_file_becomes_a_novel(qapp, empty_library, tmp_path):
    book = tmp_path / "The tide office.txt"
    book.write_text("CHAPTER I\n\nThe tide came in.\n\nCHAPTER II\n\nIt went out.\n", "utf-8")

    async def journey(program):
        program.window.files_dropped.emit([str(book)])
        await program.until(lambda: program.window.current_page == "import")
        button = program.child("import_go")
        await program.until(button.isEnabled)
        program.click(button)
        await program.until(lambda: program.focused.objectName().startswith("import_open_"))
        program.press(Qt.Key.Key_Return)
        await program.until(lambda: program.workspace.novel_id is not None)
        await program.until(lambda: program.window.current_page == "write")
        titles = [item.title for item in program.workspace.items if item.kind == "chapter"]
        assert titles == ["CHAPTER I", "CHAPTER II"]

    live(qapp, journey)


def test_the_shelf_says_no_counts_of_the_novel_behind_it(qapp, empty_library):
    async def journey(program):
        await program.controller.open_novel(
            await novels.create_novel(title="Harbour", language="en")
        )
        program.type("The tide")
        program.controller.show_shelf()
        await program.controller.tasks.finish()
        assert program.child("status_scene").text().startswith("Library:")
        assert not program.child("status_session").isVisible()

    live(qapp, journey)


def test_a_message_hides_nothing_of_the_foot_of_the_page(qapp, empty_library):
    async def journey(program):
        await program.controller.open_novel(
            await novels.create_novel(title="Harbour", language="en")
        )
        program.type("The tide")
        program.click(program.child("rail_history"))
        await program.until(lambda: program.window.current_page == "history")
        await program.until(lambda: program.child("history_second").isVisible())
        program.window.notify("The scene is as it was.")
        foot = program.child("history_note").parentWidget()
        top = foot.mapTo(program.window, QPoint()).y()
        assert program.window.toast.geometry().bottom() < top + SPREAD

    live(qapp, journey)


def test_a_novel_is_thrown_away_and_brought_back_by_undo(qapp, empty_library):
    async def journey(program):
        novel = await novels.create_novel(title="Harbour", language="en")
        await program.controller.shelf.refresh()
        program.controller.shelf_panel.trash_requested.emit(novel)
        await program.until(lambda: "moved to Trash" in program.window.toast.text)
        assert await novels.list_novels() == []
        program.click(program.window.toast.action)
        await program.controller.tasks.finish()
        assert [card.id for card in await novels.list_novels()] == [novel]

    live(qapp, journey)


def test_the_language_is_switched_without_a_restart_and_stays(qapp, empty_library):
    async def switch(program):
        shelf = program.window.rail.button("shelf")
        assert shelf.accessibleName() == "Shelf"
        program.controller.commands.choose("language", "zh_CN")
        await program.until(lambda: shelf.accessibleName() == "书架")
        assert program.child("status_saved").text() == "已保存"
        await program.controller.tasks.finish()

    async def look(program):
        assert program.window.rail.button("shelf").accessibleName() == "书架"
        program.controller.commands.choose("language", "en")

    live(qapp, switch)
    live(qapp, look)


def test_the_theme_is_switched_without_a_restart_and_stays(qapp, empty_library):
    async def switch(program):
        program.window.actions_["theme_sepia"].trigger()
        assert program.window.context.theme.name == "sepia"
        await program.controller.tasks.finish()

    async def look(program):
        assert program.window.context.theme.name == "sepia"
        assert program.window.actions_["theme_sepia"].isChecked()

    live(qapp, switch)
    live(qapp, look)


def test_a_hidden_panel_stays_hidden(qapp, novelist_home):
    async def hide(program):
        assert program.workspace.inspector.isVisible()
        program.window.actions_["show_inspector"].trigger()
        assert not program.workspace.inspector.isVisible()

    async def look(program):
        assert not program.workspace.inspector.isVisible()
        assert program.binder.isVisible()
        assert not program.window.actions_["show_inspector"].isChecked()

    live(qapp, hide)
    live(qapp, look)


def test_every_part_of_the_window_is_reached_by_the_keyboard(qapp, novelist_home):
    async def walk(program):
        seen = []
        for _ in range(5):
            program.window.actions_["next_panel"].trigger()
            seen.append(program.focused.window().focusWidget())
        places = [program.window.rail, program.binder, program.editor, program.workspace.inspector]
        for place in places:
            assert any(place is widget or place.isAncestorOf(widget) for widget in seen), place

    live(qapp, walk)


def test_preferences_and_export_open_over_the_window_and_close_by_escape(qapp, novelist_home):
    async def journey(program):
        for command, name in (("preferences", "preferences_sheet"), ("export", "export_sheet")):
            program.window.actions_[command].trigger()
            await program.until(lambda name=name: shown(program, name))
            program.press(Qt.Key.Key_Escape)
            await program.until(lambda name=name: not shown(program, name))

    live(qapp, journey)


def test_the_language_in_the_status_bar_leads_to_where_it_is_chosen(qapp, novelist_home):
    async def journey(program):
        program.window.actions_["preferences"].trigger()
        program.child("preferences_sections").setFocus()
        program.press(Qt.Key.Key_End)
        program.press(Qt.Key.Key_Escape)
        program.click(program.child("status_language"))
        assert program.child("preferences_language").isVisible()

    live(qapp, journey)


def shown(program, name):
    sheet = program.window.findChild(QWidget, name)
    return sheet is not None and sheet.isVisible()


def test_a_novel_of_another_library_does_not_open_by_its_number(qapp, novelist_home, tmp_path):
    other = tmp_path / "Other.novelist"

    async def make_another():
        await library.open_library(other, create=True)
        await novels.create_novel(title="Another", language="en")
        await library.close_library()

    async def look(program):
        assert program.window.current_page == "shelf"
        assert program.workspace.novel_id is None

    asyncio.run(make_another())
    live(qapp, lambda program: program.saved())
    live(qapp, look, other)


def test_a_title_typed_above_the_text_is_saved_and_said_to_be(qapp):
    async def journey(program):
        program.controller.shelf.create_novel()
        await program.until(lambda: program.page.hasFocus())
        await program.saved()
        program.editor.focus_title()
        program.type("Fog")
        assert program.controller.tracker.state == "edited"
        await program.workspace.flush()
        await program.saved()
        items = await outline.load_outline(program.workspace.novel_id)
        assert "Fog" in {item.title for item in items}

    live(qapp, journey)
