# SPDX-License-Identifier: MIT
"""Where sentences begin and end in a paragraph, in English, in Chinese and their like.

Closing quotation marks and brackets belong to the sentence that they close, and so do the blanks
behind it. What follows a closed speech in small letters (“Go!” he said) or names who spoke
(“走！”他说) goes on with the same sentence. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_REACH: Final = 1_500  # characters to both sides of a place that are looked at, at the most
_CLOSING: Final = "”’\"'」』»›）)］】〕〞﹂﹄]"
_WIDE: Final = "。！？｡"
_END: Final = re.compile(rf"(?:[{_WIDE}]+|(?:……|⋯⋯)|[.!?…]+)[{re.escape(_CLOSING)}]*(?P<blank>\s*)")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(“‘\"'—])(?:Mrs?|Ms|Messrs|Mmes?|Dr|Prof|St|Sr|Jr|Rev|Hon|Capt|Col|Gen|Lt|Sgt|Maj"
    r"|Mt|No|vs|etc|e\.g|i\.e|cf|Fig|fig|vol|ch|p|pp|M|MM|Mlle|Mme|[A-Z])$"
)
_SPEAKER: Final = re.compile(
    r"[^，。！？；“”「」…]{0,10}(?:说|説|道|问|問|喊|叫|答|吼|嚷|笑着|低语|嘟囔|回应)"
)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The start and end of the sentence that a caret at that offset stands in.

    Between two sentences it is the later one; behind the last it is the last.
    """
    low, high = max(offset - _REACH, 0), min(offset + _REACH, len(text))
    start = low
    for end in _ends(text, low, high):
        if end > offset or end == len(text):
            return start, end
        start = end
    return start, high


def sentences(text: str) -> list[tuple[int, int]]:
    """All sentences of a paragraph; nothing is left out, not even blanks."""
    found, start = [], 0
    for end in _ends(text, 0, len(text)):
        found.append((start, end))
        start = end
    if start < len(text):
        found.append((start, len(text)))
    return found


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    """The offsets at which a sentence ends, its blanks included."""
    for found in _END.finditer(text, low, high):
        if _is_end(text, found):
            yield found.end()


def _is_end(text: str, found: re.Match[str]) -> bool:
    marks, after = found[0].rstrip(), text[found.end() : found.end() + 1]
    if not after:
        return True
    point = marks.rstrip(_CLOSING)
    is_closed = len(point) < len(marks)
    if point[-1] in _WIDE or point in ("……", "⋯⋯"):
        return _is_wide_end(text, found.end(), point, is_closed=is_closed)
    if not found["blank"]:
        return _is_ideograph(after) and point != "."
    if after.islower() or after in "—–-,;:":
        return False
    return not (point == "." and not is_closed and _is_abbreviated(text, found.start()))


def _is_wide_end(text: str, end: int, point: str, *, is_closed: bool) -> bool:
    """After a Chinese full stop; dots end a sentence only where a speech ends with them."""
    if text[end] in "，、；：,;:—":
        return False
    if point[-1] in "…⋯":
        return is_closed and _SPEAKER.match(text, end) is None
    return not is_closed or _SPEAKER.match(text, end) is None


def _is_abbreviated(text: str, point: int) -> bool:
    return _ABBREVIATION.search(text[max(point - 8, 0) : point]) is not None


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character in "“「『《"
