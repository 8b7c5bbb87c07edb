# SPDX-License-Identifier: MIT
"""The packed outline of a named moment of a novel: JSON in zlib (``docs/file-format.md``)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from novelist.errors import RevisionDamagedError

COLUMNS: Final = (
    "parent_id", "position", "kind", "title", "synopsis", "notes",
    "status_id", "label_id", "in_manuscript", "target",
)  # fmt: skip
_VERSION: Final = 1


def pack_outline(items: Mapping[int, Mapping[str, Any]]) -> bytes:
    """The columns of each live item, by id."""
    rows = [[key, *(values[name] for name in COLUMNS)] for key, values in items.items()]
    value = {"outline": _VERSION, "columns": ["id", *COLUMNS], "items": rows}
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack_outline(packed: bytes) -> dict[int, dict[str, Any]]:
    """What ``pack_outline`` packed; columns that are not known here are left out.

    Raises ``RevisionDamagedError``.
    """
    try:
        value = json.loads(zlib.decompress(packed))
        return dict(_items(value["columns"], value["items"]))
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise RevisionDamagedError(str(error)) from error


def _items(columns: list[str], rows: Iterable[list[Any]]) -> Iterable[tuple[int, dict[str, Any]]]:
    for row in rows:
        values = dict(zip(columns, row, strict=True))
        yield int(values["id"]), {name: values[name] for name in COLUMNS}
