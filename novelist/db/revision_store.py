# SPDX-License-Identifier: MIT
"""Every change of a text adds a version, in the transaction of that change.

Whoever writes a text calls ``record``: ``SceneBodyRepository.replace`` and ``services.texts`` do.
The version that was written last is remembered while its text is worked on, so that a save costs
one INSERT more and no read.
"""

from __future__ import annotations

from collections.abc import AsyncIterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.base import utc_now
from novelist.db.feed import after_commit
from novelist.db.off_loop import off_loop
from novelist.db.repositories.revisions import RevisionRepository
from novelist.db.revision_tips import TIPS, Tip, Tips
from novelist.domain.comparing.diff import removed_characters
from novelist.domain.counting import Counts, count
from novelist.domain.document_text import from_json_lines
from novelist.domain.enums import RevisionReason
from novelist.domain.revision_codec import encode
from novelist.errors import RevisionDamagedError


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows already and need not be read or counted again."""

    novel_id: int | None = None
    digest: str | None = None
    counts: Counts | None = None
    found_at: datetime | None = None  # when the text that the change found was written


NOTHING: Final = Known()


async def record(
    session: AsyncSession,
    item_id: int,
    *,
    before: str,
    after: str,
    reason: RevisionReason,
    known: Known = NOTHING,
) -> int | None:
    """Add the version ``after`` (JSON Lines) of an item's text; its id, or None when none is new.

    Where the newest version is not ``before``, that is added first, as ``FOUND``.
    """
    if before == after:
        return None
    return await _Recorder(session, item_id, known).record(before, after, reason)


async def record_found(
    session: AsyncSession, item_id: int, content: str, known: Known = NOTHING
) -> int:
    """Add the text as it stands, unless the newest version is it already; the id of either."""
    return await _Recorder(session, item_id, known).find(content)


async def record_imported(
    session: AsyncSession,
    item_id: int,
    novel_id: int,
    versions: AsyncIterable[tuple[str, datetime]],
) -> list[int]:
    """Add versions that another program kept, the oldest first; their ids, in that order.

    The last one is the text as it came in.
    """
    return await _Recorder(session, item_id, Known(novel_id)).take_over(versions)


class _Recorder:
    """Adds versions of one text in one transaction."""

    def __init__(self, session: AsyncSession, item_id: int, known: Known) -> None:
        self._session = session
        self._item_id = item_id
        self._known = known
        self._revisions = RevisionRepository(session)
        tips = session.info.get(TIPS)
        self._tips = tips if isinstance(tips, Tips) else Tips(alone=False)

    async def record(self, before: str, after: str, reason: RevisionReason) -> int:
        tip = await self._tip()
        if before and not _is(tip, before):
            tip = await self._add_found(before)
        size = len(before) + len(after)
        removed = await off_loop(size, partial(removed_characters, before, after))
        tip = await self._add(after, reason, tip, self._known.counts, removed=removed)
        self._remember(tip)
        return tip.id

    async def find(self, content: str) -> int:
        tip = await self._tip()
        if tip is None or not _is(tip, content):
            tip = await self._add_found(content)
        self._remember(tip)
        return tip.id

    async def take_over(self, versions: AsyncIterable[tuple[str, datetime]]) -> list[int]:
        tip: Tip | None = None
        ids = []
        async for content, made_at in versions:
            before = tip.base.content.decode() if tip is not None else ""
            removed = await off_loop(
                len(before) + len(content), partial(removed_characters, before, content)
            )
            tip = await self._add(
                content, RevisionReason.IMPORT, tip, None, at=made_at, removed=removed
            )
            ids.append(tip.id)
        return ids

    async def _tip(self) -> Tip | None:
        """The newest version; None where there is none, or it cannot be read."""
        tip = self._tips.take(self._item_id)
        if tip is not None:
            return tip
        last = await self._revisions.last_of(self._item_id)
        if last is None:
            return None
        try:
            return Tip(last, await self._revisions.read_base(last))
        except RevisionDamagedError:
            return None

    async def _add_found(self, content: str) -> Tip:
        """Whole, so that it needs no version before it."""
        found_at = self._known.found_at
        return await self._add(content, RevisionReason.FOUND, None, None, at=found_at)

    async def _add(
        self,
        content: str,
        reason: RevisionReason,
        tip: Tip | None,
        counts: Counts | None,
        *,
        at: datetime | None = None,
        removed: int = 0,
    ) -> Tip:
        is_new = reason is not RevisionReason.FOUND
        base, known = None if tip is None else tip.base, self._known.digest if is_new else None
        packed = await off_loop(len(content), partial(encode, content, base, known))
        if counts is None:
            counts = await off_loop(len(content), partial(_count, content))
        key = await self._revisions.add(
            {
                "novel_id": await self._novel_id(),
                "item_id": self._item_id,
                "saved_at": at or utc_now(),
                "reason": reason,
                "sitting": self._tips.sitting(),
                "words": counts.words,
                "characters": counts.characters,
                "removed": removed,
                "base_id": tip.id if tip is not None and packed.is_delta else None,
                "size": len(packed.base.content),
                "digest": packed.digest,
                "data": packed.data,
            }
        )
        return Tip(key, packed.base)

    async def _novel_id(self) -> int:
        if self._known.novel_id is not None:
            return self._known.novel_id
        return await self._revisions.novel_of(self._item_id)

    def _remember(self, tip: Tip) -> None:
        """For the next change, once this one is committed."""
        after_commit(self._session, partial(self._tips.keep, self._item_id, tip))


def _count(content: str) -> Counts:
    return count(from_json_lines(content).plain_text)


def _is(tip: Tip | None, content: str) -> bool:
    return tip is not None and tip.base.content == content.encode()
