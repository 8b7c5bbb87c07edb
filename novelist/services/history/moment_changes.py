# SPDX-License-Identifier: MIT
"""What beside texts has changed since a moment of a novel was named."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.snapshots import SnapshotRepository
from novelist.db.session import read_session
from novelist.domain.outline_snapshot import COLUMNS, unpack_bible, unpack_outline
from novelist.errors import RevisionDamagedError
from novelist.services.history.bible_moments import bible_now


@dataclass(frozen=True, slots=True)
class ChangedBeside:
    """What is not what it was, and would come back with the moment."""

    outline: bool = False
    """Which items there are, their order, titles, synopses, notes or fields."""
    bible: bool = False


async def changed_beside_texts(snapshot_id: int) -> ChangedBeside:
    """What has changed since; nothing is said of a moment that cannot be read.

    Raises ``NotFoundError``.
    """
    async with read_session() as session:
        snapshots, outlines = SnapshotRepository(session), OutlineRepository(session)
        moment = await snapshots.get(snapshot_id)
        packed = await snapshots.outline_of(snapshot_id)
        keys = [row.id for row in await outlines.list_rows(moment.novel_id)]
        items = await outlines.values_of(dict.fromkeys(keys, dict.fromkeys(COLUMNS)))
        bible = await bible_now(session, moment.novel_id, keys)
    try:
        items_then = await asyncio.to_thread(unpack_outline, packed)
        bible_then = await asyncio.to_thread(unpack_bible, packed)
    except RevisionDamagedError:
        return ChangedBeside()
    if bible_then is None:
        return ChangedBeside(outline=items_then != items)
    return ChangedBeside(
        outline=items_then != items or bible_then.fields != bible.fields,
        bible=bible_then.entities != bible.entities,
    )
