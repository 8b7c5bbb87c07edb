# SPDX-License-Identifier: MIT
"""What a search reads: which items may match, and their words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from novelist.db.models import Novel, OutlineItem, SceneBody, SearchPending
from novelist.db.repositories.base import Repository, chunks
from novelist.db.search.index import index_of
from novelist.domain.document import FOOTNOTE
from novelist.domain.finding.finding import Pattern
from novelist.domain.finding.search_text import Query

SHARES: Final = 2
"""Into so many parts a search of the texts themselves falls."""
_FEW: Final = 64  # items that an index has yet to take in
_ESCAPE: Final = "|"
_SEVERAL: Final = "kKsS'"  # K and ſ are found by k and s, and an apostrophe by either kind
_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_FOOTNOTE: Final = f'"atom":"{FOOTNOTE}"'  # as ``domain/document_text.py`` writes one


@dataclass(frozen=True, slots=True)
class ItemWords:
    """All the words of an item."""

    item_id: int
    kind: str
    title: str
    synopsis: str
    notes: str
    text: str


class SearchRepository(Repository):
    """Words by item; ``index_is_damaged`` is known after a search."""

    index_is_damaged = False

    async def candidates(self, query: Query) -> set[int] | None:
        """The items that may hold it, deleted ones included; None: any may."""
        index = await index_of(self._session)
        found = await index.candidates(self._session, query)
        self.index_is_damaged = index.is_damaged
        return found

    async def indexed(self, patterns: Collection[Pattern]) -> set[int] | None:
        """The items that the index proposes for some words of Han; None: it is not to be asked.

        It is asked where it has little to take in, deleted items included.
        """
        is_han = bool(patterns) and all(_HAN.fullmatch(each.text) for each in patterns)
        if not is_han or not await self._is_taken_in():
            return None
        found = [await self.candidates(Query(each.text)) for each in patterns]
        return None if None in found else {item_id for each in found for item_id in each or ()}

    async def holding(
        self, patterns: Collection[Pattern], novel_id: int | None, share: int
    ) -> set[int] | None:
        """Which of the items of a novel, or of all, hold one of some words; None: any may.

        Their footnotes are not looked into. Each of the ``SHARES`` of the items can be asked for
        by a session of its own at the same time.
        """
        if not patterns or not all(each.is_exact or self._is_file for each in patterns):
            return None
        holds = or_(*(_holds(column, each) for each in patterns for column in _COLUMNS))
        wanted = select(OutlineItem.id).outerjoin(SceneBody, SceneBody.item_id == OutlineItem.id)
        wanted = wanted.where(OutlineItem.id % SHARES == share)
        if novel_id is not None:
            wanted = wanted.where(OutlineItem.novel_id == novel_id)
        return set(await self._session.scalars(wanted.where(holds)))

    @property
    def _is_file(self) -> bool:
        return self._session.get_bind().dialect.name == "sqlite"

    async def _is_taken_in(self) -> bool:
        """Whether an index would propose little more than what matches."""
        if not self._is_file:
            return False
        waiting = select(func.count()).select_from(select(SearchPending).limit(_FEW).subquery())
        return (await self._session.scalar(waiting) or 0) < _FEW

    async def list_novels(self, novel_id: int | None = None) -> list[tuple[int, str]]:
        """Id and title of the novel, or of all on the shelf, the one opened last first."""
        statement = (
            select(Novel.id, Novel.title)
            .where(Novel.deleted_at.is_(None))
            .order_by(Novel.opened_at.is_(None), Novel.opened_at.desc(), Novel.id)
        )
        if novel_id is not None:
            statement = statement.where(Novel.id == novel_id)
        return [(row[0], row[1]) for row in await self._session.execute(statement)]

    async def words_of(self, ids: Collection[int]) -> list[ItemWords]:
        """The words of the items, in the order asked for; those that are gone are left out."""
        found: dict[int, ItemWords] = {}
        item = OutlineItem
        columns = (item.id, item.kind, item.title, item.synopsis, item.notes, SceneBody.plain_text)
        for part in chunks(ids):
            rows = await self._session.execute(
                select(*columns)
                .outerjoin(SceneBody, SceneBody.item_id == item.id)
                .where(item.id.in_(part))
            )
            found.update({row[0]: ItemWords(*row[:5], row[5] or "") for row in rows})
        return [found[each] for each in ids if each in found]

    async def with_footnotes(self, novel_ids: Collection[int]) -> set[int]:
        """The items of some novels whose texts have footnotes."""
        of_novels = OutlineItem.novel_id.in_(list(novel_ids))
        has_one = func.instr(SceneBody.content, _FOOTNOTE) > 0
        wanted = select(SceneBody.item_id).join(OutlineItem, OutlineItem.id == SceneBody.item_id)
        return set(await self._session.scalars(wanted.where(of_novels, has_one)))


_COLUMNS: Final = (
    OutlineItem.title,
    OutlineItem.synopsis,
    OutlineItem.notes,
    SceneBody.plain_text,
)


def _holds(column: InstrumentedAttribute[str], pattern: Pattern) -> ColumnElement[bool]:
    if pattern.is_exact:
        return func.instr(column, pattern.text) > 0
    return column.like(f"%{''.join(map(_mask, pattern.text))}%", escape=_ESCAPE)


def _mask(character: str) -> str:
    """What SQLite finds it by whatever its case; it knows that of ASCII alone."""
    if not character.isascii() or character in _SEVERAL:
        return "_"
    return f"{_ESCAPE}{character}" if character in f"%_{_ESCAPE}" else character
