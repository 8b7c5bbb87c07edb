# SPDX-License-Identifier: MIT
"""Earlier versions of texts that another program kept, in the history of the items they are of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from novelist.db.base import utc_now
from novelist.db.repositories.snapshots import SnapshotRepository
from novelist.db.revision_store import record_imported
from novelist.domain.document_text import to_json_lines
from novelist.importers.imported import ImportedVersion
from novelist.services.importing.prepared_items import PreparedItem

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_LONGEST_NAME: Final = 300


async def write_versions(
    session: AsyncSession, novel_id: int, prepared: Sequence[PreparedItem], ids: Sequence[int]
) -> None:
    """Write them, the oldest first, and what each text is now; those with a title are moments."""
    for each, item_id in zip(prepared, ids, strict=True):
        if not each.item.versions or each.body is None:
            continue
        versions = sorted(each.item.versions, key=lambda version: version.made_at)
        now = str(each.body["content"])
        made = await record_imported(session, item_id, novel_id, _texts_of(versions, now))
        for version, revision_id in zip(versions, made, strict=False):
            if version.title:
                await SnapshotRepository(session).add(
                    novel_id=novel_id,
                    item_id=item_id,
                    revision_id=revision_id,
                    taken_at=version.made_at,
                    name=version.title[:_LONGEST_NAME],
                    note="",
                    outline=None,
                )


async def _texts_of(
    versions: Sequence[ImportedVersion], now: str
) -> AsyncIterator[tuple[str, datetime]]:
    """One after the other: all together they may be larger than the memory."""
    for version in versions:
        yield await asyncio.to_thread(to_json_lines, version.document), version.made_at
    yield now, utc_now()
