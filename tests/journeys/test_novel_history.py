# SPDX-License-Identifier: MIT
"""The history of the novel and its trash, as a person goes through it in the real window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from novelist.domain.entities import EntityKind
from novelist.domain.enums import ItemKind
from novelist.services import outline
from novelist.services.entities import create_entity, list_entities
from novelist.services.history import snapshots
from novelist.ui.widgets.row_look import RowRole
from tests.journeys.histories import a_novel, open_history, page, show_scope
from tests.journeys.program import live

ALT = Qt.KeyboardModifier.AltModifier


def test_the_trash_of_another_novel_is_neither_shown_nor_put_back(qapp, empty_library):
    async def journey(program):
        first, scene = await a_novel(["Gone."])
        second, _ = await a_novel()
        more = await outline.create_item(
            first, kind=ItemKind.SCENE, parent_id=None, title="Also gone"
        )
        await outline.trash_items(first, ids=[scene])
        await outline.trash_items(first, ids=[more.ids[0]])
        await open_history(program, first)
        await show_scope(program, "deleted")
        assert page(program).stage.primary.text() == "Put back"
        await open_history(program, second)
        await show_scope(program, "deleted")
        assert page(program).stage.title.text() == "Deleted scenes"
        assert not page(program).stage.primary.isVisible()
        await program.controller.history.deleted.restore()
        assert len(await outline.load_trash(first)) == 2

    live(qapp, journey)


def test_a_day_shows_what_was_written_on_it_and_nothing_else(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."], ["One two."])
        await open_history(program, novel)
        await show_scope(program, "novel")
        side, stage = page(program).side, page(program).stage
        side.written.setCurrentIndex(side.written_rows.index(0, 0))
        await program.controller.tasks.finish()
        side.calendar.choose(date.today() - timedelta(days=3))
        await program.controller.tasks.finish()
        assert program.child("history_empty").isVisible()
        assert stage.rows.rowCount() == 0
        side.calendar.choose(date.today())
        await program.controller.tasks.finish()
        assert stage.subtitle.text() == "Written today"
        assert [stage.rows.index(0, 0).data(), stage.rows.rowCount()] == ["Tide", 1]

    live(qapp, journey)


def test_one_row_of_the_novel_is_chosen_at_a_time(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."])
        await snapshots.take_snapshot(novel, name="First draft")
        await open_history(program, novel)
        await show_scope(program, "novel")
        side, stage = page(program).side, page(program).stage
        side.written.setCurrentIndex(side.written_rows.index(0, 0))
        side.names.setCurrentIndex(side.names_rows.index(0, 0))
        assert not side.written.selectedIndexes()
        side.written.setCurrentIndex(side.written_rows.index(0, 0))
        assert not side.names.selectedIndexes()
        side.names.setCurrentIndex(side.names_rows.index(0, 0))
        stage.slider.setValue(0)
        assert not side.names.selectedIndexes()
        await program.controller.tasks.finish()

    live(qapp, journey)


def test_the_calendar_of_another_novel_begins_with_today(qapp, empty_library):
    async def journey(program):
        first, _ = await a_novel(["One."])
        second, _ = await a_novel(["Two."])
        await open_history(program, first)
        await show_scope(program, "novel")
        calendar = page(program).side.calendar
        calendar.choose(date.today() - timedelta(days=40))
        await program.controller.tasks.finish()
        await open_history(program, second)
        await show_scope(program, "novel")
        assert calendar.day == date.today()
        assert "+1 word" in program.child("history_day").text()

    live(qapp, journey)


def test_a_long_name_leaves_room_for_its_day(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["One."], title="A title " * 20)
        await snapshots.take_snapshot(novel, name="A name " * 20)
        await outline.trash_items(novel, ids=[scene])
        await open_history(program, novel)
        side = page(program).side
        for scope, rows in (("novel", side.names), ("deleted", side.deleted)):
            await show_scope(program, scope)
            index = rows.model().index(0, 0)
            today = index.data(RowRole.COUNT)
            assert today
            assert today in index.data(Qt.ItemDataRole.AccessibleTextRole)
            pieces = rows.rows.layout(rows, rows.visualRect(index), index)
            assert pieces.count.right() <= rows.viewport().width()
            assert pieces.title.right() < pieces.count.left()

    live(qapp, journey)


def test_words_of_a_deleted_scene_have_not_come_to_the_novel(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["One two three."])
        await outline.trash_items(novel, ids=[scene])
        await open_history(program, novel)
        await show_scope(program, "novel")
        side, stage = page(program).side, page(program).stage
        stage.slider.setValue(0)
        await program.controller.tasks.finish()
        assert stage.rows.index(0, 0).data(RowRole.COUNT) == "in Trash"
        assert side.written_rows.index(0, 0).data(RowRole.COUNT) == "+3"

    live(qapp, journey)


def test_a_deleted_scene_without_a_title_is_called_by_its_first_words(qapp, empty_library):
    async def journey(program):
        novel, scene = await a_novel(["The tide went out."], title="")
        await outline.trash_items(novel, ids=[scene])
        await open_history(program, novel)
        await show_scope(program, "deleted")
        rows = page(program).side.deleted_rows
        assert rows.index(0, 0).data() == "The tide went out."

    live(qapp, journey)


async def brought_back(program, name):
    """Choose the named moment and restore the novel with its button."""
    await show_scope(program, "novel")
    names = page(program).side.names
    names.setCurrentIndex(page(program).side.names_rows.index(0, 0))
    await program.controller.tasks.finish()
    assert page(program).stage.title.text() == name
    said = page(program).stage.note.text()
    program.click(page(program).stage.primary)
    await program.until(lambda: "The novel is as it was" in program.window.toast.text)
    return said


@pytest.mark.parametrize(
    ("outline_too", "bible_too", "said"),
    [
        (False, False, "No scene has changed since then."),
        (True, False, "No text has changed since then, but the outline has."),
        (False, True, "No text has changed since then, but the story bible has."),
        (True, True, "No text has changed since then, but the outline and the story bible have."),
    ],
)
def test_what_beside_texts_has_changed_is_said(qapp, empty_library, outline_too, bible_too, said):
    async def journey(program):
        novel, scene = await a_novel(["One."])
        await snapshots.take_snapshot(novel, name="First draft")
        if outline_too:
            await outline.set_attribute(novel, ids=[scene], name="synopsis", value="Fog.")
        if bible_too:
            await create_entity(novel, kind=EntityKind.CHARACTER, name="Ines")
        await open_history(program, novel)
        await show_scope(program, "novel")
        names = page(program).side.names
        names.setCurrentIndex(page(program).side.names_rows.index(0, 0))
        await program.controller.tasks.finish()
        texts = [each.text() for each in program.child("history_empty").findChildren(QLabel)]
        assert said in texts

    live(qapp, journey)


def test_the_bible_goes_back_with_the_novel_and_one_undo_brings_it_again(qapp, empty_library):
    async def journey(program):
        novel, _ = await a_novel(["One."])
        made = await create_entity(novel, kind=EntityKind.CHARACTER, name="Ines")
        (ines,) = made.entities_after
        await snapshots.take_snapshot(novel, name="First draft")
        await program.controller.open_novel(novel)
        program.press(Qt.Key.Key_B, ALT | Qt.KeyboardModifier.ControlModifier)
        form = program.controller.commands.bible.page.form
        await program.until(lambda: form.draft is not None, "no form")
        form.notes.editor.setFocus()
        program.type("Written since.")
        await open_history(program, novel)
        said = await brought_back(program, "First draft")
        assert "bible" not in said
        (person,) = await list_entities(novel)
        assert (person.id, person.notes) == (ines, "")
        await program.until(lambda: form.notes.editor.toPlainText() == "", "the form is behind")
        program.click(program.window.toast.action)
        await program.until(
            lambda: form.notes.editor.toPlainText() == "Written since.", "not undone"
        )

    live(qapp, journey)


def test_a_moment_from_before_moments_held_a_bible_says_that_it_stays(
    qapp, empty_library, monkeypatch
):
    async def no_bible(*_given):
        return None

    async def journey(program):
        novel, _ = await a_novel(["One."])
        with monkeypatch.context() as patched:
            patched.setattr(snapshots, "bible_now", no_bible)
            await snapshots.take_snapshot(novel, name="First draft")
        await create_entity(novel, kind=EntityKind.CHARACTER, name="Ines")
        await open_history(program, novel)
        said = await brought_back(program, "First draft")
        assert "The bible stays as it is" in said
        assert "The bible was left as it is" in program.window.toast.text
        assert len(await list_entities(novel)) == 1

    live(qapp, journey)
