# SPDX-License-Identifier: MIT
"""Searching the whole library: titles, synopses, notes and texts, in the order of reading."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from novelist.db.repositories.base import chunks
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.searching import ItemWords, SearchRepository
from novelist.db.search.index import drop_index
from novelist.db.session import can_write, read_session, writer
from novelist.domain.finding.search_text import Query, Snippet
from novelist.domain.outline import tree_order

__all__ = ["Found", "Hit", "Snippet", "search_library"]

_AT_ONCE: Final = 64  # items whose words are read together
_LIMIT: Final = 200


class Found(StrEnum):
    """Where in an item."""

    TITLE = "title"
    SYNOPSIS = "synopsis"
    NOTES = "notes"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Hit:
    """One item that holds what was looked for, and where first."""

    novel_id: int
    novel: str
    item_id: int
    kind: str
    title: str
    where: Found
    snippets: tuple[Snippet, ...]


async def search_library(
    text: str, *, novel_id: int | None = None, limit: int = _LIMIT
) -> list[Hit]:
    """The items of the library, or of one novel, that hold ``text``; at most ``limit`` of them.

    What is in the trash is left out. What counts as the same: ``domain/finding/search_text.py``.
    """
    query = Query(text)
    hits: list[Hit] = []
    if query.is_empty:
        return hits
    async with read_session() as session:
        words, outlines = SearchRepository(session), OutlineRepository(session)
        possible = await words.candidates(query)
        if words.index_is_damaged and can_write():
            writer().post(drop_index, key=drop_index)
        for each_id, novel in await words.list_novels(novel_id) if possible != set() else ():
            rows = tree_order(await outlines.list_rows(each_id))
            ids = [row.id for row, _ in rows if possible is None or row.id in possible]
            for part in chunks(ids, _AT_ONCE):
                items = await words.words_of(part)
                hits += await asyncio.to_thread(_matching, query, items, each_id, novel)
                if len(hits) >= limit:
                    return hits[:limit]
    return hits


def _matching(query: Query, items: Sequence[ItemWords], novel_id: int, novel: str) -> list[Hit]:
    found = []
    for item in items:
        for where, snippets in _places(query, item):
            hit = Hit(novel_id, novel, item.item_id, item.kind, item.title, where, tuple(snippets))
            found.append(hit)
            break
    return found


def _places(query: Query, item: ItemWords) -> Iterator[tuple[Found, list[Snippet]]]:
    texts = {
        Found.TEXT: item.text,
        Found.TITLE: item.title,
        Found.SYNOPSIS: item.synopsis,
        Found.NOTES: item.notes,
    }
    for where, text in texts.items():
        snippets = query.snippets(text)
        if snippets:
            yield where, snippets
