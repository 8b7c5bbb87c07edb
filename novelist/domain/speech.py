# SPDX-License-Identifier: MIT
"""What is spoken in a paragraph: between quotation marks of every style, or after a dash.

Only the paragraph itself is looked at. A speech that goes on in the next one is not closed in the
first (it then reaches to its end) and is opened again there, as books do it. Apostrophes are no
quotation marks. Of two marks inside each other the outer ones count. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from novelist.domain.insertions import insertions_after_dash, leading_dash


class Speech(NamedTuple):
    """Where something is spoken, its quotation marks included."""

    start: int
    end: int


_CLOSINGS: Final = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "”": "”", "「": "」",
    "『": "』", "｢": "｣", "﹁": "﹂", "﹃": "﹄", "〝": "〞〟", '"': '"', "＂": "＂", "‚": "‘",
    "‘": "’", "'": "'",
}  # fmt: skip
_BOUNDS: Final = {
    mark: re.compile("[" + re.escape(mark + closings) + "]") for mark, closings in _CLOSINGS.items()
}
_LONGEST: Final = 2_000  # characters of a speech in which marks are doubtful
_SINGLE: Final = "‘'"  # their closing mark is an apostrophe too
_DOUBTFUL: Final = "”»›"  # they close, but where a word follows they open: »so«, ”så”
_OPENING: Final = re.compile("[" + "".join(_CLOSINGS) + "]")
_WORD: Final = r"[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD_BEFORE: Final = re.compile(rf"(?:{_WORD})$")
_LETTER: Final = re.compile(r"[^\W_]")
# A swallowed syllable: the mark is an apostrophe.
_CLIPPED: Final = re.compile(
    r"(?:em|tis|twas|twere|twill|twould|til|till|cause|bout|neath|gainst|nother|course|fraid"
    r"|ere|im|er|is|ow|ave|ad|\d\ds?|n)\b",
    re.IGNORECASE,
)
_SPOKEN_END: Final = '.,!?…—–-;:”"。，！？；：)'


def speech_in(text: str, language: str = "") -> list[Speech]:
    """What is spoken in a paragraph, in order; ``language`` tells whose dashes they are."""
    quoted = list(_quoted(text)) if _OPENING.search(text) else []
    start = leading_dash(text, language)
    if start is None:
        return quoted
    said = list(_after_dash(text, start, language))
    return sorted(said + [each for each in quoted if not _is_inside(each, said)])


def _is_inside(speech: Speech, others: list[Speech]) -> bool:
    return any(speech.start < other.end and other.start < speech.end for other in others)


# -- quotation marks ---------------------------------------------------------------------------


def _quoted(text: str) -> Iterator[Speech]:
    place = 0
    while (found := _OPENING.search(text, place)) is not None:
        place = found.end()
        if not _opens(text, found.start()):
            continue
        end = _end_of(text, found.start())
        if end is not None:
            yield Speech(found.start(), end)
            place = end


def _opens(text: str, place: int) -> bool:
    """Whether the mark at that place begins a speech."""
    mark, after = text[place], text[place + 1 : place + 2]
    if mark in _DOUBTFUL:
        return (place == 0 or text[place - 1].isspace()) and bool(_LETTER.match(after))
    if mark == '"' or mark in _SINGLE:
        if not after or after.isspace() or _WORD_BEFORE.search(text[max(place - 1, 0) : place]):
            return mark == '"' and not after and not text[:place].strip()
        if mark == '"' or _CLIPPED.match(text, place + 1) is None:
            return True
        end = _single_end(text, place)  # ‘Twas late,’ he said.
        return end is not None and text[end - 2] in _SPOKEN_END
    return True


def _end_of(text: str, place: int) -> int | None:
    """The offset behind the closing mark, or the end of a paragraph that does not close it."""
    mark = text[place]
    if mark in _SINGLE:
        end = _single_end(text, place)
        return len(text) if end is None and _goes_on(text, place) else end
    closings, depth = _CLOSINGS[mark], 0
    first = None
    for found in _BOUNDS[mark].finditer(text, place + 1):
        if first is not None and found.start() > place + _LONGEST:
            return first
        if found[0] in closings:
            first = found.end() if first is None else first
            if not depth:
                return found.end()
            depth -= 1
        else:
            depth += 1
    return len(text) if first is None else first


def _goes_on(text: str, place: int) -> bool:
    """Whether a single mark without an end is a speech all the same: it begins the paragraph."""
    return text[place] == "‘" and not text[:place].strip() and not _CLIPPED.match(text, place + 1)


def _single_end(text: str, place: int) -> int | None:
    """Where a speech in single marks ends: at the mark behind a point, if there is one."""
    closing, limit = _CLOSINGS[text[place]], min(len(text), place + _LONGEST)
    if text[place] == "‘":
        following = text.find("‘", place + 1)
        limit = limit if following < 0 else min(following, limit)
    first, at = None, text.find(closing, place + 2, limit)
    while at >= 0:
        is_apostrophe = text[at - 1].isspace() or _LETTER.match(text, at + 1)
        if not is_apostrophe and text[at - 1] in _SPOKEN_END:
            return at + 1
        if not is_apostrophe and first is None:
            first = at + 1
        at = text.find(closing, at + 1, limit)
    return first


# -- dashes ------------------------------------------------------------------------------------


def _after_dash(text: str, start: int, language: str) -> Iterator[Speech]:
    """The speech of a paragraph that begins with a dash, without what the narrator puts in."""
    place = start
    for begin, end in insertions_after_dash(text, start, language):
        if place < begin:
            yield Speech(place, begin)
        place = end
    if place < len(text):
        yield Speech(place, len(text))
