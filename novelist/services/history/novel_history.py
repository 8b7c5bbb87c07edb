# SPDX-License-Identifier: MIT
"""The history of a whole novel: what was written when, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.repositories.writing_times import WritingTimesRepository
from novelist.db.session import read_session


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text that was written in between two moments, by the versions before and after it.

    ``before`` is None where there was no text; ``after`` is None for the text as it stands.
    """

    item_id: int
    title: str
    before: int | None
    after: int | None
    words_before: int
    words_after: int
    saves: int
    is_deleted: bool = False

    @property
    def difference(self) -> int:
        """How many words came, or went."""
        return self.words_after - self.words_before


async def changed_since(novel_id: int, moment: datetime) -> list[ChangedText]:
    """The texts that are not what they were at a moment; some of them are in the trash now.

    Those written last come first, then those that were only thrown away.
    """
    async with read_session() as session:
        times, outlines = WritingTimesRepository(session), OutlineRepository(session)
        revisions = RevisionRepository(session)
        changed = await times.changed_since(novel_id, moment)
        gone = dict.fromkeys(await outlines.trashed_since(novel_id, moment))
        items = await outlines.get_many(list(dict.fromkeys(changed) | gone))
        before = await times.ids_when([item.id for item in items], moment)
        words = await revisions.words_of(before.values())
        same = await revisions.still_standing(before.values())
    return [
        ChangedText(
            item.id,
            item.title,
            before.get(item.id),
            None,
            words.get(before.get(item.id, 0), 0),
            item.words,
            0,
            item.deleted_at is not None,
        )
        for item in items
        if item.id in gone or item.id not in same
    ]


async def written_between(novel_id: int, start: datetime, end: datetime) -> list[ChangedText]:
    """What was written from ``start`` until before ``end``, by text, the latest first."""
    async with read_session() as session:
        rows = await WritingTimesRepository(session).written_between(novel_id, start, end)
        found = await OutlineRepository(session).get_many([row.item_id for row in rows])
    items = {item.id: item for item in found}
    return [
        ChangedText(
            row.item_id,
            items[row.item_id].title,
            row.before,
            row.last,
            row.words_before,
            row.words_after,
            row.saves,
            items[row.item_id].deleted_at is not None,
        )
        for row in rows
        if row.item_id in items
    ]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some time in the life of a novel: how often it was saved, how many words came or went."""

    start: datetime
    end: datetime
    saves: int
    words: int = 0
    texts: int = 0


async def first_and_last(novel_id: int) -> tuple[datetime, datetime] | None:
    """When the novel was first and last saved; None where nothing was."""
    async with read_session() as session:
        return await WritingTimesRepository(session).span_of(novel_id)


async def count_stretches(
    novel_id: int, start: datetime, end: datetime, *, parts: int = 120
) -> list[Stretch]:
    """How often the novel was saved in each of so many parts of a time; idle ones left out."""
    length = (end - start) / parts
    times = [(start + length * n, start + length * (n + 1)) for n in range(parts)]
    async with read_session() as session:
        saves = await WritingTimesRepository(session).saves_between(novel_id, times)
    return [Stretch(*time, count) for time, count in zip(times, saves, strict=True) if count]


async def sum_stretches(novel_id: int, stretches: list[tuple[datetime, datetime]]) -> list[Stretch]:
    """What was written in each of some times, such as the days of a month."""
    async with read_session() as session:
        found = await WritingTimesRepository(session).sum_written(novel_id, stretches)
    return [Stretch(*time, *totals) for time, totals in zip(stretches, found, strict=True)]
