# SPDX-License-Identifier: MIT
"""From scene to scene in the binder, and from there into the text, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from novelist.domain.enums import ItemKind
from novelist.services import novels, outline
from tests.journeys.program import live

SCENES = ("Ebb", "Flood", "Slack")
ALT = Qt.KeyboardModifier.AltModifier


async def open_novel(program):
    """A novel of one chapter with three scenes besides the first; the ids of the three."""
    novel = await novels.create_novel(title="Harbour", language="en")
    items = await outline.load_outline(novel)
    chapter = next(item for item in items if item.kind == ItemKind.CHAPTER)
    ids = []
    for title in SCENES:
        edit = await outline.create_item(
            novel, kind=ItemKind.SCENE, parent_id=chapter.id, title=title
        )
        ids.append(edit.ids[0])
    await program.controller.open_novel(novel)
    program.binder.tree.open_all()
    return chapter.id, ids


def click(program, item_id):
    tree = program.binder.tree
    ground = tree.visualRect(tree.shown.index_of(item_id)).center()
    program.click(tree.viewport(), ground)


async def browse(program, item_id):
    click(program, item_id)
    await program.until(lambda: program.editor.current_item_id == item_id, "it did not open")
    await program.until(lambda: program.workspace.inspector.item_id == item_id)


def text(program):
    return program.page.document().toPlainText()


def test_delete_after_a_click_throws_the_scene_away_and_no_letter(qapp, empty_library):
    async def journey(program):
        _, (ebb, flood, _) = await open_novel(program)
        await program.open_scene(ebb)
        program.type("The tide")
        program.control(Qt.Key.Key_Home)
        await browse(program, flood)
        assert program.binder.tree.hasFocus()
        await browse(program, ebb)
        program.press(Qt.Key.Key_Delete)
        await program.until(lambda: "moved to Trash" in program.window.toast.text)
        await program.until(lambda: program.editor.current_item_id != ebb)
        trashed = await outline.load_trash(program.workspace.novel_id)
        assert [item.id for item in trashed] == [ebb]
        program.click(program.window.toast.action)
        workspace = program.workspace
        await program.until(lambda: ebb in {item.id for item in workspace.items})
        await program.open_scene(ebb)
        assert text(program) == "The tide"

    live(qapp, journey)


def test_rename_and_moves_work_on_the_clicked_scene(qapp, empty_library):
    async def journey(program):
        chapter, (ebb, flood, slack) = await open_novel(program)
        await browse(program, flood)
        program.press(Qt.Key.Key_Down, ALT)
        tree = program.binder.model.tree
        await program.until(lambda: list(tree.children(chapter))[1:] == [ebb, slack, flood])
        program.press(Qt.Key.Key_F2)
        assert isinstance(program.focused, QLineEdit)
        program.type("Spring tide\n")
        await program.until(lambda: program.binder.title_of(flood) == "Spring tide")
        assert text(program) == ""

    live(qapp, journey)


def test_arrows_browse_and_enter_goes_writing(qapp, empty_library):
    async def journey(program):
        _, (ebb, flood, slack) = await open_novel(program)
        await browse(program, ebb)
        program.press(Qt.Key.Key_Down)
        program.press(Qt.Key.Key_Down)
        await program.until(lambda: program.editor.current_item_id == slack)
        await program.until(lambda: program.workspace.inspector.item_id == slack)
        assert program.binder.selected_ids() == [slack]
        assert program.binder.tree.hasFocus()
        program.press(Qt.Key.Key_Return)
        await program.until(program.page.hasFocus)
        assert flood not in program.binder.selected_ids()

    live(qapp, journey)


def test_what_is_typed_in_the_binder_goes_into_the_scene_at_the_caret(qapp, empty_library):
    async def journey(program):
        _, (ebb, flood, _) = await open_novel(program)
        await program.open_scene(ebb)
        program.type("tide")
        program.press(Qt.Key.Key_Home)
        await browse(program, flood)
        click(program, ebb)  # it is not open yet when the first letters come
        program.type("The ")
        await program.until(program.page.hasFocus)
        assert program.editor.current_item_id == ebb
        program.type("spring ")
        assert text(program) == "The spring tide"

    live(qapp, journey)


def test_what_is_composed_in_the_binder_goes_into_the_scene(qapp, empty_library):
    async def journey(program):
        _, (ebb, *_) = await open_novel(program)
        await browse(program, ebb)
        for preedit, commit in (("c", ""), ("chao", ""), ("", "潮")):
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QApplication.sendEvent(program.focused, event)
        await program.until(program.page.hasFocus, "the scene that is coming took nothing")
        assert text(program) == "潮"

    live(qapp, journey)


def test_binder_and_inspector_follow_the_scene_that_is_written(qapp, empty_library):
    async def journey(program):
        chapter, (ebb, *_) = await open_novel(program)
        await program.open_scene(ebb)
        click(program, chapter)
        assert program.workspace.inspector.item_id == chapter
        program.click(program.page.viewport())
        assert program.binder.selected_ids() == [ebb]
        assert program.workspace.inspector.item_id == ebb
        program.binder.select([chapter])  # as an undone step of the outline does
        program.type("T")
        assert program.binder.selected_ids() == [ebb]
        assert program.workspace.inspector.item_id == ebb

    live(qapp, journey)


def test_a_search_in_the_binder_stays_when_the_writer_goes_on(qapp, empty_library):
    async def journey(program):
        _, (ebb, *_) = await open_novel(program)
        await browse(program, ebb)
        program.binder.search()
        program.type("flood")
        program.click(program.page.viewport())
        assert program.binder.tree.shown.text == "flood"
        assert program.binder.selected_ids() == []
        assert program.workspace.inspector.item_id == ebb

    live(qapp, journey)


def test_the_page_stands_where_it_was_after_a_restart_in_another_width(qapp, empty_library):
    left = []

    async def write(program):
        _, (ebb, *_) = await open_novel(program)
        await program.open_scene(ebb)
        program.page.insertPlainText("\n".join(["The tide came in and went. " * 12] * 60))
        program.page.set_caret_position(0)
        program.page.verticalScrollBar().setValue(2000)
        left.append(program.editor.first_line.position)
        await program.saved()
        program.window.context.state.binder_width = 400

    async def look(program):
        await program.until(lambda: program.editor.current_item_id is not None)
        program.window.resize(900, 700)
        await program.until(lambda: abs(program.editor.first_line.position - left[0]) < 100)

    live(qapp, write)
    live(qapp, look)
