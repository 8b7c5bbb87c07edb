# SPDX-License-Identifier: MIT
"""What hangs in the margin beside a flowing scene ends on one edge, with a status or without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from novelist.ui.manuscript.section import FlowScene


def last_ink(view, top, height):
    """The rightmost painted pixel left of the text, in a band of the page."""
    band = QRect(0, top, view.flow.left - 8, height)
    image = view.viewport().grab(band).toImage()
    ground = image.pixelColor(0, 0)
    columns = range(image.width() - 1, -1, -1)
    rows = range(image.height())
    return next(x for x in columns if any(image.pixelColor(x, y) != ground for y in rows))


@pytest.mark.parametrize("status", ["", "moss"])
def test_title_dot_and_count_end_on_one_edge(make_flow, status):
    flowing = make_flow("The ebb", "The flood", size=(1400, 700))
    view = flowing.view
    first = FlowScene(1, "HHHH", count="4 words", status=status)
    view.show_scenes([first, FlowScene(2, "B", count="2 words")])
    flowing.bring([1, 2])
    top = round(view.text_top(view.flow.find(1)))
    assert abs(last_ink(view, top, 20) - last_ink(view, top + 26, 14)) <= 2
