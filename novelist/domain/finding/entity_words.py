# SPDX-License-Identifier: MIT
"""The words of an entity, or of custom fields, spot by spot: to be searched, replaced and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from novelist.domain.entities import Entity, EntityField, EntityKind, tidy_values

WORDED: Final = ("name", "aliases", "summary", "notes", "fields")
"""The columns of an entity that a person writes."""
_LINE: Final = re.compile(r"\n(?!\t)")
_SPECIAL: Final = re.compile(r"([\\:]|\A\t)")
_NAME: Final = re.compile(r"((?:[^\\:]|\\.)*): ?", re.DOTALL)


class Spot(NamedTuple):
    """Where words stand: in a column; ``number`` counts other names and custom fields.

    Of a custom field it is the value, or the name.
    """

    column: str
    number: int = 0
    is_name: bool = False


def words_of_entity(entity: Entity) -> list[tuple[Spot, str]]:
    """All that is written of an entity, in the order of its form."""
    return list(words_of({column: getattr(entity, column) for column in WORDED}))


def words_of(values: Mapping[str, Any]) -> Iterator[tuple[Spot, str]]:
    """All that is written in some columns, in the order of the form."""
    for column in WORDED:
        if column not in values:
            continue
        if column == "aliases":
            yield from ((Spot(column, n), name) for n, name in enumerate(values[column]))
        elif column == "fields":
            for number, field in enumerate(values[column]):
                yield Spot(column, number, is_name=True), field.name
                yield Spot(column, number), field.value
        else:
            yield Spot(column), values[column]


def with_words(values: Mapping[str, Any], words: Mapping[Spot, str]) -> dict[str, Any]:
    """The columns with other words in some spots that they have."""
    changed = {name: list(value) if name in _LISTS else value for name, value in values.items()}
    for spot, text in words.items():
        if spot.column == "fields":
            name = "name" if spot.is_name else "value"
            fields = changed["fields"]
            fields[spot.number] = replace(fields[spot.number], **{name: text})
        elif spot.column == "aliases":
            changed["aliases"][spot.number] = text
        else:
            changed[spot.column] = text
    return {name: tuple(value) if name in _LISTS else value for name, value in changed.items()}


def written_fields(fields: Iterable[EntityField]) -> str:
    """Custom fields as text that a person reads, and ``read_fields`` too: nothing is lost.

    “Born: 1871”, one after the other; further lines of a value begin with a tab.
    """
    return "\n".join(map(_written, fields))


def read_fields(text: str) -> tuple[EntityField, ...]:
    """What ``written_fields`` wrote; a line without a colon is a value without a name."""
    return tuple(map(_read_field, _LINE.split(text))) if text else ()


def written_columns(values: Mapping[str, Any]) -> dict[str, str]:
    """Columns of an entity, its kind among them, as text that a person reads."""
    return {name: _AS_TEXT.get(name, str)(value) for name, value in values.items()}


def read_columns(words: Mapping[str, str]) -> dict[str, Any]:
    """What ``written_columns`` wrote, as it is kept; columns of other names are left out."""
    known = {name: text for name, text in words.items() if name in ("kind", *WORDED)}
    return tidy_values({name: _FROM_TEXT.get(name, str)(text) for name, text in known.items()})


def _written(field: EntityField) -> str:
    name, value = _SPECIAL.sub(r"\\\1", field.name), field.value.replace("\n", "\n\t")
    return f"{name}: {value}"


def _read_field(text: str) -> EntityField:
    found = _NAME.match(text)
    name = "" if found is None else re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL)
    return EntityField(name, text[0 if found is None else found.end() :].replace("\n\t", "\n"))


_AS_TEXT: Final[Mapping[str, Callable[[Any], str]]] = {
    "aliases": "\n".join,
    "fields": written_fields,
}
_FROM_TEXT: Final[Mapping[str, Callable[[str], Any]]] = {
    "kind": EntityKind.of,
    "aliases": str.splitlines,
    "fields": read_fields,
}
_LISTS: Final = frozenset({"aliases", "fields"})
