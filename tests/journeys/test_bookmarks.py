# SPDX-License-Identifier: MIT
"""Bookmarks set, gone to, listed and removed, by keys and clicks; no edit slips them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from novelist.domain.document_text import from_json_lines
from novelist.services import outline, scenes, texts
from novelist.services.bookmarks import list_bookmarks
from novelist.ui.editor.bookmarks import places
from novelist.ui.widgets.row_look import RowRole
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
WORDS = "The ebb came. The boats lay dry.\nNobody spoke. The bell rang."


def toggle(program):
    program.press(Key.Key_F2, CTRL)


def put_caret(program, before):
    program.page.set_caret_position(program.page.toPlainText().index(before))


def caret(program):
    return program.page.textCursor().position()


def words_at_bookmarks(program):
    text = program.page.toPlainText()
    return [text[at : at + 8] for at in places(program.page.document()).values()]


async def written(program):
    """An open scene with two paragraphs; its id and the others'."""
    _, ids = await open_novel(program)
    await program.open_scene(ids[0])
    program.type(WORDS)
    return ids


async def stored(item_id):
    return (await texts.load_text(item_id)).body.content


def test_a_bookmark_stands_at_the_sentence_and_goes_with_the_same_key(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        await program.saved()
        before = await stored(ids[0])
        put_caret(program, "lay dry")
        toggle(program)
        assert words_at_bookmarks(program) == ["The boat"]
        await program.saved()
        assert '"bookmark"' in await stored(ids[0])
        toggle(program)
        await program.saved()
        assert await stored(ids[0]) == before

    live(qapp, journey, empty_library)


def test_setting_and_removing_are_one_undo_each(qapp, empty_library):
    async def journey(program):
        await written(program)
        put_caret(program, "boats")
        toggle(program)
        toggle(program)
        program.control(Key.Key_Z)
        assert words_at_bookmarks(program) == ["The boat"]
        program.control(Key.Key_Z)
        assert words_at_bookmarks(program) == []
        assert program.page.toPlainText() == WORDS

    live(qapp, journey, empty_library)


def test_no_edit_around_it_slips_a_bookmark(qapp, empty_library):
    async def journey(program):
        await written(program)
        put_caret(program, "The boats")
        toggle(program)
        program.press(Key.Key_Return)
        program.press(Key.Key_Home, CTRL)
        program.type("Early. ")
        put_caret(program, "boats lay")
        program.press(Key.Key_Backspace, CTRL)
        program.type("Two ")
        assert words_at_bookmarks(program) == ["Two boat"]
        for _ in range(12):
            program.control(Key.Key_Z)
        assert words_at_bookmarks(program) in ([], ["The boat"])
        for _ in range(12):
            program.press(Key.Key_Z, CTRL | SHIFT)
        assert words_at_bookmarks(program) == ["Two boat"]

    live(qapp, journey, empty_library)


def test_what_is_cut_and_pasted_takes_its_bookmark_along_and_a_copy_has_none(qapp, empty_library):
    async def journey(program):
        await written(program)
        put_caret(program, "The bell")
        toggle(program)
        program.press(Key.Key_End, CTRL | SHIFT)
        program.control(Key.Key_X)
        assert words_at_bookmarks(program) == []
        program.press(Key.Key_Home, CTRL)
        program.control(Key.Key_V)
        assert words_at_bookmarks(program) == ["The bell"]
        program.control(Key.Key_A)
        program.control(Key.Key_C)
        program.press(Key.Key_End, CTRL)
        program.control(Key.Key_V)
        assert len(places(program.page.document())) == 1

    live(qapp, journey, empty_library)


def test_keys_lead_from_one_to_the_next_over_the_borders_of_scenes(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        put_caret(program, "The boats")
        toggle(program)
        await program.open_scene(ids[2])
        program.type("Slack. Still water.")
        toggle(program)
        program.press(Key.Key_F3, CTRL)
        await program.until(lambda: program.editor.current_item_id == ids[0], "not round")
        await program.until(lambda: caret(program) == WORDS.index("The boats"))
        program.press(Key.Key_F3, CTRL | SHIFT)
        await program.until(lambda: program.editor.current_item_id == ids[2], "not back")
        await program.until(lambda: caret(program) == len("Slack. "))
        assert program.page.hasFocus()

    live(qapp, journey, empty_library)


def test_the_list_shows_the_words_and_leads_to_the_place(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        put_caret(program, "The boats")
        toggle(program)
        await program.open_scene(ids[1])
        program.press(Key.Key_F2, CTRL | SHIFT)
        await program.until(lambda: program.focused.objectName() == "bookmarks_list")
        sheet = program.child("bookmarks_sheet")
        assert sheet.model.index(0, 0).data() == "The ebb came. The boats lay dry."
        program.press(Key.Key_Return)
        await program.until(lambda: program.editor.current_item_id == ids[0], "it did not open")
        await program.until(lambda: caret(program) == WORDS.index("The boats"))

    live(qapp, journey, empty_library)


def test_removed_in_the_list_it_comes_back_with_one_undo(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        put_caret(program, "The boats")
        toggle(program)
        program.press(Key.Key_F2, CTRL | SHIFT)
        await program.until(lambda: program.focused.objectName() == "bookmarks_list")
        sheet = program.child("bookmarks_sheet")
        program.press(Key.Key_Delete)
        await program.until(lambda: not sheet.model.rowCount(), "it stays in the list")
        program.press(Key.Key_Escape)
        program.editor.focus_text()
        program.control(Key.Key_Z)
        assert words_at_bookmarks(program) == ["The boat"]
        await program.saved()
        assert list(await list_bookmarks(program.workspace.novel_id)) == [ids[0]]

    live(qapp, journey, empty_library)


def test_a_split_and_a_merge_keep_each_bookmark_once(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        put_caret(program, "The ebb")
        toggle(program)
        put_caret(program, "The bell")
        toggle(program)
        await program.saved()
        novel = program.workspace.novel_id
        split = await scenes.split_scene(novel, item_id=ids[0], block=0, offset=14)
        found = await list_bookmarks(novel)
        assert [[each.after[:8] for each in marks] for marks in found.values()] == [
            ["The ebb "],
            ["The bell"],
        ]
        await scenes.merge_scenes(novel, ids=[ids[0], *split.ids])
        assert [len(marks) for marks in (await list_bookmarks(novel)).values()] == [2]

    live(qapp, journey, empty_library)


def test_an_empty_scene_takes_none_and_says_so(qapp, empty_library):
    async def journey(program):
        _, ids = await open_novel(program)
        await program.open_scene(ids[0])
        toggle(program)
        assert program.window.toast.text == "A bookmark needs some words to stand at."
        assert not from_json_lines(await stored(ids[0])).blocks

    live(qapp, journey, empty_library)


def test_where_there_is_none_a_sentence_says_so(qapp, empty_library):
    async def journey(program):
        await written(program)
        program.press(Key.Key_F3, CTRL)
        said = "There is no bookmark in this novel yet."
        await program.until(lambda: program.window.toast.text == said)

    live(qapp, journey, empty_library)


def test_in_a_scene_without_a_title_the_list_names_its_chapter(qapp, empty_library):
    async def journey(program):
        chapter, ids = await open_novel(program)
        (scene,) = await outline.load_items([ids[0]])
        scene.title = ""
        await outline.save_item(scene)
        await program.open_scene(ids[0])
        program.type(WORDS)
        toggle(program)
        await program.saved()
        program.press(Key.Key_F2, CTRL | SHIFT)
        await program.until(lambda: program.focused.objectName() == "bookmarks_list")
        named = program.child("bookmarks_sheet").model.index(0, 0).data(RowRole.COUNT)
        assert named.startswith(program.binder.title_of(chapter) + " · ")

    live(qapp, journey, empty_library)
