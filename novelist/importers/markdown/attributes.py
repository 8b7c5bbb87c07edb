# SPDX-License-Identifier: MIT
"""Attribute lists of our Markdown: ``{.class key="value" width=300}``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Final

from novelist.domain.document import JsonValue

_CLASS: Final = re.compile(r"\.([A-Za-z][\w-]*)")
_IDENTIFIER: Final = re.compile(r"#[\w-]+")
_KEY: Final = re.compile(r"([A-Za-z][\w:-]*)=")
_WORD: Final = re.compile(r"[^\s\"'{}=<>\[\]]+")
_TITLE_END: Final = re.compile(r"(?:^|[ \t])\{")


def _refuse(constant: str) -> JsonValue:
    raise ValueError(constant)


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse)


@dataclass(slots=True)
class Attributes:
    """The classes and values of one list."""

    classes: list[str] = field(default_factory=list)
    values: dict[str, JsonValue] = field(default_factory=dict)


def read_attributes(text: str, start: int) -> tuple[Attributes, int] | None:
    """The list that begins at ``start`` and where it ends, or None where there is none."""
    if text[start : start + 1] != "{" or text[start + 1 : start + 2] == "}":
        return None
    found = Attributes()
    position = start + 1
    while position < len(text):
        while text[position : position + 1] in (" ", "\t"):
            position += 1
        if text[position : position + 1] == "}":
            return None if text[start + 1 : position].isspace() else (found, position + 1)
        end = _read_item(text, position, found)
        if end is None or text[end : end + 1] not in (" ", "\t", "}"):
            return None
        position = end
    return None


def split_title(text: str) -> tuple[str, Attributes]:
    """The title of a heading without the attribute list after it, and that list."""
    for match in _TITLE_END.finditer(text):
        found = read_attributes(text, match.end() - 1)
        if found is not None and found[1] == len(text):
            return text[: match.start()].rstrip(), found[0]
    return text, Attributes()


def whole_line(text: str) -> Attributes | None:
    """The list that a line consists of, or None where it is anything else."""
    found = read_attributes(text, 0)
    return found[0] if found is not None and found[1] == len(text) else None


def _read_item(text: str, position: int, found: Attributes) -> int | None:
    """Add the class or value at ``position``; where it ends."""
    if match := _CLASS.match(text, position):
        found.classes.append(match[1])
        return match.end()
    if match := _IDENTIFIER.match(text, position):
        return match.end()
    if match := _KEY.match(text, position):
        value, end = _read_value(text, match.end())
        found.values[match[1]] = value
        return end
    return None


def _read_value(text: str, position: int) -> tuple[JsonValue, int | None]:
    try:
        value, end = _DECODER.raw_decode(text, position)
        json.dumps(value, ensure_ascii=False).encode()  # half a character cannot be stored
    except (ValueError, RecursionError):
        end = None
    if end is not None and text[end : end + 1] in (" ", "\t", "}"):
        return value, end
    word = _WORD.match(text, position)
    return (word[0], word.end()) if word else (None, None)
