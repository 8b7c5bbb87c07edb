# SPDX-License-Identifier: MIT
"""How often words and phrases stand in some scenes, or in all of a manuscript."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence

from novelist.db.repositories.base import chunks
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.session import read_session
from novelist.domain.frequency import Frequency, measure

_AT_ONCE = 200  # texts that are read together


async def measure_items(item_ids: Sequence[int], language: str) -> Frequency:
    """What the texts of these items say how often; what is not on disk yet is not counted.

    Whoever gives up waiting for it stops the counting.
    """
    texts: list[str] = []
    async with read_session() as session:
        bodies = SceneBodyRepository(session)
        for part in chunks(item_ids, _AT_ONCE):
            texts += (await bodies.plain_texts_of(part)).values()
    is_left = threading.Event()
    try:
        return await asyncio.to_thread(_measure, texts, language, is_left.is_set)
    finally:
        is_left.set()


def _measure(texts: Sequence[str], language: str, is_left: Callable[[], bool]) -> Frequency:
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n")]
    return measure(paragraphs, language, is_left)
