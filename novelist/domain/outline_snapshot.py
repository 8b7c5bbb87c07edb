# SPDX-License-Identifier: MIT
"""The packed outline of a named moment of a novel: JSON in zlib (``docs/file-format.md``).

The story bible is in it too, unless the moment is older than that.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from novelist.domain.bible_snapshot import BibleSnapshot, bible_from_json, bible_to_json
from novelist.errors import RevisionDamagedError

COLUMNS: Final = (
    "parent_id", "position", "kind", "title", "synopsis", "notes",
    "status_id", "label_id", "in_manuscript", "target",
)  # fmt: skip
_VERSION: Final = 1


def pack_outline(
    items: Mapping[int, Mapping[str, Any]], bible: BibleSnapshot | None = None
) -> bytes:
    """The columns of each live item, by id, and the story bible."""
    rows = [[key, *(values[name] for name in COLUMNS)] for key, values in items.items()]
    value: dict[str, Any] = {"outline": _VERSION, "columns": ["id", *COLUMNS], "items": rows}
    if bible is not None:
        value["bible"] = bible_to_json(bible)
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack_outline(packed: bytes) -> dict[int, dict[str, Any]]:
    """The items that ``pack_outline`` packed; columns that are not known here are left out.

    Raises ``RevisionDamagedError``.
    """
    with _naming_damage():
        value = json.loads(zlib.decompress(packed))
        return dict(_items(value["columns"], value["items"]))


def unpack_bible(packed: bytes) -> BibleSnapshot | None:
    """The story bible that was packed; None in a moment that was named before moments held one.

    Raises ``RevisionDamagedError``.
    """
    with _naming_damage():
        value = json.loads(zlib.decompress(packed))
        return bible_from_json(value["bible"]) if "bible" in value else None


@contextmanager
def _naming_damage() -> Iterator[None]:
    try:
        yield
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise RevisionDamagedError(str(error)) from error


def _items(columns: list[str], rows: Iterable[list[Any]]) -> Iterable[tuple[int, dict[str, Any]]]:
    for row in rows:
        values = dict(zip(columns, row, strict=True))
        yield int(values["id"]), {name: values[name] for name in COLUMNS}
