# SPDX-License-Identifier: MIT
"""Which columns an ``Edit`` may hold, and how the packed value of each is read.

Nothing is taken on trust: a value that is of no such form raises ``EditFormatError``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from novelist.domain.entities import EntityField
from novelist.errors import EditFormatError

DAY: Final = "on"  # {"on": "2026-01-31"}
MOMENT: Final = "at"  # {"at": "2026-01-31T12:00:00.000001+00:00"}
_HIGHEST: Final = 2**63 - 1  # of an integer in a library

Readers = Mapping[str, Callable[[object], Any]]


def read_whole(value: object) -> int:
    """An integer that a library can hold."""
    if type(value) is not int or not -_HIGHEST <= value <= _HIGHEST:
        raise EditFormatError("a number is missing")
    return value


def read_text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise EditFormatError("a text is missing")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise EditFormatError("a yes or no is missing")
    return value


def _moment(value: object) -> datetime:
    if not isinstance(value, dict) or value.keys() != {MOMENT}:
        raise EditFormatError("a moment is missing")
    try:
        found = datetime.fromisoformat(read_text(value[MOMENT]))
    except ValueError as error:
        raise EditFormatError("a moment is none") from error
    if found.tzinfo is None:
        raise EditFormatError("a moment is of no zone")
    return found


def _day(value: object) -> date:
    if not isinstance(value, dict) or value.keys() != {DAY}:
        raise EditFormatError("a day is missing")
    try:
        return date.fromisoformat(read_text(value[DAY]))
    except ValueError as error:
        raise EditFormatError("a day is none") from error


def _or_none(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: None if value is None else read(value)


def read_list(value: object) -> list[Any]:
    """A list, whatever is in it."""
    if not isinstance(value, list):
        raise EditFormatError("a list is missing")
    return value


def _names(value: object) -> tuple[str, ...]:
    return tuple(read_text(each) for each in read_list(value))


def _fields(value: object) -> tuple[EntityField, ...]:
    pairs = [read_list(each) for each in read_list(value)]
    if any(len(pair) != 2 for pair in pairs):
        raise EditFormatError("a field is no name and value")
    return tuple(EntityField(read_text(name), read_text(each)) for name, each in pairs)


ITEM_COLUMNS: Final[Readers] = {
    "parent_id": _or_none(read_whole),
    "position": read_whole,
    "title": read_text,
    "synopsis": read_text,
    "notes": read_text,
    "status_id": _or_none(read_whole),
    "label_id": _or_none(read_whole),
    "in_manuscript": _flag,
    "target": _or_none(read_whole),
    "deleted_at": _or_none(_moment),
    "trashed_with": _or_none(read_whole),
}
NOVEL_COLUMNS: Final[Readers] = {
    "title": read_text,
    "subtitle": read_text,
    "author": read_text,
    "language": read_text,
    "genre": read_text,
    "series": read_text,
    "series_index": _or_none(read_whole),
    "logline": read_text,
    "target": _or_none(read_whole),
    "target_unit": read_text,
    "deadline": _or_none(_day),
    "deleted_at": _or_none(_moment),
}
CHOICE_COLUMNS: Final[Readers] = {
    "name": read_text,
    "hue": read_text,
    "position": read_whole,
    "there": _flag,
}
COMMENT_COLUMNS: Final[Readers] = {
    "text": read_text,
    "edited_at": _or_none(_moment),
    "resolved_at": _or_none(_moment),
    "deleted_at": _or_none(_moment),
}
ENTITY_COLUMNS: Final[Readers] = {
    "kind": read_text,
    "name": read_text,
    "aliases": _names,
    "summary": read_text,
    "notes": read_text,
    "fields": _fields,
    "position": read_whole,
    "deleted_at": _or_none(_moment),
}
FIELDS_COLUMNS: Final[Readers] = {"fields": _fields}  # of an item
