# SPDX-License-Identifier: MIT
"""People, places and things are kept in the window: made, written, moved, deleted, brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from novelist.domain.entities import EntityField, EntityKind
from novelist.errors import StorageBusyError
from novelist.services import novels, outline
from novelist.services.entities import (
    create_entity,
    list_entities,
    list_item_fields,
    remove_entity,
    write_entity,
    write_item_fields,
)
from novelist.ui.bible import entries
from novelist.ui.bible.list_model import MIME
from novelist.ui.widgets.elided_label import ElidedLabel
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel
from tests.ui.drags import drag_enter, drag_move, let_go, out_of

Key, Kind = Qt.Key, EntityKind
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PEOPLE = ((Kind.CHARACTER, "Ines"), (Kind.CHARACTER, "Wren"), (Kind.PLACE, "Port Calder"))


async def peopled(program, people=PEOPLE, **values):
    """A novel with these in its bible, and the page shown; their ids."""
    await open_novel(program)
    ids = []
    for kind, name in people:
        edit = await create_entity(program.workspace.novel_id, kind=kind, name=name)
        ids += edit.entities_after
    if values:
        await write_entity(ids[0], values)
    await shown(program)
    return ids


async def shown(program):
    """The page, opened by its keys."""
    program.press(Key.Key_B, CONTROL | ALT)
    await program.until(lambda: program.window.current_page == "bible", "no page")
    await program.until(lambda: bible(program).entries.is_read, "nothing is read")
    stops = (page(program).side.list, page(program).empty.action)
    await program.until(lambda: program.focused in stops, "no focus")


def bible(program):
    return program.controller.commands.bible


def page(program):
    return bible(program).page


def form(program):
    return page(program).form


def rows(program):
    listed = page(program).side.list
    return [str(listed.model().index(row, 0).data()) for row in range(listed.model().rowCount())]


async def stored(program):
    return {each.name: each for each in await list_entities(program.workspace.novel_id)}


async def saved(program):
    await program.until(
        lambda: not bible(program).has_unsaved and program.controller.tracker.state == "saved"
    )


def choose(program, entity_id):
    listed = page(program).side.list
    place = listed.visualRect(listed.entities.index_of(entity_id)).center()
    program.click(listed.viewport(), place)
    assert form(program).draft.id == entity_id


def compose(widget, preedit):
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def test_the_first_character_is_named_and_described_by_keys(qapp, empty_library):
    async def journey(program):
        await open_novel(program)
        await shown(program)
        program.press(Key.Key_Return)
        await program.until(lambda: form(program).name.hasFocus(), "nothing to name")
        program.type("Ines Marrow\nKeeps the ledger.")
        await saved(program)
        (ines,) = (await stored(program)).values()
        assert (ines.name, ines.summary, ines.kind) == (
            "Ines Marrow", "Keeps the ledger.", Kind.CHARACTER,
        )  # fmt: skip
        assert rows(program) == ["Characters", "Ines Marrow"]
        program.press(Key.Key_Escape)
        assert program.window.current_page == "write"

    live(qapp, journey, empty_library)


def test_a_new_entry_has_the_kind_that_is_chosen_in_the_menu(qapp, empty_library):
    async def journey(program):
        await peopled(program)
        program.control(Key.Key_N)
        menu = program.window.findChild(QMenu, "bible_kinds")
        assert menu.isVisible()
        QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)
        program.window.activateWindow()
        await program.until(lambda: form(program).name.hasFocus(), "nothing to name")
        program.type("The ledger")
        await saved(program)
        assert (await stored(program))["The ledger"].kind is Kind.THING
        assert rows(program)[-2:] == ["Things", "The ledger"]

    live(qapp, journey, empty_library)


def test_what_was_typed_a_moment_ago_is_kept_when_the_program_ends(qapp, empty_library):
    kept = []

    async def write(program):
        await peopled(program)
        form(program).notes.setFocus()
        program.type("Counts the steps.")
        compose(form(program).notes.editor, "shi")
        kept.append(program.workspace.novel_id)

    async def read(program):
        listed = await list_entities(kept[0])
        assert listed[0].notes == "Counts the steps.shi"

    live(qapp, write, empty_library)
    live(qapp, read, empty_library)


def test_another_page_or_entry_takes_nothing_that_is_typed_or_composed(qapp, empty_library):
    async def journey(program):
        ines, wren, _ = await peopled(program)
        form(program).aliases.setFocus()
        program.type("Toby\nthe boy")
        choose(program, wren)
        form(program).name.setFocus()
        program.press(Key.Key_End)
        compose(form(program).name, "ni")
        choose(program, ines)
        await saved(program)
        found = await stored(program)
        assert found["Ines"].aliases == ("Toby", "the boy")
        assert "Wrenni" in found
        form(program).summary.setFocus()
        program.type("x")
        program.window.rail.button("write").click()
        await saved(program)
        assert (await stored(program))["Ines"].summary == "x"

    live(qapp, journey, empty_library)


def test_what_could_not_be_saved_is_saved_with_the_next(qapp, empty_library, monkeypatch):
    async def journey(program):
        await peopled(program)
        fails = [True]

        async def write(*arguments, **options):
            if fails:
                raise StorageBusyError("busy")
            return await write_entity(*arguments, **options)

        monkeypatch.setattr(entries, "write_entity", write)
        form(program).notes.setFocus()
        program.type("Ink.")
        program.press(Key.Key_Tab)
        await program.until(lambda: program.window.toast.isVisible(), "nothing is said")
        assert program.controller.tracker.state == "edited"
        assert "Ink." in str(program.workspace.unsaved_texts())
        fails.clear()
        await program.workspace.flush()
        assert (await stored(program))["Ines"].notes == "Ink."

    live(qapp, journey, empty_library)


def test_one_undo_takes_back_what_was_typed_in_a_go(qapp, empty_library):
    async def journey(program):
        await peopled(program)
        form(program).summary.setFocus()
        program.type("The tide clerk.")
        await saved(program)
        page(program).side.list.setFocus()
        program.control(Key.Key_Z)
        await program.until(lambda: form(program).summary.editor.toPlainText() == "", "still there")
        assert (await stored(program))["Ines"].summary == ""
        program.press(Key.Key_Y, CONTROL)
        await program.until(lambda: form(program).draft.summary == "The tide clerk.", "not redone")

    live(qapp, journey, empty_library)


def test_undo_right_after_making_one_takes_it_back(qapp, empty_library):
    async def journey(program):
        await peopled(program)
        bible(program).create("group")
        await program.until(lambda: form(program).name.hasFocus(), "nothing to name")
        program.control(Key.Key_Z)
        await program.until(lambda: "Groups" not in rows(program), "still there")
        assert len(await stored(program)) == 3

    live(qapp, journey, empty_library)


@pytest.mark.parametrize("place", ["summary", "aliases", "notes", "value", "field"])
def test_undo_in_a_field_in_which_nothing_was_typed_is_that_of_the_novel(
    qapp, empty_library, place
):
    async def journey(program):
        ines, wren, _ = await peopled(program)
        await write_entity(ines, {"fields": (EntityField("Wants", "rest"),)})
        await program.until(lambda: form(program).own.rows, "no field")
        await write_entity(wren, {"name": "Wren Hale"})
        await program.until(lambda: "Wren Hale" in rows(program), "not renamed")
        row = form(program).own.rows[0]
        fields = {"value": row.value.editor, "field": row.name}
        area = fields.get(place) or getattr(form(program), place).editor
        area.setFocus()
        program.control(Key.Key_Z)
        await program.until(lambda: "Wren Hale" not in rows(program), "not undone")
        program.press(Key.Key_Y, CONTROL)
        await program.until(lambda: "Wren Hale" in rows(program), "not done again")
        program.type("Ink.")
        program.control(Key.Key_Z)
        assert "Ink." not in (area.text() if place == "field" else area.toPlainText())
        assert "Wren Hale" in rows(program)
        await program.workspace.flush()

    live(qapp, journey, empty_library)


def test_undo_in_a_field_goes_on_to_the_step_before_what_it_brought_back(qapp, empty_library):
    async def journey(program):
        ines, *_ = await peopled(program)
        for words in ("One.", "Two."):
            await write_entity(ines, {"notes": words})
        notes = form(program).notes.editor
        await program.until(lambda: notes.toPlainText() == "Two.", "not shown")
        notes.setFocus()
        for words in ("One.", ""):
            program.control(Key.Key_Z)
            await program.until(lambda words=words: notes.toPlainText() == words, "not undone")

    live(qapp, journey, empty_library)


def test_a_deleted_entry_comes_back_with_all_that_was_written(qapp, empty_library):
    async def journey(program):
        await peopled(program, aliases=("Miss Marrow",), notes="Long.")
        form(program).summary.setFocus()
        program.type("Just typed")
        page(program).side.list.setFocus()
        program.press(Key.Key_Delete)
        await program.until(lambda: "Ines" not in rows(program), "not gone")
        assert form(program).draft.name == "Wren"
        toast = program.window.toast
        assert "Ines" in toast.text
        program.click(toast.findChild(QWidget, "toast_action"))
        await program.until(lambda: form(program).draft.name == "Ines", "not back")
        ines = (await stored(program))["Ines"]
        assert (ines.summary, ines.notes) == ("Just typed", "Long.")

    live(qapp, journey, empty_library)


def test_a_change_from_elsewhere_is_shown_and_what_is_typed_stays(qapp, empty_library):
    async def journey(program):
        ines, *_ = await peopled(program)
        form(program).notes.setFocus()
        program.type("mine")
        await write_entity(ines, {"name": "Ines Marrow", "notes": "theirs"})
        await program.until(lambda: "Ines Marrow" in rows(program), "not shown")
        assert form(program).name.text() == "Ines Marrow"
        assert form(program).notes.editor.toPlainText() == "mine"
        await saved(program)
        assert (await stored(program))["Ines Marrow"].notes == "mine"

    live(qapp, journey, empty_library)


def test_what_is_deleted_elsewhere_while_it_is_typed_is_there_again(qapp, empty_library):
    async def journey(program):
        ines, *_ = await peopled(program)
        form(program).notes.setFocus()
        program.type("mine")
        await remove_entity(ines)
        await program.until(lambda: form(program).draft.id != ines, "still shown")
        await program.until(lambda: "Ines" in rows(program), "lost")
        assert (await stored(program))["Ines"].notes == "mine"

    live(qapp, journey, empty_library)


def drop(program, entity_id, heading, *, is_own=True):
    """Drag a row onto a heading, with the events that Qt sends; or out of another program."""
    listed = page(program).side.list
    data = listed.entities.mimeData([listed.entities.index_of(entity_id)])
    move, place = Qt.DropAction.MoveAction, listed.viewport()
    middle = listed.visualRect(listed.entities.index_of(entity_id)).center()
    source = listed if is_own else None
    QApplication.sendEvent(place, out_of(source, drag_enter(middle, move, data)))
    point = listed.visualRect(listed.entities.heading_of(heading)).center()
    moved = out_of(source, drag_move(point, move, data))
    QApplication.sendEvent(place, moved)
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dropped = QDropEvent(QPointF(point), move, data, button, keys)
    return let_go(place, moved, out_of(source, dropped))


def test_a_row_of_another_program_is_not_taken(qapp, empty_library):
    async def journey(program):
        ines, *_ = await peopled(program)
        listed = page(program).side.list
        assert not drop(program, ines, Kind.PLACE, is_own=False)
        assert "Groups" not in rows(program)
        assert drop(program, ines, Kind.PLACE)
        assert listed.chosen.kind == Kind.PLACE

    live(qapp, journey, empty_library)


def test_what_others_drag_here_is_let_fall(qapp, empty_library):
    async def journey(program):
        ines, *_ = await peopled(program)
        listed = page(program).side.list
        listed.entities.mimeData = lambda indexes: _dragged(b"x\xff,1")
        drop(program, ines, Kind.GROUP)
        assert (await stored(program))["Ines"].kind is Kind.CHARACTER

    live(qapp, journey, empty_library)


def _dragged(words):
    data = QMimeData()
    data.setData(MIME, words)
    return data


def test_a_drag_or_a_key_gives_another_kind(qapp, empty_library):
    async def journey(program):
        ines, wren, _ = await peopled(program)
        drop(program, ines, Kind.GROUP)
        await saved(program)
        assert rows(program) == ["Characters", "Wren", "Places", "Port Calder", "Groups", "Ines"]
        choose(program, wren)
        program.press(Key.Key_Down, ALT)
        await saved(program)
        found = await stored(program)
        assert (found["Ines"].kind, found["Wren"].kind) == (Kind.GROUP, Kind.PLACE)
        assert page(program).side.list.chosen.id == wren
        program.control(Key.Key_Z)
        await program.until(lambda: rows(program)[0] == "Characters", "not taken back")

    live(qapp, journey, empty_library)


def test_fields_are_added_moved_and_removed_by_keys(qapp, empty_library):
    async def journey(program):
        ines, *_ = await peopled(program)
        own = form(program).own
        own.add.setFocus()
        program.type("\nWants\nTo be believed.")
        own.add.setFocus()
        program.type("\nFears\nThe ledger.")
        program.press(Key.Key_Up, ALT)
        await saved(program)
        fears, wants = EntityField("Fears", "The ledger."), EntityField("Wants", "To be believed.")
        assert (await stored(program))["Ines"].fields == (fears, wants)
        assert own.rows[0].value.editor.hasFocus()
        program.press(Key.Key_Tab)
        assert own.rows[0].remove.hasFocus()
        program.press(Key.Key_Space)
        await saved(program)
        assert (await stored(program))["Ines"].fields == (wants,)
        program.control(Key.Key_Z)
        await program.until(lambda: form(program).draft.fields == (fears, wants), "not back")
        assert [row.name.text() for row in own.rows] == ["Fears", "Wants"]
        assert form(program).draft.id == ines

    live(qapp, journey, empty_library)


def test_a_filter_finds_other_names_and_leads_into_the_list(qapp, empty_library):
    async def journey(program):
        _, wren, _ = await peopled(program, aliases=("Miss Marrow",))
        choose(program, wren)
        program.control(Key.Key_F)
        program.type("marrow")
        assert rows(program) == ["Characters", "Ines"]
        program.press(Key.Key_Down)
        assert page(program).side.list.hasFocus()
        assert form(program).draft.name == "Ines"
        program.control(Key.Key_F)
        program.type("zzz")
        assert page(program).side.nothing.isVisible()
        program.press(Key.Key_Escape)
        assert len(rows(program)) == 5

    live(qapp, journey, empty_library)


def test_the_arrows_pass_over_headings_and_panels_follow_each_other(qapp, empty_library):
    async def journey(program):
        *_, calder = await peopled(program)
        program.press(Key.Key_End)
        assert form(program).draft.id == calder
        program.press(Key.Key_Up)
        assert form(program).draft.name == "Wren"
        program.press(Key.Key_F6)
        assert form(program).isAncestorOf(program.focused)
        program.press(Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert page(program).side.list.hasFocus()

    live(qapp, journey, empty_library)


def left_of(widget, words_in):
    """Where the words of a value begin, in the pixels of another widget."""
    return widget.mapTo(words_in, QPoint(getattr(widget, "inset", 0), 0)).x()


def test_labels_and_values_stand_in_two_columns(qapp, empty_library):
    async def journey(program):
        await peopled(program, aliases=("Miss Marrow",), fields=(EntityField("Wants", "Fog"),))
        shown = form(program)
        (row,) = shown.own.rows
        values = [shown.kind, shown.aliases, row.value]
        assert len({left_of(value, shown) for value in values}) == 1
        labels = [
            shown.findChild(ElidedLabel, name)
            for name in ("bible_kind_label", "bible_aliases_label")
        ]
        assert {left_of(each, shown) for each in (*labels, row.name)} == {left_of(labels[0], shown)}

    live(qapp, journey, empty_library)


def test_fields_in_the_inspector_stand_in_its_columns(qapp, empty_library):
    async def journey(program):
        *_, section = await with_fields(program)
        inspector = program.workspace.inspector
        (row,) = section.rows.rows
        title = inspector.title
        assert left_of(row.value, inspector) == left_of(title, inspector)

    live(qapp, journey, empty_library)


def test_it_says_whose_bible_it_is(qapp, empty_library):
    async def journey(program):
        await peopled(program)
        header = page(program).side.header
        assert header.subject == program.workspace.novel.title
        await novels.rename_novel(program.workspace.novel_id, "Ebb and flood")
        await program.until(lambda: header.subject == "Ebb and flood", "still the old one")

    live(qapp, journey, empty_library)


def test_the_keys_of_the_list_are_those_of_other_lists(qapp, empty_library):
    async def journey(program):
        await peopled(program)
        listed = page(program).side.list
        program.press(Key.Key_Home)
        program.press(Key.Key_F2)
        assert form(program).name.selectedText() == "Ines"
        program.type("Agnes\n")
        assert listed.hasFocus(), "Enter does not lead back"
        program.press(Key.Key_F2)
        program.type("Nobody")
        program.press(Key.Key_Escape)
        assert listed.hasFocus(), "Esc does not lead back"
        await saved(program)
        assert rows(program)[1] == "Agnes"
        assert "Agnes" in await stored(program)
        program.press(Key.Key_Return)
        program.type(" Marrow\n")
        assert form(program).summary.editor.hasFocus(), "Enter goes on in the form"
        assert form(program).name.text() == "Agnes Marrow"

    live(qapp, journey, empty_library)


def test_each_novel_remembers_who_was_chosen(qapp, empty_library):
    async def journey(program):
        _, wren, _ = await peopled(program)
        first = program.workspace.novel_id
        choose(program, wren)
        other = await novels.create_novel(title="Other", language="en")
        await program.controller.open_novel(other)
        await shown(program)
        assert rows(program) == []
        await program.controller.open_novel(first)
        await shown(program)
        assert form(program).draft.id == wren

    live(qapp, journey, empty_library)


def test_dozens_of_entries_are_shown_and_named_at_once(qapp, empty_library):
    async def journey(program):
        people = [(kind, f"{kind} {number}") for kind in Kind for number in range(8)]
        ids = await peopled(program, people)
        assert len(rows(program)) == 54
        choose(program, ids[2])
        form(program).name.setFocus()
        program.type("X")
        assert "X" in rows(program)[3]
        await saved(program)

    live(qapp, journey, empty_library)


async def with_fields(program):
    """A novel whose first scene has a field; the ids of its scenes."""
    _, (ebb, flood, _) = await open_novel(program)
    await write_item_fields(ebb, [EntityField("Weather", "Fog")])
    await program.open_scene(ebb)
    section = program.workspace.inspector.findChild(QWidget, "inspector_fields")
    await program.until(section.isVisible, "no fields")
    return ebb, flood, section


def test_the_fields_of_a_scene_are_written_in_the_inspector(qapp, empty_library):
    async def journey(program):
        ebb, flood, section = await with_fields(program)
        section.rows.rows[0].value.setFocus()
        program.press(Key.Key_End)
        program.type(", then rain")
        await program.open_scene(flood)
        await program.until(lambda: not section.isVisible(), "still shown")
        await program.workspace.flush()
        found = await list_item_fields(program.workspace.novel_id)
        assert found == {ebb: (EntityField("Weather", "Fog, then rain"),)}

    live(qapp, journey, empty_library)


def test_undo_brings_the_field_of_a_scene_back(qapp, empty_library):
    async def journey(program):
        ebb, _, section = await with_fields(program)
        program.click(section.rows.rows[0].remove, QPoint(8, 8))
        await program.until(lambda: not program.controller.commands.item_fields.has_unsaved)
        assert await list_item_fields(program.workspace.novel_id) == {}
        assert section.isVisible()
        program.binder.tree.setFocus()
        program.control(Key.Key_Z)
        await program.until(lambda: len(section.rows.rows) == 1, "not back")
        assert (await outline.load_items([ebb]))[0].id == ebb

    live(qapp, journey, empty_library)


def test_another_library_takes_nothing_along(qapp, empty_library, tmp_path):
    async def journey(program):
        await peopled(program)
        form(program).notes.setFocus()
        program.type("kept")
        novel = program.workspace.novel_id
        before = program.controller.context.library
        await program.controller.switch_library(tmp_path / "Other.novelist", create=True)
        assert form(program).draft is None
        await program.controller.switch_library(before)
        assert (await list_entities(novel))[0].notes == "kept"

    live(qapp, journey, empty_library)


def test_the_line_that_is_written_stays_in_view(qapp, empty_library):
    async def journey(program):
        await peopled(program, notes="\n".join(f"Line {number}" for number in range(80)))
        editor = form(program).notes.editor
        editor.setFocus()
        program.press(Key.Key_End, CONTROL)
        program.type("\nThe last")
        caret = editor.cursorRect().center()

        def is_seen():
            return not editor.viewport().visibleRegion().isEmpty() and (
                editor.viewport().visibleRegion().contains(editor.cursorRect().center())
            )

        await program.until(is_seen, f"the caret at {caret} is not seen")

    live(qapp, journey, empty_library)
