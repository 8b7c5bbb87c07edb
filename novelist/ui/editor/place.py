# SPDX-License-Identifier: MIT
"""The place in a text as the layout of the window keeps it from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from novelist.settings import Place
from novelist.ui.editor.anchor import Anchor

if TYPE_CHECKING:
    from novelist.ui.editor.panel import EditorPanel


class Where(TypedDict):
    """What ``EditorPanel.show_text`` wants to know to go back to a place."""

    caret: int
    scroll: int
    first_line: Anchor | None


def place_in(editor: EditorPanel) -> Place:
    """Where the caret and the page stand now."""
    line = editor.first_line
    return Place(editor.caret, editor.scroll_position, line.position, line.y)


def back_to(place: Place) -> Where:
    """How to show the text at a place again."""
    line = Anchor(place.top, place.shift) if place.top else None
    return Where(caret=place.caret, scroll=place.scroll, first_line=line)
