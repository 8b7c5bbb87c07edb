# SPDX-License-Identifier: MIT
"""How often words and phrases stand in some scenes, or in all of a manuscript."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from novelist.db.repositories.base import chunks
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.session import read_session
from novelist.domain.frequency import Frequency, measure

_AT_ONCE = 200  # texts that are read together


async def measure_items(item_ids: Sequence[int], language: str) -> Frequency:
    """What the texts of these items say how often; what is not on disk yet is not counted."""
    paragraphs: list[str] = []
    async with read_session() as session:
        bodies = SceneBodyRepository(session)
        for part in chunks(item_ids, _AT_ONCE):
            for text in (await bodies.plain_texts_of(part)).values():
                paragraphs += text.split("\n")
    return await asyncio.to_thread(measure, paragraphs, language)
