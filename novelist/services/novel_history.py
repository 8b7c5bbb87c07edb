# SPDX-License-Identifier: MIT
"""The history of a whole novel: what was written when, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.revisions import RevisionRepository
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
    """The texts that are not what they were at a moment, those changed last first."""
    async with read_session() as session:
        revisions, outlines = RevisionRepository(session), OutlineRepository(session)
        items = await outlines.get_many(await revisions.changed_since(novel_id, moment))
        before = {item.id: await revisions.last_at(item.id, moment) for item in items}
        words = await revisions.words_of(key for key in before.values() if key is not None)
    return [
        ChangedText(
            item.id,
            item.title,
            before[item.id],
            None,
            words.get(before[item.id] or 0, 0),
            item.words,
            0,
            item.deleted_at is not None,
        )
        for item in items
    ]


async def written_between(novel_id: int, start: datetime, end: datetime) -> list[ChangedText]:
    """What was written from ``start`` until before ``end``, by text, the latest first."""
    async with read_session() as session:
        revisions = RevisionRepository(session)
        rows = await revisions.written_between(novel_id, start, end)
        before = await revisions.ids_before(first for _, first, _, _ in rows)
        known = {key for key in before.values() if key is not None}
        words = await revisions.words_of({*known, *(last for _, _, last, _ in rows)})
        items = {i.id: i for i in await OutlineRepository(session).get_many([r[0] for r in rows])}
    return [
        ChangedText(
            item_id,
            items[item_id].title,
            before[first],
            last,
            words.get(before[first] or 0, 0),
            words[last],
            saves,
            items[item_id].deleted_at is not None,
        )
        for item_id, first, last, saves in rows
        if item_id in items
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
        return await RevisionRepository(session).span_of(novel_id)


async def count_stretches(
    novel_id: int, start: datetime, end: datetime, *, parts: int = 120
) -> list[Stretch]:
    """How often the novel was saved in each of so many parts of a time; idle ones left out."""
    length = (end - start) / parts
    times = [(start + length * n, start + length * (n + 1)) for n in range(parts)]
    async with read_session() as session:
        saves = await RevisionRepository(session).saves_between(novel_id, times)
    return [Stretch(*time, count) for time, count in zip(times, saves, strict=True) if count]


async def sum_stretches(novel_id: int, stretches: list[tuple[datetime, datetime]]) -> list[Stretch]:
    """What was written in each of some times, such as the days of a month."""
    async with read_session() as session:
        revisions = RevisionRepository(session)
        written = await revisions.written_in(novel_id, stretches)
        rows = [row for each in written for row in each]
        before = await revisions.ids_before({first for _, first, _, _ in rows})
        known = {key for key in before.values() if key is not None}
        words = await revisions.words_of({*known, *(last for _, _, last, _ in rows)})
    return [
        Stretch(
            *time,
            sum(saves for _, _, _, saves in each),
            sum(words[last] - words.get(before[first] or 0, 0) for _, first, last, _ in each),
            len(each),
        )
        for time, each in zip(stretches, written, strict=True)
    ]
