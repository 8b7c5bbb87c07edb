# SPDX-License-Identifier: MIT
"""The words of elements without their looks: of comments, and of what was deleted."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.odt.names import q, value

SPACES: Final = re.compile(r"[ \t\r\n]+")
"""White space of the file; that of the text has elements."""
MOST_SPACES: Final = 1_000
_PARAGRAPHS: Final = frozenset({q("text:p"), q("text:h")})
_SILENT: Final = frozenset(
    {q(name) for name in (
        "text:note-citation", "office:annotation", "dc:creator", "dc:date", "meta:date-string",
        "meta:creator-initials", "office:change-info", "office:binary-data", "text:ruby-text",
        "svg:title", "svg:desc",
    )}
)  # fmt: skip


def spoken(element: Element) -> str:
    """All words inside, a paragraph a line."""
    parts: list[str] = []
    _gather(element, parts)
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parts).split("\n"))
    return "\n".join(lines).strip("\n")


def has_words(element: Element) -> bool:
    """Whether anything but white space is inside."""
    return any(not text.isspace() for text in element.itertext() if text)


def spaces_of(element: Element) -> int:
    """How many spaces a ``text:s`` stands for."""
    count = value(element, "text:c")
    return min(int(count), MOST_SPACES) if count.isdecimal() and len(count) < 9 else 1


def _gather(element: Element, parts: list[str]) -> None:
    for child in element:
        if child.tag in _PARAGRAPHS and parts and not parts[-1].endswith("\n"):
            parts.append("\n")
        if child.tag == q("text:s"):
            parts.append(" " * spaces_of(child))
        elif child.tag == q("text:tab"):
            parts.append("\t")
        elif child.tag == q("text:line-break"):
            parts.append("\n")
        elif child.tag not in _SILENT:
            if element_text := child.text:
                parts.append(SPACES.sub(" ", element_text))
            _gather(child, parts)
        if child.tail and child.tag not in _PARAGRAPHS and element.tag != q("office:annotation"):
            parts.append(SPACES.sub(" ", child.tail))
