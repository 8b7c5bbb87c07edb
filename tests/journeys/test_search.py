# SPDX-License-Identifier: MIT
"""Find and replace through the whole program, by keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from novelist.domain.document import document_of
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, snapshots, texts
from novelist.services.finding import Field
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
