# SPDX-License-Identifier: MIT
"""Aligned columns in a terminal, where a Han character is two cells wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

WIDEST_CELL: Final = 60
_GAP: Final = "  "


def width_of(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clean(text: str) -> str:
    """The text without anything that could steer a terminal, on one line."""
    spaced = " ".join(text.split())
    return "".join(char if char.isprintable() else "\ufffd" for char in spaced)


def shortened(text: str, widest: int = WIDEST_CELL) -> str:
    """The text, cut with … where it is wider than ``widest`` cells."""
    if width_of(text) <= widest:
        return text
    kept, room = "", widest - 1
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        kept += char
    return f"{kept}…"


def table(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """The rows in aligned columns; ``right`` says which stand to the right."""
    cells = [[shortened(text) for text in row] for row in rows]
    widths = [max(width_of(row[column]) for row in cells) for column in range(len(right))]
    return "\n".join(
        _GAP.join(
            _padded(text, width, to_right)
            for text, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in cells
    )


def _padded(text: str, width: int, to_right: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if to_right else text + space
