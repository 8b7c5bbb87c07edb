# SPDX-License-Identifier: MIT
"""The map of the chapter: switched by a key, follows the caret, pressed and dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from novelist.domain.document import Document, paragraph
from novelist.services import texts
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
SAID = "“The tide,” she said. " + "It went out. " * 30
TEXT = Document(tuple(paragraph(SAID) for _ in range(60)))


async def mapped(program):
    """A chapter of scenes, two of them long, with its map; their ids."""
    _, ids = await open_novel(program)
    for item_id in ids[:2]:
        body = (await texts.load_text(item_id)).body
        await texts.save_text(body, TEXT)
    await program.open_scene(ids[0])
    program.press(Key.Key_F11, CTRL)
    shown = program.controller.minimap.map
    await program.until(lambda: all(scene.shape for scene in shown.scenes), "no shapes")
    await program.until(lambda: shown.seen is not None, "no place")
    return ids


def minimap(program):
    return program.controller.minimap.map


def press(program, item_id, share, *, drag_to=None):
    shown = minimap(program)
    start = QPoint(30, round(shown.y_of(item_id, share)))
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, NONE, start)
    if drag_to is not None:
        start = QPoint(30, round(shown.y_of(item_id, drag_to)))
        QTest.mouseMove(shown, start)
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, NONE, start)


def test_a_key_shows_the_scenes_of_the_chapter_and_hides_them(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        shown = minimap(program)
        assert [scene.item_id for scene in shown.scenes][-3:] == ids
        assert shown.isVisible()
        assert program.page.hasFocus()
        assert 0 < shown.scenes[-3].shape.spoken_share < 0.1
        program.press(Key.Key_F11, CTRL)
        assert not shown.isVisible()

    live(qapp, journey, empty_library)


def test_a_text_that_is_rewritten_elsewhere_is_drawn_anew(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        body = (await texts.load_text(ids[1])).body
        await texts.save_text(body, Document((paragraph("Ebb."),)))

        def drawn():
            shapes = {scene.item_id: scene.shape for scene in minimap(program).scenes}
            return len(shapes[ids[1]].paragraphs) == 1

        await program.until(drawn, "the old text is drawn")

    live(qapp, journey, empty_library)


def test_scenes_of_another_library_with_the_same_numbers_are_drawn_as_they_are(
    qapp, empty_library, tmp_path
):
    async def journey(program):
        ids = await mapped(program)
        await program.controller.switch_library(tmp_path / "Other.novelist", create=True)
        _, others = await open_novel(program)
        assert others == ids
        await program.open_scene(others[0])
        shown = minimap(program)
        await program.until(lambda: shown.scenes and all(scene.shape for scene in shown.scenes))
        assert not any(scene.shape.paragraphs for scene in shown.scenes)

    live(qapp, journey, empty_library)


def test_it_follows_the_caret(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        program.press(Key.Key_End, CTRL)
        await program.until(lambda: minimap(program).seen.caret == (ids[0], 1.0), "not followed")
        assert minimap(program).seen.first[1] > 0.8

    live(qapp, journey, empty_library)


def test_pressed_and_dragged_it_scrolls_and_leaves_the_caret(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        bar, caret = program.page.verticalScrollBar(), program.page.textCursor().position()
        press(program, ids[0], 0.5)
        middle = bar.value()
        assert 0.35 * bar.maximum() < middle < 0.65 * bar.maximum()
        press(program, ids[0], 0.5, drag_to=0.95)
        assert bar.value() > middle
        assert program.page.textCursor().position() == caret
        assert program.page.hasFocus()

    live(qapp, journey, empty_library)


def test_another_scene_is_opened_where_it_is_pressed(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        press(program, ids[1], 0.6)
        await program.until(lambda: program.editor.current_item_id == ids[1], "not opened")
        await program.until(lambda: program.page.verticalScrollBar().value() > 0, "not there")

    live(qapp, journey, empty_library)


def test_in_the_flowing_chapter_it_scrolls_over_borders(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        program.press(Key.Key_F9)
        await program.until(lambda: program.editor.flow is not None, "no flow")
        bar = program.editor.flow.verticalScrollBar()
        press(program, ids[1], 0.5)
        await program.until(lambda: minimap(program).seen.first[0] == ids[1], "not scrolled")
        assert bar.value() > 0
        assert program.editor.current_item_id == ids[0]

    live(qapp, journey, empty_library)


def test_what_is_written_changes_the_map_a_while_later(qapp, empty_library):
    async def journey(program):
        ids = await mapped(program)
        await program.open_scene(ids[2])
        before = {scene.item_id: scene.characters for scene in minimap(program).scenes}
        program.type(chr(34) + "Well," + chr(34) + " he said.")
        await program.saved()

        def lengths():
            return {scene.item_id: scene.characters for scene in minimap(program).scenes}

        await program.until(lambda: lengths()[ids[2]] > before[ids[2]] + 10, "not read again")
        assert [s.shape.spoken_share > 0.3 for s in minimap(program).scenes][-1]

    live(qapp, journey, empty_library)


def test_it_is_drawn_at_the_next_start(qapp, empty_library):
    async def first(program):
        await mapped(program)
        await program.saved()

    async def second(program):
        shown = minimap(program)
        assert shown.isVisible()
        await program.until(lambda: shown.scenes and all(scene.shape for scene in shown.scenes))
        await program.until(lambda: shown.seen is not None, "no place")

    live(qapp, first, empty_library)
    live(qapp, second, empty_library)
