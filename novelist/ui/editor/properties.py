# SPDX-License-Identifier: MIT
"""How the model's meaning is carried by Qt's text formats: as JSON in user properties.

Only these properties are read back. What a format looks like (``styles.py``) is derived from them
and never the other way round, so nothing that this version does not know can be lost.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextFormat

from novelist.domain.document import NO_MARKS, PARAGRAPH, JsonValue, Mark, Marks

_FIRST: Final = QTextFormat.Property.UserProperty.value + 0x100
BLOCK: Final = _FIRST  # of a block: JSON [kind, {attrs}]; absent for a plain paragraph
KEPT: Final = _FIRST + 1  # of a block: it stands in the document although it is alone and empty
MARKS: Final = _FIRST + 2  # of characters: JSON [[name, value, raw], …]; absent without marks
ATOM: Final = _FIRST + 3  # of an object character: JSON [kind, {attrs}]
ODD: Final = _FIRST + 4  # of an object character: the code of a character that Qt would change
CAPTION_ROOM: Final = _FIRST + 16  # of a picture: what its block keeps free below it

ATOM_OBJECT: Final = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER: Final = "\ufffc"
LINE_SEPARATOR: Final = "\u2028"

_CACHED: Final = 4096


@lru_cache(_CACHED)
def _decode_pair(key: str) -> tuple[str, Mapping[str, JsonValue]]:
    kind, attrs = json.loads(key)
    return kind, attrs


@lru_cache(_CACHED)
def _decode_marks(key: str) -> Marks:
    return tuple(Mark(name, value, raw) for name, value, raw in json.loads(key))


@lru_cache(_CACHED)
def marks_key(marks: Marks) -> str:
    """The property text of some marks; "" for none."""
    if not marks:
        return ""
    return json.dumps([[mark.name, mark.value, mark.raw] for mark in marks])


def block_key(kind: str, attrs: Mapping[str, JsonValue]) -> str:
    """The property text of a kind of block and its attributes; "" for a plain paragraph."""
    if kind == PARAGRAPH and not attrs:
        return ""
    return json.dumps([kind, dict(attrs)])


def atom_key(kind: str, attrs: Mapping[str, JsonValue]) -> str:
    """The property text of an atom."""
    return json.dumps([kind, dict(attrs)])


def block_meaning(block_format: QTextFormat) -> tuple[str, Mapping[str, JsonValue]]:
    """The kind and attributes that a block format carries."""
    key = block_format.property(BLOCK)
    return _decode_pair(key) if key else (PARAGRAPH, {})


def atom_meaning(character_format: QTextFormat) -> tuple[str, Mapping[str, JsonValue]] | None:
    """The kind and attributes of an atom, or None where the format carries none."""
    key = character_format.property(ATOM)
    return _decode_pair(key) if key else None


def marks_of(character_format: QTextCharFormat) -> Marks:
    """The marks that a character format carries."""
    key = character_format.property(MARKS)
    return _decode_marks(key) if key else NO_MARKS


def marks_from(key: str) -> Marks:
    """The marks of a property text."""
    return _decode_marks(key)
