# SPDX-License-Identifier: MIT
"""How large a picture is shown, from what the text says of it alone: no file is looked at.

So a text is laid out the same before its pictures are loaded and after.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from novelist.domain.document import JsonValue

NARROWEST: Final = 24
TALLEST: Final = 1_400
_USUAL: Final = (320, 214)  # of a picture that does not say how large it is
_CAPTION_SIZE: Final = 0.82  # of the text
_CAPTION_LINE: Final = 1.45  # of its letters
_CAPTION_GAP: Final = 6
_MOST_LINES: Final = 4
_NARROW_LETTER: Final = 0.54  # of an em


@dataclass(frozen=True, slots=True)
class PictureRoom:
    """What a picture takes of the page in pixels, before the zoom."""

    width: float
    height: float
    caption: int = 0
    """The height of the words below it, with the gap."""

    @property
    def total(self) -> int:
        """The height of all of it."""
        return math.ceil(self.height) + self.caption


def fitting(width: float, height: float, measure: float) -> tuple[float, float]:
    """A size in these proportions that is no wider than ``measure`` and not too tall."""
    scale = min(1.0, measure / max(width, 1), TALLEST / max(height, 1))
    return max(width * scale, 1.0), max(height * scale, 1.0)


def room_of(attrs: Mapping[str, JsonValue], measure: int, em: float) -> PictureRoom:
    """The room of a picture in a column so wide, with letters of ``em`` pixels."""
    width, height = fitting(*said_size(attrs), measure)
    return PictureRoom(width, height, _caption_height(attrs.get("caption"), measure, em))


def said_size(attrs: Mapping[str, JsonValue]) -> tuple[float, float]:
    """The width and height that the text says; in usual proportions where it says less."""
    width, height = _positive(attrs.get("width")), _positive(attrs.get("height"))
    if width and height:
        return width, height
    usual = _USUAL[1] / _USUAL[0]
    if height:
        return height / usual, height
    return (width, width * usual) if width else _USUAL


def has_size(attrs: Mapping[str, JsonValue]) -> bool:
    """Whether the text says how large the picture is."""
    return bool(_positive(attrs.get("width")) and _positive(attrs.get("height")))


def caption_size(em: float) -> float:
    """The size of the letters of a caption beside a text of that size."""
    return em * _CAPTION_SIZE


def _caption_height(caption: JsonValue, measure: int, em: float) -> int:
    """Room for the words, from their number: the page must not wait for a layout of them."""
    if not isinstance(caption, str) or not caption.strip():
        return 0
    size = caption_size(em)
    length = sum(
        size * (1 if unicodedata.east_asian_width(letter) in "WF" else _NARROW_LETTER)
        for letter in caption[: measure * _MOST_LINES]
    )
    lines = min(max(math.ceil(length / max(measure, 1)), 1), _MOST_LINES)
    return round(lines * size * _CAPTION_LINE) + _CAPTION_GAP


def _positive(value: JsonValue) -> float:
    """A number of pixels; 0 for whatever is none. JSON may say Infinity, or 10^300."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if NARROWEST / 24 <= value <= 100_000 else 0.0
