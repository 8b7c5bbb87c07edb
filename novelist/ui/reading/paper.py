# SPDX-License-Identifier: MIT
"""The paper that is read on: that of the window, or another one of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from novelist.ui.theme import Theme, load_tokens

PAPERS: Final = ("theme", "light", "sepia", "dark")


@dataclass(frozen=True)
class Paper:
    """The colours of a page and what lies around it."""

    page: QColor
    ground: QColor
    line: QColor
    text: QColor
    quiet: QColor


def paper(theme: Theme, choice: str) -> Paper:
    """The colours of one of ``PAPERS``; what is no paper is the theme's own."""
    names = ("page", "window", "line", "text", "text_3")
    if choice in PAPERS[1:]:
        tokens = load_tokens()["color"][choice]
        return Paper(*(QColor(tokens[name]) for name in names))
    return Paper(*(theme.colour(name) for name in names))
