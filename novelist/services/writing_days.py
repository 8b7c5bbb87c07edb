# SPDX-License-Identifier: MIT
"""What is known of the days on which a novel was written."""

from __future__ import annotations

from novelist.db.repositories.writing_days import WritingDayRepository
from novelist.db.session import read_session
from novelist.domain.writing_days import WrittenDays


async def list_writing_days(novel_id: int) -> WrittenDays:
    """The days with the words written then, in the order of the calendar."""
    async with read_session() as session:
        return await WritingDayRepository(session).list_for_novel(novel_id)
