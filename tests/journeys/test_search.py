# SPDX-License-Identifier: MIT
"""Find and replace through the whole program, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from novelist.domain.document import document_of
from novelist.domain.entities import EntityField, EntityKind
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from novelist.services.entities import (
    create_entity,
    list_entities,
    write_entity,
    write_item_fields,
)
from novelist.services.finding.finding import Field
from novelist.services.history import snapshots
from novelist.ui.search.results import HitRole
from tests.journeys.program import live

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXTS = (("The sea rose.", "Sea and SEA."), ("A calm sea.",), ("No water.",))


async def open_novel(program):
    """A novel of three chapters with a scene each; the ids of the scenes."""
    novel = await novels.create_novel(title="Tide", language="en")
    for item in await outline.load_outline(novel):
        if item.parent_id is None:
            await outline.trash_items(novel, ids=[item.id])
    scenes = []
    for number, paragraphs in enumerate(TEXTS):
        title = f"Chapter {'abc'[number]}"
        kind = ItemKind.CHAPTER
        chapter = await outline.create_item(novel, kind=kind, parent_id=None, title=title)
        place = {"kind": ItemKind.SCENE, "parent_id": chapter.ids[0]}
        scene = (await outline.create_item(novel, **place)).ids[0]
        loaded = await texts.load_text(scene)
        await texts.save_text(loaded.body, document_of(*paragraphs))
        scenes.append(scene)
    await program.controller.open_novel(novel)
    await program.open_scene(scenes[0])
    return novel, scenes


async def search(program, words, new=""):
    """Open the page by its key and type."""
    program.press(Qt.Key.Key_F, CONTROL | SHIFT)
    await program.until(lambda: program.window.current_page == "search")
    page = program.controller.commands.search.page
    await program.until(lambda: page.side.wanted.hasFocus())
    program.control(Qt.Key.Key_A)
    program.type(words)
    page.side.new.setFocus()
    program.type(new)
    return page


async def words_of(scene):
    return (await texts.load_text(scene)).document.plain_text


async def results(program, page, count):
    await program.until(lambda: page.stage.view.results.count == count, f"not {count} found")
    return page.stage.view.results


def test_what_is_chosen_is_replaced_and_one_undo_takes_it_back(qapp, empty_library):
    async def journey(program):
        novel, scenes = await open_novel(program)
        program.control(Qt.Key.Key_End)
        program.type(" The sea fell.")
        before = program.page.toPlainText().replace("\n", " ")
        page = await search(program, "sea", "lake")
        model = await results(program, page, 5)
        assert page.stage.counted.text() == "5 found in 2 chapters"
        page.stage.view.setFocus()
        program.press(Qt.Key.Key_Down)
        program.press(Qt.Key.Key_Down)
        program.press(Qt.Key.Key_Space)
        assert model.chosen == 4
        assert page.stage.replace.text() == "Replace 4"
        program.click(page.stage.replace)
        await program.until(lambda: "4 places replaced" in program.window.toast.text)
        assert await words_of(scenes[1]) == "A calm lake."
        await results(program, page, 1)
        moments = await snapshots.list_snapshots(novel)
        assert [each.name for each in moments] == ["Before replacing “sea” with “lake”"]
        program.click(program.window.toast.action)
        await results(program, page, 5)
        assert model.chosen == 4
        assert (await words_of(scenes[0])).replace("\n", " ") == before

    live(qapp, journey)


def test_the_open_text_shows_what_was_replaced(qapp, empty_library):
    async def journey(program):
        await open_novel(program)
        page = await search(program, "sea", "lake")
        await results(program, page, 4)
        program.click(page.stage.replace)
        await program.until(lambda: "replaced" in program.window.toast.text)
        page.side.wanted.setFocus()
        program.press(Qt.Key.Key_Escape)
        await program.until(lambda: program.window.current_page == "write")
        expected = "The lake rose.\nLake and LAKE."
        await program.until(lambda: program.page.toPlainText() == expected)

    live(qapp, journey)


def test_enter_goes_to_the_place_and_selects_it(qapp, empty_library):
    async def journey(program):
        _, scenes = await open_novel(program)
        page = await search(program, "calm")
        await results(program, page, 1)
        page.stage.view.setFocus()
        program.press(Qt.Key.Key_Down)
        program.press(Qt.Key.Key_Return)
        await program.until(lambda: program.editor.current_item_id == scenes[1])
        await program.until(lambda: program.page.textCursor().selectedText() == "calm")
        assert program.window.current_page == "write"

    live(qapp, journey)


def test_a_double_click_goes_there_and_the_selection_is_looked_for_next(qapp, empty_library):
    async def journey(program):
        _, scenes = await open_novel(program)
        page = await search(program, "water")
        await results(program, page, 1)
        view = page.stage.view
        place = view.visualRect(view.results.index(1)).center()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        await program.until(lambda: program.page.textCursor().selectedText() == "water")
        assert program.editor.current_item_id == scenes[2]
        page.side.wanted.clear()
        program.press(Qt.Key.Key_F, CONTROL | SHIFT)
        await program.until(lambda: page.side.wanted.text() == "water")

    live(qapp, journey)


def test_switches_and_places_are_remembered(qapp, empty_library):
    async def first(program):
        await open_novel(program)
        page = await search(program, "sea")
        await results(program, page, 4)
        program.click(page.side.wanted.switches["case"])
        await results(program, page, 2)
        page.side.scopes["chapter"].click()
        await results(program, page, 1)

    async def second(program):
        program.press(Qt.Key.Key_F, CONTROL | SHIFT)
        await program.until(lambda: program.window.current_page == "search")
        side = program.controller.commands.search.page.side
        assert (side.scope, "case" in side.options) == ("chapter", True)

    live(qapp, first)
    live(qapp, second)


def test_what_is_wrong_is_said_under_the_field(qapp, empty_library):
    async def journey(program):
        await open_novel(program)
        page = await search(program, "(sea")
        await program.until(lambda: page.stage.empty.isVisible())
        program.click(page.side.wanted.switches["expression"])
        await program.until(lambda: page.side.wanted.problem == "A bracket “(” is not closed.")
        page.side.wanted.setText("(a|aa)+$")
        await program.until(lambda: not page.side.wanted.problem)
        page.side.wanted.setText("(sea)")
        await results(program, page, 4)
        page.side.new.setText("$2")
        assert page.side.new.problem
        page.side.new.setText("<$1>")
        assert not page.side.new.problem

    live(qapp, journey)


def test_where_nothing_is_the_other_novels_can_be_searched(qapp, empty_library):
    async def journey(program):
        other = await novels.create_novel(title="Other", language="en")
        scene = (await outline.load_outline(other))[-1]
        loaded = await texts.load_text(scene.id)
        await texts.save_text(loaded.body, document_of("A lighthouse."))
        await open_novel(program)
        page = await search(program, "lighthouse")
        await program.until(lambda: "is not in this novel" in page.stage.empty.sentence)
        program.click(page.stage.empty.action)
        model = await results(program, page, 1)
        page.stage.view.place_requested.emit(model.index(1))
        await program.until(lambda: program.workspace.novel_id == other)
        await program.until(lambda: program.page.textCursor().selectedText() == "lighthouse")

    live(qapp, journey)


def test_what_stands_only_in_fields_that_are_left_out_is_said_and_one_click_looks_there(
    qapp, empty_library
):
    async def journey(program):
        _, scenes = await open_novel(program)
        (scene,) = await outline.load_items([scenes[1]])
        scene.title = "The zebra"
        await outline.save_item(scene)
        page = await search(program, "zebra")
        await results(program, page, 1)
        page.side.also[Field.TITLE].click()
        await program.until(lambda: "not looking" in page.stage.empty.sentence)
        program.click(page.stage.empty.action)
        await results(program, page, 1)
        assert page.side.also[Field.TITLE].isChecked()

    live(qapp, journey)


def test_below_the_list_stands_what_more_there_is_and_one_click_looks_there(qapp, empty_library):
    async def journey(program):
        _, scenes = await open_novel(program)
        (scene,) = await outline.load_items([scenes[1]])
        scene.title, scene.notes = "The sea", "Sea, sea."
        await outline.save_item(scene)
        page = await search(program, "sea")
        await results(program, page, 7)
        line = page.stage.elsewhere
        assert not line.isVisible()
        for field in (Field.TITLE, Field.NOTES):
            page.side.also[field].click()
        await results(program, page, 4)
        await program.until(line.isVisible)
        shown = {field: each.text() for field, each in line.fields.items() if each.isVisible()}
        assert shown == {Field.TITLE: "1 in titles", Field.NOTES: "2 in notes"}
        program.click(line.fields[Field.NOTES])
        await results(program, page, 6)
        assert page.side.also[Field.NOTES].isChecked()
        await program.until(lambda: not line.fields[Field.NOTES].isVisible())
        page.side.wanted.setText("zebra")
        await program.until(lambda: not line.isVisible())

    live(qapp, journey)


def test_a_person_is_renamed_with_every_form_of_the_name(qapp, empty_library):
    async def journey(program):
        _, scenes = await open_novel(program)
        loaded = await texts.load_text(scenes[2])
        words = document_of("Tobias Wren, Toby, Tobias’s hat, the Wrens. Wrenching.")
        await texts.save_text(loaded.body, words)
        page = await search(program, "Tobias Wren", "Samuel Finch")
        side = page.side
        side.kinds.set_value("name")
        await results(program, page, 3)
        assert [(form.old, form.new) for form in side.forms.forms] == [
            ("Tobias Wren", "Samuel Finch"),
            ("Tobias", "Samuel"),
            ("Wrens", "Finches"),
            ("Wren", "Finch"),
        ]
        program.click(side.forms.add)
        program.type("Toby")
        program.press(Qt.Key.Key_Tab)
        program.type("Sam")
        await results(program, page, 4)
        program.click(page.stage.replace)
        await program.until(lambda: "4 places replaced" in program.window.toast.text)
        renamed = "Samuel Finch, Sam, Samuel’s hat, the Finches. Wrenching."
        assert await words_of(scenes[2]) == renamed
        await results(program, page, 0)
        program.click(program.window.toast.action)
        await results(program, page, 4)
        assert await words_of(scenes[2]) == words.plain_text

    live(qapp, journey)


async def a_person(novel, **values):
    """Somebody in the bible of a novel."""
    made = await create_entity(novel, kind=EntityKind.CHARACTER, name="Tobias Wren")
    (key,) = made.entities_after
    await write_entity(key, values)
    return key


async def person_of(novel):
    (person,) = await list_entities(novel)
    return person


def row_with(page, note):
    """The row of the list that stands there in the bible."""
    model = page.stage.view.results
    rows = map(model.index, range(model.rowCount()))
    return next(row for row in rows if row.data(HitRole.FIELD) == note)


def selected_in(program, form):
    """What is selected where the keyboard is, in a form; None where it is elsewhere."""
    focused = program.focused
    is_text = isinstance(focused, QTextEdit) and form.isAncestorOf(focused)
    return focused.textCursor().selectedText() if is_text else None


def test_what_stands_in_the_bible_is_found_and_enter_leads_to_its_field(qapp, empty_library):
    async def journey(program):
        novel, _ = await open_novel(program)
        lines = "\n".join(f"Line {number}" for number in range(80))
        fields = (EntityField("Home", "𠮷 the seaside"),)
        await a_person(novel, notes=f"{lines}\nAt sea.", aliases=("Wren", "Sea dog"), fields=fields)
        page = await search(program, "sea")
        await results(program, page, 7)
        heading = page.stage.view.results.index(6)
        assert heading.data() == "Bible, 3 found"
        counted = page.stage.counted
        assert counted.text() == "7 found in 2 chapters and in the bible"
        form = program.controller.commands.bible.page.form
        for note, said in (("Notes", "sea"), ("Other name", "Sea"), ("Home", "sea")):
            page.stage.view.setFocus()
            page.stage.view.setCurrentIndex(row_with(page, f"Tobias Wren · {note}"))
            program.press(Qt.Key.Key_Return)
            await program.until(lambda: program.window.current_page == "bible")
            await program.until(lambda said=said: selected_in(program, form) == said, note)
            place = program.focused.viewport().mapTo(form, program.focused.cursorRect().center())
            assert form.rect().contains(place)
            program.press(Qt.Key.Key_F, CONTROL | SHIFT)
            await program.until(lambda: program.window.current_page == "search")
            await results(program, page, 7)
        page.side.also[Field.BIBLE].click()
        await results(program, page, 4)
        assert counted.text() == "4 found in 2 chapters"
        await program.until(page.stage.elsewhere.isVisible)
        assert page.stage.elsewhere.fields[Field.BIBLE].text() == "3 in the bible and in fields"

    live(qapp, journey)


def test_a_field_of_a_scene_is_found_with_it_and_enter_leads_there(qapp, empty_library):
    async def journey(program):
        _, scenes = await open_novel(program)
        await write_item_fields(scenes[2], [EntityField("Weather", "Zephyr")])
        page = await search(program, "zephyr")
        await results(program, page, 1)
        page.stage.view.setFocus()
        page.stage.view.setCurrentIndex(row_with(page, "Weather"))
        program.press(Qt.Key.Key_Return)
        rows = program.controller.commands.item_fields.section.rows
        await program.until(lambda: selected_in(program, rows) == "Zephyr", "not in the field")
        assert program.workspace.editor.current_item_id == scenes[2]

    live(qapp, journey)


def test_who_is_renamed_is_renamed_in_the_bible_and_keeps_the_old_name_there(qapp, empty_library):
    async def journey(program):
        novel, scenes = await open_novel(program)
        await a_person(novel, summary="Tobias is late.")
        loaded = await texts.load_text(scenes[2])
        await texts.save_text(loaded.body, document_of("Tobias Wren."))
        page = await search(program, "Tobias Wren", "Samuel Finch")
        assert not page.side.keep_name.isVisible()
        page.side.kinds.set_value("name")
        await results(program, page, 3)
        program.click(page.side.keep_name)
        program.click(page.stage.replace)
        await program.until(lambda: "3 places replaced" in program.window.toast.text)
        assert await words_of(scenes[2]) == "Samuel Finch."
        person = await person_of(novel)
        assert (person.name, person.summary) == ("Samuel Finch", "Samuel is late.")
        assert person.aliases == ("Tobias Wren",)
        await results(program, page, 1)
        program.click(program.window.toast.action)
        await results(program, page, 3)
        person = await person_of(novel)
        assert (person.name, person.aliases) == ("Tobias Wren", ())

    live(qapp, journey)


def test_what_is_typed_in_the_bible_is_found_and_the_form_follows_a_replacement(
    qapp, empty_library
):
    async def journey(program):
        novel, _ = await open_novel(program)
        await a_person(novel)
        program.press(Qt.Key.Key_B, CONTROL | Qt.KeyboardModifier.AltModifier)
        await program.until(lambda: program.window.current_page == "bible")
        form = program.controller.commands.bible.page.form
        await program.until(lambda: form.draft is not None)
        form.notes.editor.setFocus()
        program.type("Zephyr and zephyr.")
        page = await search(program, "zephyr", "breeze")
        await results(program, page, 2)
        assert page.stage.counted.text() == "2 found in the bible"
        page.stage.view.results.toggle(page.stage.view.results.index(2))
        program.press(Qt.Key.Key_Return, CONTROL)
        await program.until(lambda: "1 place replaced" in program.window.toast.text)
        assert (await person_of(novel)).notes == "Breeze and zephyr."
        await program.until(lambda: form.notes.editor.toPlainText() == "Breeze and zephyr.")

    live(qapp, journey)
