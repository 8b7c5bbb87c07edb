# SPDX-License-Identifier: MIT
"""The writing days of a novel."""

from __future__ import annotations

from sqlalchemy import insert, select

from novelist.db.models import WritingDay
from novelist.db.repositories.base import Repository, chunks
from novelist.domain.writing_days import WrittenDay, WrittenDays


class WritingDayRepository(Repository):
    """One row a day of a novel."""

    model = WritingDay

    async def list_for_novel(self, novel_id: int) -> WrittenDays:
        """The days on which something is known of, in the order of the calendar."""
        columns = select(WritingDay.day, WritingDay.words, WritingDay.seconds)
        wanted = columns.where(WritingDay.novel_id == novel_id).order_by(WritingDay.day)
        rows = await self._session.execute(wanted)
        return {day: WrittenDay(words, seconds) for day, words, seconds in rows}

    async def add(self, novel_id: int, days: WrittenDays) -> None:
        """Add days that the novel does not have yet."""
        for part in chunks(days.items()):
            rows = [
                {"novel_id": novel_id, "day": day, "words": each.words, "seconds": each.seconds}
                for day, each in part
            ]
            await self._session.execute(insert(WritingDay), rows)
