# SPDX-License-Identifier: MIT
"""The marks inside a paragraph of novelWriter: ``_i_ **b** ~~s~~ ==m==`` and short codes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from novelist.domain import document as d
from novelist.importers.styling import Styling

FootnoteFinder = Callable[[str], d.JsonValue]
"""The blocks of the footnote of that key, or None where it is not defined."""

_MARKS: Final = {"_": d.EMPHASIS, "**": d.STRONG, "~~": d.STRIKE, "==": d.HIGHLIGHT}
_ENDS: Final = {  # where each may begin, and where it may end, as novelWriter looks for them
    sign: (
        re.compile(rf"(?<![\w\\]){re.escape(sign)}(?![\s{re.escape(sign[0])}])"),
        re.compile(rf"(?<![\s\\]){re.escape(sign)}(?!\w)"),
    )
    for sign in _MARKS
}
_CODES: Final = {
    "b": d.STRONG, "i": d.EMPHASIS, "s": d.STRIKE, "u": d.UNDERLINE, "m": d.HIGHLIGHT,
    "sup": d.SUPERSCRIPT, "sub": d.SUBSCRIPT,
}  # fmt: skip
_CODE: Final = re.compile(
    r"(?<!\\)\[(?:(?P<end>/?)(?P<mark>sup|sub|[bisum])|"
    r"(?P<kind>footnote|field):(?P<value>[^\[\]\n]+))\]|"
    r"(?<!\\)\[br\]\n?|\n|\\(?P<sign>[*_~=\[])",
    re.IGNORECASE,
)
_FIELDS: Final = {"textwords": "words", "allwords": "words", "manuscriptwords": "words"}


class _Event(NamedTuple):
    """Something at a place of a text that is not itself words."""

    start: int
    end: int
    do: Callable[[Styling], None]


def read_inlines(text: str, footnote: FootnoteFinder) -> tuple[d.Inline, ...]:
    """The inlines of a paragraph; line ends in it are line breaks."""
    events = sorted([*_pairs(text), *_codes(text, footnote)], key=lambda each: each.start)
    styling, at = Styling(), 0
    for event in events:
        if event.start >= at:
            styling.text(text[at : event.start])
            event.do(styling)
            at = event.end
    styling.text(text[at:])
    return styling.cut()


def _pairs(text: str) -> Iterator[_Event]:
    for sign, (opening, closing) in _ENDS.items():
        if text.count(sign) > 1:
            yield from _pairs_of(text, sign, opening, closing)


def _pairs_of(
    text: str, sign: str, opening: re.Pattern[str], closing: re.Pattern[str]
) -> Iterator[_Event]:
    ends = [found.start() for found in closing.finditer(text)]
    done = 0
    for found in opening.finditer(text):
        start = found.start()
        place = bisect_left(ends, start + len(sign) + 1)
        if start < done or place == len(ends):
            continue
        done = ends[place] + len(sign)
        yield _Event(start, start + len(sign), partial(Styling.begin, name=_MARKS[sign]))
        yield _Event(ends[place], done, partial(Styling.end, name=_MARKS[sign]))


def _codes(text: str, footnote: FootnoteFinder) -> Iterator[_Event]:
    for found in _CODE.finditer(text):
        do = _meaning(found, footnote)
        if do is not None:
            yield _Event(found.start(), found.end(), do)


def _meaning(found: re.Match[str], footnote: FootnoteFinder) -> Callable[[Styling], None] | None:
    """What a code does; None for one that stays as it is written."""
    if found["mark"]:
        mark = _CODES[found["mark"].lower()]
        return lambda styling: styling.end(mark) if found["end"] else styling.begin(mark)
    if found["sign"]:
        return lambda styling: styling.text(found["sign"])
    if not found["kind"]:
        return lambda styling: styling.atom(d.LINE_BREAK)
    value = found["value"].strip()
    if found["kind"].lower() == "field":
        name = _FIELDS.get(value.lower(), value)
        return lambda styling: styling.atom(d.PLACEHOLDER, {"name": name})
    blocks = footnote(value)
    if blocks is None:
        return None
    return lambda styling: styling.atom(d.FOOTNOTE, {"id": value, "blocks": blocks})
