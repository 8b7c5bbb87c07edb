# SPDX-License-Identifier: MIT
"""The details of a novel, its statuses and labels: opened, written, ordered, deleted, undone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu

from novelist.domain.enums import Hue, ItemKind
from novelist.domain.writing_days import WrittenDay
from novelist.importers.imported import ImportedItem, ImportedNovel
from novelist.services import novels, outline
from novelist.services.importing.importing import import_novel
from novelist.ui.novel_details.sheet import NovelDetailsSheet
from tests.journeys.program import live

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


async def harbour(program):
    """A novel that is open; its id and that of its scene."""
    novel_id = await novels.create_novel(title="Harbour", language="en")
    _, scene = [item.id for item in await outline.load_outline(novel_id)]
    await program.controller.open_novel(novel_id)
    await program.until(lambda: program.workspace.inspector.item_id == scene)
    return novel_id, scene


def sheet(program):
    found = program.window.findChild(NovelDetailsSheet)
    return found if found is not None and found.isVisible() else None


async def opened(program):
    await program.until(lambda: sheet(program) is not None)
    return sheet(program)


def write(program, widget, text):
    widget.setFocus()
    widget.selectAll()
    assert program.focused is widget
    program.type(text)


def test_the_title_above_the_binder_is_pressed_and_written_anew(qapp, empty_library):
    async def journey(program):
        novel_id, _ = await harbour(program)
        program.click(program.child("binder_title"))
        await opened(program)
        assert program.focused is program.child("novel_title")
        program.type("Lighthouse")
        write(program, program.child("novel_deadline"), "2027/1/31")
        write(program, program.child("novel_target"), "80000")
        program.press(Qt.Key.Key_Escape)
        assert sheet(program) is None
        await program.controller.tasks.finish()
        assert program.child("binder_title").text() == "Lighthouse"
        novel = await novels.get_novel(novel_id)
        assert (novel.deadline, novel.target) == (date(2027, 1, 31), 80000)
        for _ in range(3):
            program.binder.tree.setFocus()
            program.control(Qt.Key.Key_Z)
            await program.controller.tasks.finish()
        assert (novel.title, novel.deadline, novel.target) == ("Harbour", None, None)
        assert program.child("binder_title").text() == "Harbour"

    live(qapp, journey)


def test_details_are_written_from_the_shelf_and_undone_there(qapp, empty_library):
    async def journey(program):
        novel_id = await novels.create_novel(title="Harbour", language="en")
        program.controller.show_shelf()
        await program.controller.tasks.finish()
        panel = program.controller.shelf_panel
        panel.novels.grid.menu_requested.emit(novel_id, program.window.rect().center())
        menu = panel.findChild(QMenu, "novel_menu")
        next(each for each in menu.actions() if "details" in each.text()).trigger()
        menu.close()
        program.window.activateWindow()
        await opened(program)
        write(program, program.child("novel_author"), "Imogen Farrow")
        write(program, program.child("novel_deadline"), "soon")
        assert "2027-01-31" in program.child("novel_deadline").problem
        program.click(program.child("novel_details_done"))
        await program.controller.tasks.finish()
        assert [card.author for card in await novels.list_novels()] == ["Imogen Farrow"]
        undo = program.window.actions_["undo"]
        await program.until(lambda: undo.text() == "Undo: Author “Harbour”")
        panel.novels.grid.setFocus()
        program.control(Qt.Key.Key_Z)
        await program.controller.tasks.finish()
        assert [card.author for card in await novels.list_novels()] == [""]

    live(qapp, journey)


def test_a_label_is_made_from_the_inspector_and_chosen_there(qapp, empty_library):
    async def journey(program):
        await harbour(program)
        inspector = program.workspace.inspector
        menu = inspector.label.menu()
        menu.actions()[-1].trigger()
        menu.close()
        page = (await opened(program)).lists["label"]
        assert program.focused is page.name
        for name in ("Tide", "Letters", "Tide"):
            program.type(f"{name}\n")
            await program.controller.tasks.finish()
        assert "has that name" in page.name.problem
        assert [row.name for row in page.model.rows] == ["Tide", "Letters"]
        program.press(Qt.Key.Key_Escape)
        menu = inspector.label.menu()
        next(each for each in menu.actions() if each.text() == "Letters").trigger()
        menu.close()
        await inspector.settle()
        assert program.workspace.items[1].label_id == page.model.rows[1].id

    live(qapp, journey)


async def statuses(program):
    """The page of the statuses of a novel whose scene is an idea; the status, the scene."""
    novel_id, scene = await harbour(program)
    idea = (await outline.list_statuses(novel_id))[0]
    await outline.set_attribute(novel_id, ids=[scene], name="status_id", value=idea.id)
    program.binder.details_requested.emit("status")
    page = (await opened(program)).lists["status"]
    page.list.choose(idea.id)
    page.list.setFocus()
    return page, idea, program.workspace.items[1]


def names(page):
    return [row.name for row in page.model.rows]


async def press(program, page, key, modifiers=NONE):
    """Press a key in the list, and wait for what it does."""
    page.list.setFocus()
    program.press(key, modifiers)
    await program.controller.tasks.finish()


def test_statuses_are_coloured_renamed_and_put_in_order(qapp, empty_library):
    async def journey(program):
        page, idea, _ = await statuses(program)
        program.click(page.hues.swatch(Hue.PLUM))
        await press(program, page, Qt.Key.Key_F2)
        program.focused.selectAll()
        program.type("Seed\n")
        await program.until(lambda: names(page)[0] == "Seed")
        await press(program, page, Qt.Key.Key_Down, ALT)
        assert (idea.hue, names(page)[:2]) == ("plum", ["First draft", "Seed"])
        data = page.model.mimeData([page.model.row_of(idea.id)])
        page.model.dropMimeData(data, Qt.DropAction.MoveAction, 4, 0, QModelIndex())
        await program.controller.tasks.finish()
        assert names(page)[-1] == "Seed"
        for _ in range(4):
            await press(program, page, Qt.Key.Key_Z, CONTROL)
        assert (idea.hue, names(page)[:2]) == ("slate", ["Idea", "First draft"])

    live(qapp, journey)


def test_deleting_a_status_says_who_carries_it_and_is_undone(qapp, empty_library):
    async def journey(program):
        page, idea, scene = await statuses(program)
        await press(program, page, Qt.Key.Key_Delete)
        question = program.child("novel_status_question")
        assert "Idea" in question.text()
        sheet(program).close_sheet()
        program.binder.details_requested.emit("status")
        await opened(program)
        assert not question.isVisible()
        await press(program, page, Qt.Key.Key_Delete)
        program.click(page.confirm)
        await program.controller.tasks.finish()
        assert ("Idea" in names(page), scene.status_id) == (False, None)
        for _ in range(2):  # what was done elsewhere before is not undone from here
            await press(program, page, Qt.Key.Key_Z, CONTROL)
        assert (names(page)[0], scene.status_id) == ("Idea", idea.id)
        await press(program, page, Qt.Key.Key_Y, CONTROL)
        assert scene.status_id is None

    live(qapp, journey)


def test_another_language_sets_and_numbers_the_novel_anew(qapp, empty_library):
    async def journey(program):
        novel_id, scene = await harbour(program)
        program.window.actions_["novel_details"].trigger()
        await opened(program)
        language = program.child("novel_language")
        language.box.setCurrentIndex(language.box.findData("zh"))
        language.box.activated.emit(language.box.currentIndex())
        program.press(Qt.Key.Key_Escape)
        chapter = program.workspace.items[0].id
        await program.until(lambda: "第一章" in program.binder.title_of(chapter))
        assert program.workspace.novel_id == novel_id
        await program.until(lambda: program.editor.current_item_id == scene)

    live(qapp, journey)


def test_what_was_written_on_which_day_is_seen_where_there_is_any(qapp, empty_library):
    async def journey(program):
        scene = ImportedItem(ItemKind.SCENE, "Ebb")
        days = {date(2026, 11, day): WrittenDay(100 * day) for day in (1, 2)}
        made = await import_novel(ImportedNovel("Tides", items=[scene], days=days))
        await program.controller.open_novel(made.novel_id)
        program.click(program.child("binder_title"))
        found = await opened(program)
        sections = program.child("novel_details_sections")
        assert not sections.isRowHidden(3)
        sections.setFocus()
        program.press(Qt.Key.Key_End)
        assert found.days.isVisible()
        assert found.days.figures["words"].text() == "300 words"
        program.press(Qt.Key.Key_Tab)
        assert program.focused is found.days.tree
        program.press(Qt.Key.Key_Escape)
        await harbour(program)
        program.click(program.child("binder_title"))
        await opened(program)
        assert sections.isRowHidden(3)

    live(qapp, journey)
