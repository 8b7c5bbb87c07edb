# SPDX-License-Identifier: MIT
"""Thinning out old versions, where the user chose that; by default every one is kept.

What goes is decided by ``domain/versions.py``. What stays is packed anew, some segments of one text
in a transaction, so that no save waits long; a text with a damaged version is left as it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from novelist.db.base import utc_now
from novelist.db.repositories.revisions import Link, RevisionRepository
from novelist.db.repositories.snapshots import SnapshotRepository
from novelist.db.session import read_session, writer
from novelist.domain.revision_codec import Base, decode, encode
from novelist.domain.versions import segments, to_thin
from novelist.errors import RevisionDamagedError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_TOGETHER: Final = 100  # versions packed anew in one transaction


@dataclass(frozen=True, slots=True)
class Thinned:
    """What a thinning did."""

    texts: int = 0
    versions: int = 0


async def thin_history(novel_id: int, *, now: datetime | None = None) -> Thinned:
    """Remove old versions of the novel's texts that no rule keeps.

    Back up first (``services.backups.before_bulk_change``). May be cancelled at any time.
    """
    texts = versions = 0
    async with read_session() as session:
        items = await RevisionRepository(session).items_of(novel_id)
    for item_id in items:
        removed = await _thin_text(novel_id, item_id, now or utc_now())
        texts += removed > 0
        versions += removed
    return Thinned(texts, versions)


async def _thin_text(novel_id: int, item_id: int, now: datetime) -> int:
    async with read_session() as session:
        rows = await RevisionRepository(session).all_of(item_id)
        kept = await _kept(session, novel_id, item_id)
    found = await asyncio.to_thread(to_thin, [version for version, _ in rows], kept, now)
    gone = {version.id for version in found}
    removed = 0
    marks = [(version.id, is_whole) for version, is_whole in rows]
    for part in segments(marks, gone, _TOGETHER):
        removed += await _repack(novel_id, item_id, part, gone)
    return removed


async def _kept(session: AsyncSession, novel_id: int, item_id: int) -> set[int]:
    """The versions of a text that a named moment needs."""
    moments = await SnapshotRepository(session).list_for(novel_id)
    kept = {each.revision_id for each in moments if each.item_id == item_id}
    revisions = RevisionRepository(session)
    for each in moments:
        if each.item_id is None:
            last = await revisions.page(item_id, before=each.revision_id + 1, size=1)
            kept |= {version.id for version in last}
    return kept


async def _repack(novel_id: int, item_id: int, ids: Sequence[int], gone: set[int]) -> int:
    """Remove some of the versions, and let each of the others build on the one before it."""

    async def command(session: AsyncSession) -> int:
        revisions = RevisionRepository(session)
        there = await revisions.links_of(item_id, ids[0], ids[-1])
        leaving = gone - await _kept(session, novel_id, item_id)  # one may have been named since
        leaving -= await revisions.needed_later(item_id, ids[0], ids[-1])
        try:
            rows = await asyncio.to_thread(_packed_anew, there, leaving)
        except RevisionDamagedError:
            return 0
        await revisions.change(rows)
        removed = [link.id for link in there if link.id in leaving]
        await revisions.remove(removed)
        return len(removed)

    return await writer().submit(command)


def _packed_anew(links: Sequence[Link], gone: set[int]) -> list[dict[str, Any]]:
    """The rows that stay, oldest first, each checked by its digest before and after."""
    rows: list[dict[str, Any]] = []
    chains: dict[int, list[bytes]] = {}
    base: Base | None = None
    before: int | None = None
    for link in links:
        chains[link.id] = [*chains.get(link.base_id or 0, ()), link.data]
        if link.id in gone:
            continue
        packed = encode(decode(chains[link.id], link.digest), base, link.digest)
        base = packed.base
        rows.append(
            {"key": link.id, "data": packed.data, "base": before if packed.is_delta else None}
        )
        before = link.id
    return rows
