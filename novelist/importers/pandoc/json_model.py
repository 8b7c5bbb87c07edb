# SPDX-License-Identifier: MIT
"""Reads pandoc's JSON block by block: Python's own reader keeps all other threads waiting.

Of a novel that is a quarter of a second in which no key is taken; of a block it is nothing.
"""

from __future__ import annotations

import json
from typing import Any, Final

_SPACES: Final = " \t\r\n"
_DECODER: Final = json.JSONDecoder()


def read_model(data: bytes) -> dict[str, Any]:
    """The object that pandoc wrote. Raises ``ValueError`` or ``RecursionError``."""
    text = data.decode()
    model: dict[str, Any] = {}
    place = _after(text, 0, "{")
    while _at(text, place) != "}":
        key, place = _DECODER.raw_decode(text, _skip(text, place))
        place = _after(text, place, ":")
        model[key], place = _value(text, place)
        place = _skip(text, place)
        if _at(text, place) == ",":
            place = _skip(text, place + 1)
    if _skip(text, place + 1) != len(text):
        raise ValueError("more than one document")
    return model


def _value(text: str, place: int) -> tuple[Any, int]:
    """The value at a place and where it ends; a list is read value by value."""
    if _at(text, place) != "[":
        return _DECODER.raw_decode(text, place)
    found: list[Any] = []
    place = _skip(text, place + 1)
    while _at(text, place) != "]":
        value, place = _DECODER.raw_decode(text, place)
        found.append(value)
        place = _skip(text, place)
        if _at(text, place) == ",":
            place = _skip(text, place + 1)
    return found, place + 1


def _after(text: str, place: int, sign: str) -> int:
    """Behind a sign that must come next, and the space after it."""
    place = _skip(text, place)
    if _at(text, place) != sign:
        raise ValueError(f"{sign} is missing")
    return _skip(text, place + 1)


def _at(text: str, place: int) -> str:
    if place >= len(text):
        raise ValueError("it ends too early")
    return text[place]


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in _SPACES:
        place += 1
    return place
