# SPDX-License-Identifier: MIT
"""The history of a scene and of the novel, as a person goes through it in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from novelist.domain.document import document_of
from novelist.services import outline, texts
from novelist.services.history import history, snapshots
from novelist.ui.history.thinner import HistoryThinner
from tests.journeys.histories import (
    NEW,
    OLD,
    a_novel,
    a_rewritten_scene,
    choose,
    listed,
    open_history,
    page,
    words_of,
)
from tests.journeys.program import live


def test_a_version_is_compared_and_restored_and_that_is_undone(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_rewritten_scene("Before the cut")
        await open_history(program, novel)
        assert listed(program)[:2] == ["Now", "Before the cut"]
        stage = page(program).stage
        assert (stage.added.text(), stage.removed.text()) == ("+3", "\u22126")
        assert "rope" in stage.changes.toPlainText()
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(OLD)
        assert program.editor.text_of(scene).plain_text.split("\n") == list(OLD)
        program.click(program.window.toast.action)
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(NEW)

    live(qapp, journey)


def test_after_a_restore_the_caret_is_where_it_was(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_rewritten_scene()
        await program.controller.open_novel(novel)
        await program.until(lambda: program.editor.current_item_id == scene)
        program.editor.edit.set_caret_position(30)
        await open_history(program, novel)
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert program.editor.caret == 30
        program.click(program.child("rail_write"))
        assert program.page.textCursor().position() == 30
        assert program.page.toPlainText().split("\n") == list(OLD)

    live(qapp, journey)


def test_the_offer_to_undo_a_restore_goes_when_it_is_undone_from_the_menu(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_rewritten_scene()
        await open_history(program, novel)
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert program.window.toast.isVisible()
        program.window.actions_["undo"].trigger()
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(NEW)
        assert not program.window.toast.isVisible()

    live(qapp, journey)


def test_one_passage_is_brought_back(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_rewritten_scene()
        await open_history(program, novel)
        view = page(program).stage.changes
        assert len(view.passages) == 3
        view.step(1)
        program.click(program.child("history_bring_back"))
        await program.controller.tasks.finish()
        assert await words_of(scene) == ["It was impossible.", OLD[1], *NEW[1:]]

    live(qapp, journey)


def test_what_was_only_added_is_taken_out_by_a_button_that_says_so(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["One ship. She left."], ["Two ships. She left at noon."])
        shown = page(program)
        await open_history(program, novel)
        shown.side.every.setChecked(True)
        await program.controller.tasks.finish()
        await choose(program, 1)
        button, view = program.child("history_bring_back"), shown.stage.changes
        assert button.text().strip() == "Bring back wording"
        view.step(1)
        assert button.text().strip() == "Take out passage"
        program.click(button)
        await program.controller.tasks.finish()
        assert await words_of(scene) == ["Two ships. She left."]
        assert program.window.toast.text == "The passage is out."

    live(qapp, journey)


def test_all_three_ways_to_compare(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_rewritten_scene()
        await open_history(program, novel)
        stage = page(program).stage
        stage.modes.set_value("then")
        await program.controller.tasks.finish()
        assert stage.then.toPlainText() == "\n".join(OLD)
        stage.modes.set_value("beside")
        await program.controller.tasks.finish()
        assert stage.beside.then.toPlainText() == "\n".join(OLD)
        assert stage.beside.now.toPlainText() == "\n".join(NEW)

    live(qapp, journey)


def test_the_time_slider_moves_by_keys(qapp, empty_library):
    async def journey(program):
        versions = [[f"Word {number}."] for number in range(5)]
        novel, scene = await a_novel(*versions)
        await open_history(program, novel)
        slider = program.child("history_slider")
        slider.setFocus()
        program.press(Qt.Key.Key_Home)
        await program.controller.tasks.finish()
        assert page(program).stage.comparison.then.plain_text == ""
        program.press(Qt.Key.Key_Right)
        await program.controller.tasks.finish()
        assert page(program).stage.comparison.then.plain_text == "Word 0."
        assert await words_of(scene) == ["Word 4."]

    live(qapp, journey)


def test_the_page_is_gone_through_with_the_keyboard_alone(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_rewritten_scene()
        await open_history(program, novel)
        assert program.focused is page(program).side.versions
        way = []
        for _ in range(6):
            program.press(Qt.Key.Key_Tab)
            way.append(program.focused.objectName().removeprefix("history_"))
        ways = ["segment_changes", "slider", "changes", "bring_back", "second", "primary"]
        assert way == ways
        program.press(Qt.Key.Key_Space)  # restore
        await program.controller.tasks.finish()
        assert page(program).isAncestorOf(program.focused)
        program.press(Qt.Key.Key_F6)
        program.press(Qt.Key.Key_F6)
        program.press(Qt.Key.Key_F6)
        assert program.focused is page(program).side.versions
        program.press(Qt.Key.Key_Escape)
        assert program.window.current_page == "write"
        assert program.page.hasFocus()

    live(qapp, journey)


def test_an_undo_is_seen_in_every_list(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["One."], ["One two."])
        await open_history(program, novel)
        side = page(program).side
        side.scopes.set_value("deleted")
        await program.controller.tasks.finish()
        await outline.trash_items(novel, ids=[scene])
        await program.until(lambda: side.deleted_rows.rowCount() == 1)
        side.scopes.set_value("novel")
        await program.controller.tasks.finish()
        assert program.child("history_no_names").isVisible()
        text = texts.OpenText((await texts.load_text(scene)).body)
        await text.save(document_of("One two three four."), initiator="elsewhere")
        await program.until(lambda: "+4 words" in program.child("history_day").text())

    live(qapp, journey)


def test_ctrl_s_marks_the_scene_as_saved_by_the_writer(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["One."])
        await program.controller.open_novel(novel)
        await program.until(lambda: program.editor.current_item_id == scene)
        program.page.setFocus()
        program.type("More. ")
        program.control(Qt.Key.Key_S)
        await program.saved()
        await program.controller.tasks.finish()
        program.control(Qt.Key.Key_S)
        await program.controller.tasks.finish()
        program.type("And more. ")
        await program.saved()
        await open_history(program, novel)
        assert "Saved by you" in listed(program)
        assert len(await snapshots.list_snapshots(novel)) == 1

    live(qapp, journey)


def test_a_version_is_given_a_name(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["One two."])
        await open_history(program, novel)
        program.click(program.child("history_name"))
        program.type("First draft")
        program.press(Qt.Key.Key_Return)
        await program.controller.tasks.finish()
        assert "First draft" in listed(program)
        (moment,) = await snapshots.list_snapshots(novel)
        assert moment.name == "First draft"

    live(qapp, journey)


def test_a_version_is_copied(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["One two."])
        await open_history(program, novel)
        page(program).side.every.setChecked(True)
        await program.controller.tasks.finish()
        await choose(program, 1)
        program.click(program.child("history_second"))
        assert QApplication.clipboard().text() == "One."

    live(qapp, journey)


def test_a_deleted_scene_is_read_and_put_back(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["Gone."])
        await outline.trash_items(novel, ids=[scene])
        await open_history(program, novel)
        page(program).side.scopes.set_value("deleted")
        await program.controller.tasks.finish()
        assert page(program).stage.then.toPlainText() == "Gone."
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert scene in [item.id for item in await outline.load_outline(novel)]

    live(qapp, journey)


def test_every_version_of_a_deleted_scene_is_there_and_comes_back(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_rewritten_scene()
        await outline.trash_items(novel, ids=[scene])
        await open_history(program, novel)
        page(program).side.scopes.set_value("deleted")
        await program.controller.tasks.finish()
        program.click(program.child("history_second"))
        await program.controller.tasks.finish()
        assert page(program).stage.title.text() == "Tide"
        assert "Then" in listed(program)
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(OLD)
        program.click(program.window.toast.action)
        await program.controller.tasks.finish()
        assert await words_of(scene) == list(NEW)

    live(qapp, journey)


def test_the_novel_comes_back_to_a_named_moment(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["One."])
        moment = await snapshots.take_snapshot(novel, name="First draft")
        text = texts.OpenText((await texts.load_text(scene)).body)
        await text.save(document_of("Two."))
        await open_history(program, novel)
        side, stage = page(program).side, page(program).stage
        side.scopes.set_value("novel")
        await program.controller.tasks.finish()
        assert side.calendar.steps(side.calendar.day) > 0
        side.names.setCurrentIndex(side.names_rows.index(0, 0))
        await program.controller.tasks.finish()
        assert side.names_rows.subject(side.names.currentIndex()) == moment
        assert stage.rows.rowCount() == 1
        program.click(program.child("history_primary"))
        await program.controller.tasks.finish()
        assert await words_of(scene) == ["One."]

    live(qapp, journey)


def test_what_was_written_on_a_day_is_shown(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["One two three."])
        await open_history(program, novel)
        side, stage = page(program).side, page(program).stage
        side.scopes.set_value("novel")
        await program.controller.tasks.finish()
        assert "+3 words" in program.child("history_day").text()
        side.written.setCurrentIndex(side.written_rows.index(0, 0))
        await program.controller.tasks.finish()
        assert stage.changes.toPlainText() == "One two three."
        assert not program.child("history_bring_back").isVisible()
        program.click(program.child("history_second"))
        await program.controller.tasks.finish()
        assert side.scope == "scene"

    live(qapp, journey)


def test_a_scene_that_was_never_changed_says_what_will_be_here(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel()
        await open_history(program, novel)
        assert program.child("history_empty").isVisible()
        assert not program.child("history_primary").isVisible()
        assert not page(program).side.every.isVisible()
        page(program).side.scopes.set_value("novel")
        await program.controller.tasks.finish()
        assert program.child("history_empty").isVisible()
        assert not program.child("history_no_names").isVisible()

    live(qapp, journey)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_page_follows_the_language(qapp, empty_library, language):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["Two."])
        await open_history(program, novel)
        program.controller.context.language.choose(language)
        words = {"en": "Restore whole scene", "zh_CN": "恢复整场"}
        primary = program.child("history_primary")
        await program.until(lambda: primary.text().strip() == words[language])
        program.controller.context.language.choose("en")

    live(qapp, journey)


def test_a_damaged_version_is_told_and_the_page_stays(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["Two."])
        await program.controller.open_novel(novel)

        async def damage(session):
            connection = await session.connection()
            await connection.exec_driver_sql("UPDATE revisions SET data = zeroblob(9) WHERE id = 1")

        from novelist.db.session import writer

        await writer().submit(damage)
        await open_history(program, novel)
        page(program).side.every.setChecked(True)
        await program.controller.tasks.finish()
        await choose(program, 2)
        await program.until(lambda: program.window.toast.isVisible())
        await choose(program, 1)
        assert page(program).stage.comparison.then.plain_text == "One."

    live(qapp, journey)


def test_old_versions_are_thinned_only_where_that_was_chosen(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(*([f"Word {number}."] for number in range(70)))
        await program.controller.open_novel(novel)

        async def age(session):
            connection = await session.connection()
            moved = "UPDATE revisions SET saved_at = datetime('now', '-60 days')"
            await connection.exec_driver_sql(moved)

        from novelist.db.session import writer

        await writer().submit(age)
        thinner = program.controller.findChild(HistoryThinner)
        thinner.look()
        await program.controller.tasks.finish()
        assert len(await history.list_marks(scene)) == 71
        program.controller.commands.choose("keep_every_version", False)
        thinner.look()
        await program.controller.tasks.finish()
        assert len(await history.list_marks(scene)) < 60

    live(qapp, journey)
