# SPDX-License-Identifier: MIT
"""Find and replace in the open scene, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from novelist.domain import document as d
from novelist.domain.enums import ItemKind
from novelist.services import novels, outline, texts
from novelist.services.history import snapshots
from tests.journeys.program import live

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = d.Atom(d.FOOTNOTE, {"id": "n", "blocks": []})


async def open_text(program, document):
    """A novel whose only scene has that text."""
    novel = await novels.create_novel(title="Tide", language="en")
    scene = (await outline.load_outline(novel))[-1]
    loaded = await texts.load_text(scene.id)
    await texts.save_text(loaded.body, document)
    await program.controller.open_novel(novel)
    await program.open_scene(scene.id)
    return scene.id


async def open_flow(program):
    """Four scenes of a chapter, flowing; their ids."""
    novel = await novels.create_novel(title="Tide", language="en")
    first = (await outline.load_outline(novel))[-1]
    place = {"kind": ItemKind.SCENE, "parent_id": first.parent_id}
    ids = [first.id]
    for _ in range(3):
        ids.append((await outline.create_item(novel, **place)).ids[0])
    for item_id, words in zip(ids, ("A sea.", "No.", "Sea, sea.", "Sky."), strict=True):
        loaded = await texts.load_text(item_id)
        await texts.save_text(loaded.body, d.document_of(words))
    await program.controller.open_novel(novel)
    await program.open_scene(ids[0])
    program.press(Qt.Key.Key_F9)
    await program.until(lambda: program.editor.flow is not None)
    return ids


def find(program, words, key=Qt.Key.Key_F):
    program.control(key)
    bar = program.controller.commands.scene_search.bar
    assert bar.wanted.hasFocus()
    program.control(Qt.Key.Key_A)
    program.type(words)
    return bar


def selected(program):
    cursor = program.page.textCursor()
    return cursor.selectedText(), cursor.blockNumber(), cursor.selectionStart()


def coloured(program, block=0):
    found = program.page.document().findBlockByNumber(block)
    return [(each.start, each.length) for each in found.layout().formats()]


def test_hits_are_found_as_one_types_and_gone_through_by_keys(qapp, empty_library):
    async def journey(program):
        text = d.document_of("The sea, the Sea.", "A \U0001f600 sea \U0001f600 sea.", "No.")
        await open_text(program, text)
        bar = find(program, "sea")
        assert selected(program) == ("sea", 0, 4)
        assert bar.counted.text() == "1 of 4"
        program.press(Qt.Key.Key_Return)
        assert (selected(program)[0], bar.counted.text()) == ("Sea", "2 of 4")
        program.press(Qt.Key.Key_F3)
        program.press(Qt.Key.Key_F3)
        assert selected(program)[:2] == ("sea", 1)
        assert bar.counted.text() == "4 of 4"
        program.press(Qt.Key.Key_F3)
        assert selected(program) == ("sea", 0, 4)
        program.press(Qt.Key.Key_F3, SHIFT)
        assert bar.counted.text() == "4 of 4"
        assert coloured(program, 1) == [(5, 3), (12, 3)]
        program.press(Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert program.page.hasFocus()
        assert selected(program)[0] == "sea"
        assert coloured(program, 1) == []

    live(qapp, journey)


def test_switches_narrow_it_and_faults_are_said(qapp, empty_library):
    async def journey(program):
        await open_text(program, d.document_of("Sea, sea, seaside."))
        bar = find(program, "sea")
        assert bar.counted.text() == "1 of 3"
        program.click(bar.wanted.switches["word"])
        assert bar.counted.text() == "1 of 2"
        program.click(bar.wanted.switches["case"])
        assert bar.counted.text() == "1 of 1"
        bar.wanted.setText("x")
        assert bar.counted.text() == "Not found"
        program.click(bar.wanted.switches["expression"])
        bar.wanted.setText("(")
        assert bar.wanted.problem == "A bracket “(” is not closed."

    live(qapp, journey)


def test_one_is_replaced_after_the_other(qapp, empty_library):
    async def journey(program):
        await open_text(program, d.document_of("The sea. Sea and SEA."))
        bar = find(program, "sea", Qt.Key.Key_H)
        bar.new.setFocus()
        program.type("lake")
        program.press(Qt.Key.Key_Return)
        assert program.page.toPlainText() == "The lake. Sea and SEA."
        assert selected(program)[0] == "Sea"
        program.press(Qt.Key.Key_Return)
        program.press(Qt.Key.Key_Return)
        assert program.page.toPlainText() == "The lake. Lake and LAKE."
        assert bar.counted.text() == "Not found"
        program.press(Qt.Key.Key_Escape)
        program.control(Qt.Key.Key_Z)
        assert program.page.toPlainText() == "The lake. Lake and SEA."

    live(qapp, journey)


async def preview(program, words, new):
    """Wish by keys alone that all are replaced; the page with the list of them."""
    find(program, words, Qt.Key.Key_H)
    bar = program.controller.commands.scene_search.bar
    bar.new.setFocus()
    program.type(new)
    program.press(Qt.Key.Key_Return, CONTROL)
    page = program.controller.commands.search.page
    await program.until(lambda: program.focused is page.stage.replace, "nothing to press Enter on")
    return page


def test_all_are_shown_and_enter_replaces_them_marks_and_notes_stay_one_undo(qapp, empty_library):
    async def journey(program):
        em = d.marks(d.EMPHASIS)
        block = d.Block(
            d.PARAGRAPH,
            (d.Run("The "), d.Run("har", em), d.Run("bour"), NOTE, d.Run(" sea harbour 𠀀harbour")),
        )
        before = d.Document((block, d.paragraph("Harbour.")))
        scene = await open_text(program, before)
        page = await preview(program, "harbour", "haven")
        assert page.stage.counted.text().startswith("4 found")
        assert program.editor.text_of(scene) == before
        program.press(Qt.Key.Key_Return)
        words = "The haven\ufffc sea haven 𠀀haven\nHaven."
        await program.until(lambda: program.page.toPlainText() == words)
        assert program.page.hasFocus()
        assert "4 places replaced" in program.window.toast.text
        kinds = [type(each) for each in program.editor.text_of(scene).blocks[0].inlines]
        assert d.Atom in kinds
        (moment,) = await snapshots.list_snapshots(program.workspace.novel_id)
        assert "harbour" in moment.name
        undo = program.window.actions_["undo"]
        await program.until(lambda: "harbour" in undo.text(), undo.text())
        program.control(Qt.Key.Key_Z)
        await program.until(lambda: program.editor.text_of(scene) == before)
        redo = program.window.actions_["redo"]
        await program.until(lambda: "harbour" in redo.text())
        program.control(Qt.Key.Key_Y)
        await program.until(lambda: program.page.toPlainText() == words)

    live(qapp, journey)


def test_a_hit_is_left_out_of_what_is_replaced_and_what_was_typed_just_now_is_in_it(
    qapp, empty_library
):
    async def journey(program):
        await open_text(program, d.document_of("The sea. Sea and SEA."))
        program.control(Qt.Key.Key_End)
        program.type(" A sea.")
        page = await preview(program, "sea", "lake")
        assert page.stage.replace.text() == "Replace 4"
        program.press(Qt.Key.Key_Down)
        assert page.stage.view.hasFocus()
        for _ in range(2):
            program.press(Qt.Key.Key_Down)
        program.press(Qt.Key.Key_Space)
        assert page.stage.replace.text() == "Replace 3"
        program.press(Qt.Key.Key_Return, CONTROL)
        words = "The lake. Sea and LAKE. A lake."
        await program.until(lambda: program.page.toPlainText() == words)

    live(qapp, journey)


def test_escape_leads_back_to_the_bar_and_what_was_chosen_for_the_novel_stays_chosen(
    qapp, empty_library
):
    async def journey(program):
        await open_text(program, d.document_of("The sea."))
        page = await preview(program, "sea", "lake")
        assert page.side.scope == "scene"
        assert page.side.fields == {"text"}
        program.press(Qt.Key.Key_Escape)
        bar = program.controller.commands.scene_search.bar
        assert program.window.current_page == "write"
        assert bar.new.hasFocus()
        assert program.page.toPlainText() == "The sea."
        program.press(Qt.Key.Key_F, CONTROL | SHIFT)
        await program.until(lambda: program.window.current_page == "search")
        assert page.side.scope == "novel"
        assert "comments" in page.side.fields

    live(qapp, journey)


def test_the_keys_are_the_same_in_chinese(qapp, empty_library):
    async def journey(program):
        program.controller.commands.choose("language", "zh_CN")
        await open_text(program, d.document_of("The sea."))
        await preview(program, "sea", "lake")
        program.press(Qt.Key.Key_Enter, CONTROL)
        await program.until(lambda: program.page.toPlainText() == "The lake.")
        program.controller.commands.choose("language", "en")

    live(qapp, journey)


def test_where_scenes_flow_all_of_them_are_shown(qapp, empty_library):
    async def journey(program):
        ids = await open_flow(program)
        page = await preview(program, "sky", "heaven")
        assert page.side.scope == "chapter"
        program.press(Qt.Key.Key_Return)
        await program.until(lambda: "1 place" in program.window.toast.text)
        loaded = await texts.load_text(ids[3])
        assert loaded.document.plain_text == "Heaven."

    live(qapp, journey)


def test_what_is_typed_meanwhile_is_counted(qapp, empty_library):
    async def journey(program):
        await open_text(program, d.document_of("The sea."))
        bar = find(program, "sea")
        program.page.setFocus()
        program.control(Qt.Key.Key_End)
        program.type(" Sea!")
        await program.until(lambda: bar.counted.text() == "2 found")
        assert len(coloured(program)) == 2
        program.page.setFocus()
        program.control(Qt.Key.Key_Home)
        QApplication.processEvents()
        program.press(Qt.Key.Key_F3)
        assert bar.counted.text() == "1 of 2"

    live(qapp, journey)


def test_the_bar_speaks_the_language_of_the_interface(qapp, empty_library):
    async def journey(program):
        await open_text(program, d.document_of("The sea."))
        bar = find(program, "sea", Qt.Key.Key_H)
        program.controller.commands.choose("language", "zh_CN")
        await program.until(lambda: bar.replace_all.text() == "全部替换…")
        program.controller.commands.choose("language", "en")

    live(qapp, journey)


def test_where_scenes_flow_the_next_hit_is_in_the_next_scene(qapp, empty_library):
    async def journey(program):
        ids = await open_flow(program)
        bar = find(program, "sea")

        def selection():
            cursor = program.page.textCursor()
            return program.editor.current_item_id, cursor.selectionStart(), cursor.selectionEnd()

        for expected in ((ids[2], 0, 3), (ids[2], 5, 8), (ids[0], 2, 5)):
            bar.wanted.setFocus()
            program.press(Qt.Key.Key_Return)
            await program.until(lambda expected=expected: selection() == expected)
        program.press(Qt.Key.Key_F3, SHIFT)
        await program.until(lambda: selection() == (ids[2], 5, 8))

    live(qapp, journey)
