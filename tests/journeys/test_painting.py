# SPDX-License-Identifier: MIT
"""What a key paints: its own paragraph and no more, however much lies on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QRegion

from tests.journeys.program import live
from tests.journeys.test_browsing import open_novel

Key = Qt.Key
WORDS = "The tide went out\nand came\nand went and came again\nuntil the wind turned"


class Paints(QObject):
    """What was painted of a widget, in its own places."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


async def painted(program, widget, act):
    """What doing something paints of a widget, once all that it asks for is painted."""
    paints = Paints(widget)
    act()
    await program.until(lambda: not paints.region.isEmpty(), "nothing was painted")
    widget.removeEventFilter(paints)
    return paints.region.boundingRect()


def lines_of(page, block):
    """Where the lines of a paragraph lie on the page."""
    rect = page.document().documentLayout().blockBoundingRect(block)
    return rect.translated(0, -page.verticalScrollBar().value()).toAlignedRect()


@pytest.mark.parametrize("is_flowing", [False, True])
def test_a_key_paints_its_paragraph_alone(is_flowing, qapp, empty_library):
    async def journey(program):
        _, (ebb, *_) = await open_novel(program)
        await program.open_scene(ebb)
        program.type(WORDS)
        if is_flowing:
            program.press(Key.Key_F9)
            await program.until(lambda: program.page.is_embedded, "nothing flows")
        await program.saved()
        program.control(Key.Key_Home)
        program.press(Key.Key_Down)
        program.press(Key.Key_End)
        for letter in " in":
            await painted(program, program.page.viewport(), lambda key=letter: program.type(key))
        area = await painted(program, program.page.viewport(), lambda: program.type("g"))
        block = program.page.textCursor().block()
        assert area.intersects(lines_of(program.page, block))
        assert area.bottom() < lines_of(program.page, block.next()).center().y()

    live(qapp, journey, empty_library)
