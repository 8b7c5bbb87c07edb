# SPDX-License-Identifier: MIT
"""The items of an import as rows, with all that can be worked out before the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from novelist.db.base import utc_now
from novelist.domain.counting import ZERO, Counts, count
from novelist.domain.document_text import digest, to_json_lines
from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.domain.outline import GAP
from novelist.importers.imported import ImportedItem


@dataclass(frozen=True)
class PreparedItem:
    """One item; ``parent`` is the index of the one that holds it.

    ``is_trashed``: it lies in the trash, or what holds it does.
    """

    item: ImportedItem
    parent: int | None
    position: int
    columns: dict[str, Any]
    body: dict[str, Any] | None
    counts: Counts
    is_trashed: bool


def levels(prepared: Sequence[PreparedItem]) -> list[list[PreparedItem]]:
    """Consecutive items whose parents all stand in earlier levels."""
    levels: list[list[PreparedItem]] = []
    done = 0
    for each in prepared:
        if not levels or (each.parent is not None and each.parent >= done):
            done = sum(len(level) for level in levels)
            levels.append([])
        levels[-1].append(each)
    return levels


def prepare(items: Sequence[ImportedItem]) -> list[PreparedItem]:
    """All items breadth first, so that parents stand before children in few levels."""
    prepared: list[PreparedItem] = []
    level: list[tuple[ImportedItem, int | None, int]] = [
        (item, None, (index + 1) * GAP) for index, item in enumerate(items)
    ]
    while level:
        below: list[tuple[ImportedItem, int | None, int]] = []
        for item, parent, position in level:
            own = len(prepared)
            gone = item.is_trashed or (parent is not None and prepared[parent].is_trashed)
            prepared.append(_prepared(item, parent, position, gone))
            below += [(child, own, (index + 1) * GAP) for index, child in enumerate(item.children)]
        level = below
    return prepared


def _prepared(
    item: ImportedItem, parent: int | None, position: int, is_trashed: bool
) -> PreparedItem:
    body, counts = None, ZERO
    if item.kind.has_text:
        content = to_json_lines(item.document)
        plain_text = without_lone_surrogates(item.document.plain_text)
        counts = count(plain_text)
        body = {
            "content": content,
            "plain_text": plain_text,
            "digest": digest(content),
            "updated_at": utc_now(),
        }
    columns = {
        "position": position,
        "kind": str(item.kind),
        "title": item.title,
        "synopsis": item.synopsis,
        "notes": item.notes,
        "target": item.target,
        "in_manuscript": item.in_manuscript,
        "words": counts.words,
        "characters": counts.characters,
        "characters_no_spaces": counts.characters_no_spaces,
    }
    return PreparedItem(item, parent, position, columns, body, counts, is_trashed)
