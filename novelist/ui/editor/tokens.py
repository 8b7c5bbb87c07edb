# SPDX-License-Identifier: MIT
"""HTML cut into tags and words, in a time that grows with its length alone.

Not ``html.parser``: on some supported versions of Python it takes the square of the length for
HTML with many unclosed tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from html import unescape
from typing import Final

_NAME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9:-]{0,30}")
_ATTRIBUTE: Final = re.compile(r"""(?<![a-zA-Z:-])([a-zA-Z:-]+)=("[^"]*"|'[^']*'|[^\s"'>]*)""")
_SPACED_EQUALS: Final = re.compile(r"[ \t\r\n]?=[ \t\r\n]?")
_LONGEST_TAG: Final = 20_000
_NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag with its attributes; names are in lower case."""

    name: str
    is_end: bool = False
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def style(self) -> dict[str, str]:
        """The declarations of the style attribute, in lower case."""
        pairs = (part.partition(":") for part in self.attributes.get("style", "").split(";"))
        return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def tokens(html: str, skipped: Set[str]) -> Iterator[Tag | str]:
    """The tags and the text between them; comments and what is inside ``skipped`` are left out."""
    position, length = 0, len(html)
    while position < length:
        start = html.find("<", position)
        if start == _NOWHERE:
            yield html[position:]
            return
        if start > position:
            yield html[position:start]
        tag, position = _read_tag(html, start)
        if tag is None:
            if position == start + 1:
                yield "<"
        elif tag.name in skipped and not tag.is_end:
            position = _after_element(html, tag.name, position)
        else:
            yield tag


def _read_tag(html: str, start: int) -> tuple[Tag | None, int]:
    """The tag at ``start`` and the position after it; None for comments and a lone "<"."""
    if html.startswith("<!--", start):
        return None, _after(html, "-->", start + 4)
    if html.startswith(("<!", "<?"), start):
        return None, _after(html, ">", start)
    is_end = html.startswith("/", start + 1)
    name = _NAME.match(html, start + 1 + is_end)
    if name is None:
        return None, start + 1
    end = _end_of_tag(html, name.end())
    inside = html[name.end() : end]
    attributes = {} if is_end else _attributes(inside)
    return Tag(name[0].lower(), is_end, attributes), end + 1


def _end_of_tag(html: str, start: int) -> int:
    """Where the ">" of a tag is, one inside quotes not counted; at most so far away."""
    quote = ""
    limit = min(len(html), start + _LONGEST_TAG)
    for position in range(start, limit):
        character = html[position]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and html[position - 1] == "=":
            quote = character
        elif character == ">":
            return position
    found = html.find(">", start, limit)
    return found if found != _NOWHERE else limit


def _attributes(inside: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(_SPACED_EQUALS.sub("=", inside))
    return {name.lower(): unescape(value.strip("\"'")) for name, value in pairs}


def _after(html: str, end: str, start: int) -> int:
    """The position after the next ``end``, or the end of everything."""
    found = html.find(end, start)
    return len(html) if found == _NOWHERE else found + len(end)


def _after_element(html: str, name: str, start: int) -> int:
    """The position after ``</name``; what is not closed reaches to the end."""
    closing = re.compile(f"</{re.escape(name)}[^>]{{0,100}}>?", re.IGNORECASE)
    found = closing.search(html, start)
    return found.end() if found else len(html)
