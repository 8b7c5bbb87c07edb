# SPDX-License-Identifier: MIT
"""Many texts rewritten at once: what ``SceneBodyRepository.replace`` does, in few statements."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, insert, literal, select

from novelist.db.base import Base, utc_now
from novelist.db.models import OutlineItem, Revision, SceneBody
from novelist.db.repositories.base import Repository, chunks
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.revision_tips import TIPS, Tips
from novelist.domain.counting import Counts
from novelist.domain.enums import RevisionReason
from novelist.domain.finding.rewriting import Derived, derive
from novelist.domain.revision_codec import KEYFRAME_EVERY, Packed, encode
from novelist.domain.revision_codec import Base as CodecBase

_FEW: Final = 3  # texts; so many are rewritten one by one, which knows the newest versions
_TOGETHER: Final = 250  # texts whose versions are packed in one visit of a thread
_REVISIONS: Final = Base.metadata.tables[Revision.__tablename__]
_ADD: Final = insert(_REVISIONS)
_BODY: Final = (SceneBody.digest, SceneBody.updated_at)
_COUNTS: Final = (OutlineItem.words, OutlineItem.characters, OutlineItem.characters_no_spaces)


@dataclass(frozen=True, slots=True)
class _Stored:
    """A text as it is on disk."""

    novel_id: int
    content: str
    digest: str
    updated_at: datetime
    counts: Counts


@dataclass(frozen=True, slots=True)
class _Tip:
    """The newest version of a text."""

    id: int
    digest: str
    depth: int  # how many deltas lie between it and its keyframe
    keyframe: int  # bytes that this takes


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A text to be written, with its version; ``found`` is one to be written before that."""

    content: str
    derived: Derived
    packed: Packed
    found: Packed | None


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the texts, by item: as they are on disk, their newest versions, what they become."""

    stored: Mapping[int, _Stored]
    tips: Mapping[int, _Tip]
    prepared: Mapping[int, _Prepared]


class TextRewriter(Repository):
    """Gives many items their texts, with all that derives from them, and a version each."""

    async def rewrite(
        self,
        texts: Mapping[int, str],
        reason: RevisionReason,
        before: Mapping[int, str] | None = None,
        digests: Mapping[int, str] | None = None,
    ) -> None:
        """The items have these texts now; those that have them already stay untouched.

        ``before`` are their texts as this transaction read them and ``digests`` those of the new
        ones, as far as they are known. Raises ``StorageCorruptError`` where a text on disk does
        not fit its digest.
        """
        if len(texts) <= _FEW:
            await self._one_by_one(texts, reason)
            return
        waiting: _Part | None = None
        for keys in chunks(texts, _TOGETHER):
            stored = await self._stored(keys, before or {})
            new = {key: texts[key] for key in keys if key in stored}
            wanted = {key: text for key, text in new.items() if text != stored[key].content}
            tips = await self._tips(wanted)
            preparing = asyncio.create_task(
                asyncio.to_thread(_prepare, wanted, stored, tips, digests or {})
            )
            try:
                await self._write(waiting, reason)  # while a thread prepares the next ones
            finally:
                await asyncio.wait([preparing])
            waiting = _Part(stored, tips, preparing.result())
            await self._one_by_one({key: texts[key] for key in keys if key not in stored}, reason)
        await self._write(waiting, reason)

    async def _one_by_one(self, texts: Mapping[int, str], reason: RevisionReason) -> None:
        bodies = SceneBodyRepository(self._session)
        for item_id, content in texts.items():
            await bodies.replace(item_id, content, reason=reason)

    async def _stored(self, keys: Sequence[int], read: Mapping[int, str]) -> dict[int, _Stored]:
        unread = [key for key in keys if key not in read]
        before = {**read, **await SceneBodyRepository(self._session).contents_of(unread)}
        body, item = SceneBody, OutlineItem
        wanted = (
            select(body.item_id, item.novel_id, *_BODY, *_COUNTS)
            .join(item, item.id == body.item_id)
            .where(body.item_id.in_(keys))
        )
        rows = await self._session.execute(wanted)
        return {
            row[0]: _Stored(row[1], before[row[0]], row[2], row[3], Counts(*row[4:]))
            for row in rows
        }

    async def _tips(self, ids: Iterable[int]) -> dict[int, _Tip]:
        """The newest versions, without their texts; what is remembered of them is not any more."""
        wanted = list(ids)
        remembered = self._session.info.get(TIPS)
        if isinstance(remembered, Tips):
            for item_id in wanted:
                remembered.take(item_id)
        table = _REVISIONS.c
        newest = select(func.max(table.id)).where(table.item_id.in_(wanted)).group_by(table.item_id)
        start = select(
            table.id.label("tip"), table.id, table.base_id, literal(0).label("depth")
        ).where(table.id.in_(newest))
        chain = start.cte("chain", recursive=True)
        below = (
            select(chain.c.tip, table.id, table.base_id, chain.c.depth + 1)
            .join(chain, table.id == chain.c.base_id)
            .where(chain.c.depth < KEYFRAME_EVERY)  # a damaged row may point to itself
        )
        chain, tip = chain.union_all(below), _REVISIONS.alias("tip").c
        size = func.length(table.data)
        rows = await self._session.execute(
            select(tip.item_id, chain.c.tip, tip.digest, chain.c.depth, size)
            .join(table.id.table, table.id == chain.c.id)
            .join(tip.id.table, tip.id == chain.c.tip)
            .where(chain.c.base_id.is_(None))  # where none is, one is missing: then a whole one
        )
        return {item_id: _Tip(*known) for item_id, *known in rows}

    async def _write(self, part: _Part | None, reason: RevisionReason) -> None:
        if part is not None:
            await self._add_versions(part, reason)
            await self._write_texts(part.prepared)

    async def _add_versions(self, part: _Part, reason: RevisionReason) -> None:
        """First what was found and no version holds, then what is there now."""
        stored, prepared = part.stored, part.prepared
        remembered = self._session.info.get(TIPS)
        sitting = (remembered if isinstance(remembered, Tips) else Tips(alone=False)).sitting()
        found = {key: each.found for key, each in prepared.items() if each.found is not None}
        rows = [
            _row(key, stored[key], packed, stored[key].counts, RevisionReason.FOUND)
            | {"saved_at": stored[key].updated_at, "sitting": sitting}
            for key, packed in found.items()
        ]
        bases = {key: tip.id for key, tip in part.tips.items()} | await self._add_found(rows)
        now = utc_now()
        rows = [
            _row(key, stored[key], each.packed, each.derived.counts, reason)
            | {"saved_at": now, "sitting": sitting, "removed": each.derived.removed}
            | {"base_id": bases[key] if each.packed.is_delta else None}
            for key, each in prepared.items()
        ]
        if rows:
            await self._session.execute(_ADD, rows)

    async def _add_found(self, rows: Sequence[dict[str, Any]]) -> dict[int, int]:
        """Add versions; their ids by item. Nobody else writes meanwhile and ids only grow."""
        if not rows:
            return {}
        highest = await self._session.scalar(select(func.max(_REVISIONS.c.id))) or 0
        await self._session.execute(_ADD, list(rows))
        added = select(_REVISIONS.c.item_id, _REVISIONS.c.id).where(_REVISIONS.c.id > highest)
        return {row[0]: row[1] for row in await self._session.execute(added)}

    async def _write_texts(self, prepared: Mapping[int, _Prepared]) -> None:
        now = utc_now()
        values = {
            key: {
                "content": each.content,
                "plain_text": each.derived.plain_text,
                "digest": each.derived.digest,
                "updated_at": now,
            }
            for key, each in prepared.items()
        }
        if values:
            await self._apply(SceneBody, values)
        counts = {key: each.derived.counts for key, each in prepared.items()}
        await OutlineRepository(self._session).set_many_counts(counts)


def _prepare(
    wanted: Mapping[int, str],
    stored: Mapping[int, _Stored],
    tips: Mapping[int, _Tip],
    digests: Mapping[int, str],
) -> dict[int, _Prepared]:
    """For one thread: two would take the interpreter from each other, and from the store's."""
    return {
        key: _pack(text, stored[key], tips.get(key), digests.get(key))
        for key, text in wanted.items()
    }


def _pack(content: str, before: _Stored, tip: _Tip | None, known_digest: str | None) -> _Prepared:
    derived = derive(before.content, content, before.counts, known_digest)
    found: Packed | None = None
    base: CodecBase | None = None
    if tip is not None and tip.digest == before.digest:
        base = CodecBase(before.content.encode(), tip.depth, tip.keyframe)
    elif before.content:
        found = encode(before.content, None, before.digest)
        base = found.base
    return _Prepared(content, derived, encode(content, base, derived.digest), found)


def _row(
    item_id: int, stored: _Stored, packed: Packed, counts: Counts, reason: RevisionReason
) -> dict[str, Any]:
    return {
        "novel_id": stored.novel_id,
        "item_id": item_id,
        "reason": reason,
        "words": counts.words,
        "characters": counts.characters,
        "removed": 0,
        "base_id": None,
        "size": len(packed.base.content),
        "digest": packed.digest,
        "data": packed.data,
    }
