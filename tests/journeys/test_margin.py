# SPDX-License-Identifier: MIT
"""Figures in the margin: off until chosen, counted when nobody types, in page and manuscript."""

from __future__ import annotations

from PySide6.QtCore import Qt

from novelist.domain.document import Document, paragraph
from novelist.services import texts
from novelist.ui.margin.milestones import Milestones
from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
TIDE = "The tide went out again slowly. " * 20  # 120 words
TEXT = Document(tuple(paragraph(TIDE.strip()) for _ in range(10)))


async def written(program):
    program.window.resize(1600, 900)
    _, ids = await open_novel(program)
    for item_id in ids[:2]:
        body = (await texts.load_text(item_id)).body
        await texts.save_text(body, TEXT)
    await program.open_scene(ids[0])
    return ids


def switch(program):
    program.window.actions_["margin_figures"].trigger()


def counted(program):
    return program.page.document().findChild(Milestones)


def figures(program):
    found = counted(program)
    return [] if found is None else [number for _, number in found.places]


def ink(widget, area=None):
    """How many pixels differ from the ground."""
    image = widget.grab() if area is None else widget.grab(area)
    picture = image.toImage()
    ground = picture.pixel(picture.width() - 1, 1)
    return sum(
        picture.pixel(x, y) != ground
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
    )


def test_nothing_is_counted_until_it_is_chosen(qapp, empty_library):
    async def journey(program):
        await written(program)
        strip = program.controller.margin.strip
        assert counted(program) is None
        program.press(Key.Key_PageDown)
        before = ink(strip)
        switch(program)
        await program.until(lambda: figures(program) == [500, 1000], "not counted")
        assert ink(strip) > before
        switch(program)
        await program.until(lambda: counted(program) is None, "still counted")
        assert ink(strip) == before

    live(qapp, journey, empty_library)


def test_the_figures_follow_what_is_typed(qapp, empty_library):
    async def journey(program):
        await written(program)
        switch(program)
        await program.until(lambda: figures(program) == [500, 1000], "not counted")
        first = counted(program).places[0][0]
        program.press(Key.Key_Home, CTRL)
        program.type("One two three ")
        await program.until(lambda: counted(program).places[0][0] != first, "not moved")
        text = program.page.toPlainText()
        before = text[: counted(program).places[0][0]].split()
        assert len(before) == 499

    live(qapp, journey, empty_library)


def test_in_the_manuscript_they_count_on_from_scene_to_scene(qapp, empty_library):
    async def journey(program):
        ids = await written(program)
        switch(program)
        await program.open_scene(ids[1])
        await program.until(lambda: figures(program) == [500, 1000], "not counted")
        program.press(Key.Key_F9)
        await program.until(lambda: figures(program) == [1500, 2000], "not counted on")
        view = program.editor.flow
        flow = view.flow
        left = flow.left + flow.column + 24
        area = view.viewport().rect().adjusted(left, 0, -12, 0)
        assert ink(view.viewport(), area) > 0

    live(qapp, journey, empty_library)


def test_a_bookmark_has_a_ribbon_beside_its_line(qapp, empty_library):
    async def journey(program):
        await written(program)
        strip = program.controller.margin.strip
        before = ink(strip)
        program.press(Key.Key_F2, CTRL)
        assert ink(strip) > before
        program.control(Key.Key_Z)
        assert ink(strip) == before

    live(qapp, journey, empty_library)


def test_how_often_is_chosen_in_the_preferences(qapp, empty_library):
    async def journey(program):
        await written(program)
        switch(program)
        program.press(Key.Key_Comma, CTRL)
        choice = program.child("preferences_margin_words")
        program.click(choice.stops[0])
        assert program.window.context.settings.margin_words == 250
        program.press(Key.Key_Escape)
        await program.until(lambda: figures(program) == [250, 500, 750, 1000], "not followed")

    live(qapp, journey, empty_library)


def test_the_margin_stands_beside_lines_of_every_width(qapp, empty_library):
    async def journey(program):
        await written(program)
        page, strip = program.page, program.controller.margin.strip
        for width in (120, 80, 100):
            program.controller.commands.choose("line_width", width)
            gap = strip.x() - page.viewport().x() - page.lineWrapColumnOrWidth()
            assert 0 <= gap <= 12
        program.press(Key.Key_F9)
        program.window.resize(1300, 900)
        program.press(Key.Key_F9, SHIFT)
        assert 0 <= strip.x() - page.viewport().x() - page.lineWrapColumnOrWidth() <= 12

    live(qapp, journey, empty_library)
