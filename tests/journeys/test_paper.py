# SPDX-License-Identifier: MIT
"""Another paper is chosen for the page, alone and where scenes flow; it is there the next day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox

from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

NIGHT, CREAM = QColor("#111010"), QColor("#FBF3E2")


def ground(widget):
    """The colour of a widget near its lower right corner, where nothing is written."""
    image = widget.grab().toImage()
    return image.pixelColor(image.width() - 40, image.height() - 12)


def choose(program, sheet):
    """In the preferences, by the keys that go through the list."""
    program.controller.commands.show_preferences()
    field = program.child("preferences_page_sheet")
    assert isinstance(field, QComboBox)
    field.setFocus()
    program.press(Qt.Key.Key_Home)
    for _ in range(field.findData(sheet)):
        program.press(Qt.Key.Key_Down)
    program.press(Qt.Key.Key_Escape)


def test_the_paper_is_chosen_and_all_that_is_written_on_takes_it(qapp, empty_library):
    async def journey(program):
        _, (ebb, *_) = await open_novel(program)
        await program.open_scene(ebb)
        choose(program, "night")
        assert ground(program.page) == NIGHT
        program.press(Qt.Key.Key_F9)
        await program.until(lambda: program.editor.flow is not None)
        await program.until(lambda: ground(program.editor.flow) == NIGHT)
        choose(program, "cream")
        assert ground(program.editor.flow) == CREAM
        assert program.controller.context.theme.colour("page") not in (CREAM, NIGHT)

    async def next_day(program):
        assert program.editor.paper.colour("page") == CREAM

    live(qapp, journey, empty_library)
    live(qapp, next_day, empty_library)
