# SPDX-License-Identifier: MIT
"""The files of Manuskript: ``Key:  value`` lines, then, after a blank line, a text."""

from __future__ import annotations

import re
from typing import Final

from novelist.importers.nodes import Fields

_FIELD: Final = re.compile(r"(\S.*?):[ \t]*(.*)")
_INDENT: Final = 4  # what goes on with a value is set in at least so far
_COLUMN: Final = 16  # how far Manuskript sets it in


def read_fields(text: str) -> tuple[Fields, str]:
    """The fields at the head of a file, and the text below them."""
    fields: Fields = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _FIELD.fullmatch(line)
        if found is not None:
            fields.append((_key(found[1]), found[2].strip()))
        elif fields and line.startswith(" " * _INDENT):
            name, value = fields[-1]
            below = line[_COLUMN:] if not line[:_COLUMN].strip() else line.lstrip()
            fields[-1] = (name, f"{value}\n{below.rstrip()}")
        elif line.strip():
            return fields, "\n".join(lines[number:])  # no field, so the text has begun
        else:
            rest = lines[number + 1 :]
            return fields, "\n".join(rest[1:] if rest and not rest[0].strip() else rest)
    return fields, ""


def _key(written: str) -> str:
    return "" if written == "None" else written.strip().replace("_.._", ":")
