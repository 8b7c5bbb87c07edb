# SPDX-License-Identifier: MIT
"""The packed form of an ``Edit`` in the journal: JSON in zlib (``docs/file-format.md``, section 2).

What is read may be damaged, or of a newer version: nothing is taken from it that does not have
exactly the form that ``pack_edit`` gives.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from novelist.domain.edit import Edit, EditAction, Rewritten, Values
from novelist.domain.edit_columns import (
    CHOICE_COLUMNS,
    COMMENT_COLUMNS,
    DAY,
    ENTITY_COLUMNS,
    FIELDS_COLUMNS,
    ITEM_COLUMNS,
    MOMENT,
    NOVEL_COLUMNS,
    read_list,
    read_text,
    read_whole,
)
from novelist.domain.entities import EntityField
from novelist.domain.finding.rewriting import ChangedLine, Rewriting
from novelist.errors import EditFormatError

FORMAT_VERSION: Final = 1
LINES_VERSION: Final = 2  # of an edit with changed lines, which older programs would pass over
_LARGEST: Final = 1 << 28  # bytes of JSON; the longest novel has a tenth of that
_KNOWN: Final = frozenset(EditAction)
_LEVEL: Final = 6
_QUICK_LEVEL: Final = 2  # a third of the time, a twentieth more bytes
_LARGE: Final = 2**18  # bytes of an edit of many texts, whose packing somebody waits for


def pack_edit(edit: Edit) -> bytes:
    """The bytes that are stored; action, novel and state have columns of their own.

    Raises:
        EditFormatError: it changes a column that ``unpack_edit`` would not take.
    """
    _require_known(edit.after, ITEM_COLUMNS)
    _require_known(edit.novels_after, NOVEL_COLUMNS)
    _require_known(edit.choices_after, CHOICE_COLUMNS)
    _require_known(edit.comments_after, COMMENT_COLUMNS)
    _require_known(edit.entities_after, ENTITY_COLUMNS)
    _require_known(edit.fields_after, FIELDS_COLUMNS)
    version = LINES_VERSION if edit.rewritten else FORMAT_VERSION
    value: dict[str, Any] = {"edit": version, "ids": list(edit.ids)}
    for name, before, after in (
        ("items", edit.before, edit.after),
        ("texts", edit.texts_before, edit.texts_after),
        ("novels", edit.novels_before, edit.novels_after),
        ("choices", edit.choices_before, edit.choices_after),
        ("comments", edit.comments_before, edit.comments_after),
        ("entities", edit.entities_before, edit.entities_after),
        ("fields", edit.fields_before, edit.fields_after),
    ):
        if before or after:
            value[name] = [_pairs(before), _pairs(after)]
    if edit.typed:
        value["typed"] = True
    text = _json(value)  # all of it ASCII
    if edit.rewritten:
        text = f'{text[:-1]},"lines":{{{_lines(edit.rewritten)}}}}}'
    raw = text.encode("utf-8", "surrogatepass")
    return zlib.compress(raw, _LEVEL if len(raw) < _LARGE else _QUICK_LEVEL)


def unpack_edit(action: str, novel_id: int | None, payload: bytes, command_id: int = 0) -> Edit:
    """The edit that ``pack_edit`` packed.

    Raises:
        EditFormatError: the action is not known here, or the bytes are not of this form.
    """
    if action not in _KNOWN:
        raise EditFormatError(f"the action {action!r} is not known here")
    value = _parse(payload)
    sections = (_two(value.get(name, [{}, {}])) for name in _SECTIONS)
    items, texts, novels, choices, comments, entities, fields = sections
    return Edit(
        action=action,
        novel_id=novel_id,
        ids=tuple(read_whole(each) for each in read_list(value.get("ids"))),
        before=_columns(items[0], ITEM_COLUMNS),
        after=_columns(items[1], ITEM_COLUMNS),
        texts_before=_texts(texts[0]),
        texts_after=_texts(texts[1]),
        rewritten=_rewritten(value.get("lines", {})),
        novels_before=_columns(novels[0], NOVEL_COLUMNS),
        novels_after=_columns(novels[1], NOVEL_COLUMNS),
        choices_before=_columns(choices[0], CHOICE_COLUMNS),
        choices_after=_columns(choices[1], CHOICE_COLUMNS),
        comments_before=_columns(comments[0], COMMENT_COLUMNS),
        comments_after=_columns(comments[1], COMMENT_COLUMNS),
        entities_before=_columns(entities[0], ENTITY_COLUMNS),
        entities_after=_columns(entities[1], ENTITY_COLUMNS),
        fields_before=_columns(fields[0], FIELDS_COLUMNS),
        fields_after=_columns(fields[1], FIELDS_COLUMNS),
        typed=value.get("typed") is True,
        command_id=command_id,
    )


# -- writing -------------------------------------------------------------------------------------


def _require_known(values: Values, known: Mapping[str, Any]) -> None:
    for columns in values.values():
        if not columns.keys() <= known.keys():
            raise EditFormatError(f"columns that no undo knows: {columns.keys() - known.keys()}")


def _pairs(given: Mapping[int, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in given.items()}


def _plain_value(value: object) -> dict[str, str] | list[str]:
    if isinstance(value, EntityField):
        return [value.name, value.value]
    if isinstance(value, datetime):
        return {MOMENT: value.astimezone(UTC).isoformat()}
    if isinstance(value, date):
        return {DAY: value.isoformat()}
    raise TypeError(f"{type(value).__name__} has no place in an edit")


def _json(value: object, *, ascii_only: bool = True) -> str:
    return json.dumps(value, separators=(",", ":"), default=_plain_value, ensure_ascii=ascii_only)


def _lines(rewritten: Rewritten) -> str:
    """Text by text: whoever packs in a thread lets others in between."""
    return ",".join(
        f'"{key}":{_json(_rewriting_value(each), ascii_only=False)}'
        for key, each in rewritten.items()
    )


def _rewriting_value(rewriting: Rewriting) -> list[Any]:
    lines = [[line.number, line.before, line.after] for line in rewriting.lines]
    return [rewriting.before, rewriting.after, lines]


# -- reading -------------------------------------------------------------------------------------


_SECTIONS: Final = ("items", "texts", "novels", "choices", "comments", "entities", "fields")


def _parse(payload: bytes) -> dict[str, Any]:
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(payload, _LARGEST)
        if not unpacking.eof or unpacking.unused_data:
            raise EditFormatError("the payload has no end, or too much of it")
        value = json.loads(text)
    except (zlib.error, ValueError, RecursionError) as error:
        raise EditFormatError("the payload is damaged") from error
    version = LINES_VERSION if isinstance(value, dict) and "lines" in value else FORMAT_VERSION
    if not isinstance(value, dict) or value.get("edit") != version:
        raise EditFormatError("the payload is of no known version")
    return value


def _two(value: object) -> tuple[dict[int, Any], dict[int, Any]]:
    """What was before and after, of the same ids."""
    pair = read_list(value)
    if len(pair) != 2 or not all(isinstance(side, dict) for side in pair):
        raise EditFormatError("before and after are missing")
    before, after = ({_id(key): each for key, each in side.items()} for side in pair)
    if before.keys() != after.keys() or any(_names(before[k]) != _names(after[k]) for k in before):
        raise EditFormatError("before and after do not fit")
    return before, after


def _names(value: object) -> object:
    return set(value) if isinstance(value, dict) else None


def _id(key: str) -> int:
    if not key.isascii() or not key.isdecimal() or len(key) > 18:
        raise EditFormatError("an id is none")
    return int(key)


def _texts(given: dict[int, Any]) -> dict[int, str]:
    return {key: read_text(value) for key, value in given.items()}


def _rewritten(given: object) -> Rewritten:
    if not isinstance(given, dict):
        raise EditFormatError("the changed lines are missing")
    return {_id(key): _rewriting(value) for key, value in given.items()}


def _rewriting(value: object) -> Rewriting:
    parts = read_list(value)
    if len(parts) != 3:
        raise EditFormatError("digests or lines are missing")
    lines = [read_list(each) for each in read_list(parts[2])]
    if any(len(line) != 3 for line in lines):
        raise EditFormatError("a line is missing")
    changed = (ChangedLine(read_whole(n), read_text(old), read_text(new)) for n, old, new in lines)
    return Rewriting(read_text(parts[0]), read_text(parts[1]), tuple(changed))


def _columns(given: dict[int, Any], known: Mapping[str, Callable[[object], Any]]) -> Values:
    found: dict[int, dict[str, Any]] = {}
    for key, values in given.items():
        if not isinstance(values, dict) or not values.keys() <= known.keys():
            raise EditFormatError("a column is not known here")
        found[key] = {name: known[name](value) for name, value in values.items()}
    return found
