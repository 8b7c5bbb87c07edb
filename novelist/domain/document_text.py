# SPDX-License-Identifier: MIT
"""The text form of a document: JSON Lines, one block a line (``docs/file-format.md``).

Whatever this version does not know is read and written back as it came, so a library that a newer
version has touched loses nothing here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final, TypeGuard

from novelist.domain.document import (
    EMPTY,
    NO_MARKS,
    Atom,
    Block,
    Document,
    Inline,
    JsonValue,
    Mark,
    Marks,
    Run,
)
from novelist.errors import DocumentFormatError

FORMAT_VERSION: Final = 1
HEADER: Final = f'{{"novelist":{FORMAT_VERSION}}}'
DIGEST_BYTES: Final = 16

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def to_json_lines(document: Document) -> str:
    """The text that is stored: a header line, then one JSON array a block; ends with a newline."""
    return joined_lines(map(line_of, document.blocks))


def line_of(block: Block) -> str:
    """The JSON of one block."""
    line = _ENCODER.encode(block_to_json(block))
    if line.isascii():
        return line
    # A lone surrogate cannot be stored as UTF-8; JSON can name it.
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def joined_lines(lines: Iterable[str]) -> str:
    """The stored text of the blocks with these lines."""
    return "\n".join((HEADER, *lines, ""))


def from_json_lines(text: str) -> Document:
    """The document that ``to_json_lines`` wrote; "" is the empty document.

    Raises:
        DocumentFormatError: the text is not of this form; the error names the line.
    """
    if not text:
        return EMPTY
    lines = text.removesuffix("\n").split("\n")
    _check_header(lines[0])
    return Document(
        tuple(block_from_line(line, number) for number, line in enumerate(lines[1:], 2))
    )


def digest(json_lines: str) -> str:
    """The BLAKE2b digest, 16 bytes in hexadecimal, of the text as UTF-8."""
    return blake2b(json_lines.encode(), digest_size=DIGEST_BYTES).hexdigest()


def block_to_json(block: Block) -> list[JsonValue]:
    """One block as a value: ``[kind, [inlines]]`` or ``[kind, [inlines], {attributes}]``."""
    value: list[JsonValue] = [block.kind, [_inline_value(inline) for inline in block.inlines]]
    return [*value, dict(block.attrs)] if block.attrs else value


def _inline_value(inline: Inline) -> JsonValue:
    if isinstance(inline, Run):
        return [inline.text, _marks_value(inline.marks)] if inline.marks else inline.text
    value: dict[str, JsonValue] = {"atom": inline.kind}
    if inline.attrs:
        value["attrs"] = dict(inline.attrs)
    if inline.marks:
        value["marks"] = _marks_value(inline.marks)
    return value


def _marks_value(given: Marks) -> dict[str, JsonValue]:
    return {mark.name: _mark_value(mark) for mark in given}


def _mark_value(mark: Mark) -> JsonValue:
    if mark.raw:
        value: JsonValue = json.loads(mark.value)
        return value
    return mark.value or 1


def _check_header(line: str) -> None:
    header = _parse(line, 1)
    if not isinstance(header, dict) or "novelist" not in header:
        raise DocumentFormatError(1, "not the header of a document")
    version = header["novelist"]
    if type(version) is not int or not 1 <= version <= FORMAT_VERSION or len(header) > 1:
        raise DocumentFormatError(1, f"format {version!r} is not known here")


def _parse(line: str, number: int) -> JsonValue:
    try:
        value: JsonValue = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DocumentFormatError(number, str(error)) from error
    return value


def block_from_json(value: JsonValue, number: int = 1) -> Block:
    """The block that ``block_to_json`` made a value of.

    Raises:
        DocumentFormatError: the value is none; ``number`` is the line that the error names.
    """
    if not isinstance(value, list) or not 2 <= len(value) <= 3:
        raise DocumentFormatError(number, "a block is [kind, [inlines]] or has attributes too")
    kind, inlines = value[0], value[1]
    attrs = value[2] if len(value) == 3 else {}
    if not isinstance(kind, str) or not isinstance(inlines, list) or not isinstance(attrs, dict):
        raise DocumentFormatError(number, "a block is a string, a list and an object")
    return Block(kind, tuple(_inline(inline, number) for inline in inlines), attrs)


def block_from_line(line: str, number: int = 1) -> Block:
    """The block of one line; raises as ``from_json_lines``."""
    return block_from_json(_parse(line, number), number)


def _inline(value: JsonValue, number: int) -> Inline:
    if isinstance(value, str):
        return Run(value)
    if isinstance(value, list):
        return _run(value, number)
    if isinstance(value, dict):
        return _atom(value, number)
    raise DocumentFormatError(number, "an inline is a string, a list or an object")


def _run(value: list[JsonValue], number: int) -> Run:
    if len(value) == 2:
        text, marks = value
        if isinstance(text, str) and _is_object(marks):
            return Run(text, _marks(marks))
    raise DocumentFormatError(number, "a marked run is [text, {marks}]")


def _atom(value: dict[str, JsonValue], number: int) -> Atom:
    kind, attrs, marks = value.get("atom"), value.get("attrs", {}), value.get("marks", {})
    if not isinstance(kind, str) or not _is_object(attrs) or not _is_object(marks):
        raise DocumentFormatError(number, "an atom has a kind, attributes and marks")
    if not value.keys() <= {"atom", "attrs", "marks"}:
        raise DocumentFormatError(number, "an atom has only a kind, attributes and marks")
    return Atom(kind, attrs, _marks(marks))


def _is_object(value: JsonValue) -> TypeGuard[dict[str, JsonValue]]:
    return isinstance(value, dict)


def _marks(value: dict[str, JsonValue]) -> Marks:
    return (
        tuple(mark_from_json(name, given) for name, given in value.items()) if value else NO_MARKS
    )


def mark_from_json(name: str, value: JsonValue) -> Mark:
    """A mark from its name and value; a value that is no string is kept as JSON text."""
    if type(value) is int and value == 1:
        return Mark(name)
    if isinstance(value, str) and value:
        return Mark(name, value)
    return Mark(name, _ENCODER.encode(value), raw=True)
