# SPDX-License-Identifier: MIT
"""Papers and trim sizes, their margins, and how wide the inner one is in a thick book.

Margins after the practice of KDP and IngramSpark, and of Chinese publishers for the 开 sizes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

INCH: Final = 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page and its margins, in millimetres."""

    width: float
    height: float
    inside: float
    outside: float
    top: float
    bottom: float
    is_trim: bool = False
    """Whether pages of it are bound into a book, so that the inner margin grows."""


PAPERS: Final[Mapping[str, Paper]] = {
    "letter": Paper(8.5 * INCH, 11 * INCH, INCH, INCH, INCH, INCH),
    "a4": Paper(210, 297, INCH, INCH, INCH, INCH),
    "5x8": Paper(5 * INCH, 8 * INCH, 15.9, 13, 17.8, 19.0, is_trim=True),
    "5.5x8.5": Paper(5.5 * INCH, 8.5 * INCH, 15.9, 15.2, 20.3, 19.0, is_trim=True),
    "6x9": Paper(6 * INCH, 9 * INCH, 15.9, 16.5, 20.3, 20.3, is_trim=True),
    "a5": Paper(148, 210, 18, 15, 18, 18, is_trim=True),
    "big-32k": Paper(140, 203, 20, 16, 20, 20, is_trim=True),
    "16k": Paper(170, 240, 22, 18, 20, 20, is_trim=True),
}
"""By the key that a preset names: 大32开 is "big-32k", 16开 "16k"."""

_LETTER_LANGUAGES: Final = frozenset({"en", "en-us", "en-ca", "es-us", "es-mx"})
_LEAST_ROOM: Final = 20.0  # millimetres of text, whatever the margins ask for
_GUTTERS: Final = ((150, 0.375), (300, 0.5), (500, 0.625), (700, 0.75))
_THICKEST: Final = 0.875
_FOR_THE_EYE: Final = 0.25  # inches beside what the printer asks for


def inner_margin(paper: Paper, pages: int) -> float:
    """The inner margin of a book of so many pages, in millimetres."""
    if not paper.is_trim:
        return paper.inside
    gutter = next((inches for most, inches in _GUTTERS if pages <= most), _THICKEST)
    return max(paper.inside, (gutter + _FOR_THE_EYE) * INCH)


def paper_key(key: str, language: str) -> str:
    """The paper that a preset names; "" is that of the language: letter for those of America."""
    if key:
        return key
    return "letter" if language.replace("_", "-").casefold() in _LETTER_LANGUAGES else "a4"


def fitting(first: float, second: float, whole: float) -> tuple[float, float]:
    """Two margins that face each other, made smaller where they leave no room for text."""
    first, second = max(first, 0.0), max(second, 0.0)
    most = whole - _LEAST_ROOM
    if first + second <= most:
        return first, second
    scale = most / (first + second)
    return first * scale, second * scale
