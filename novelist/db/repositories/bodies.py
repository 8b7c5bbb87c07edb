# SPDX-License-Identifier: MIT
"""The texts of scenes and notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import aliased

from novelist.db.base import utc_now
from novelist.db.models import OutlineItem, SceneBody
from novelist.db.off_loop import off_loop
from novelist.db.repositories.base import Object, Values, chunks
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.rows import RowRepository
from novelist.db.revision_store import Known, record
from novelist.domain.counting import Counts, count
from novelist.domain.document import BOOKMARK
from novelist.domain.document_text import digest, from_json_lines
from novelist.domain.enums import RevisionReason
from novelist.domain.lone_surrogates import without_lone_surrogates
from novelist.errors import StorageCorruptError

_BOOKMARK = f'"{BOOKMARK}":'
_EXCERPT = 80  # characters of a text that stand for a missing title


class SceneBodyRepository(RowRepository[SceneBody]):
    """Texts, by the id of their item. Each digest is checked whenever a text is read."""

    model = SceneBody
    subject = "text"
    kept = MappingProxyType(dict.fromkeys(("content", "plain_text", "digest"), "replace()"))

    async def contents_of(self, ids: Collection[int]) -> dict[int, str]:
        """The JSON Lines of those items that have a text; raises ``StorageCorruptError``."""
        found: dict[int, str] = {}
        for part in chunks(dict.fromkeys(ids)):
            rows = await self._session.execute(
                select(SceneBody.item_id, SceneBody.content, SceneBody.digest).where(
                    SceneBody.item_id.in_(part)
                )
            )
            for item_id, content, expected in rows:
                _check(item_id, content, expected)
                found[item_id] = content
        return found

    async def plain_texts_of(self, ids: Collection[int]) -> dict[int, str]:
        """The words alone of those items that have a text."""
        found: dict[int, str] = {}
        for part in chunks(dict.fromkeys(ids)):
            rows = await self._session.execute(
                select(SceneBody.item_id, SceneBody.plain_text).where(SceneBody.item_id.in_(part))
            )
            found |= {item_id: text for item_id, text in rows}
        return found

    async def contents_with_bookmarks(self, novel_id: int) -> dict[int, str]:
        """The JSON Lines of the texts of a novel, outside the trash, that may have bookmarks."""
        rows = await self._session.execute(
            select(SceneBody.item_id, SceneBody.content)
            .join(OutlineItem, OutlineItem.id == SceneBody.item_id)
            .where(OutlineItem.novel_id == novel_id, OutlineItem.deleted_at.is_(None))
            .where(func.instr(SceneBody.content, _BOOKMARK) > 0)
        )
        return {item_id: content for item_id, content in rows}

    async def unlike_others(self, ids: Collection[int]) -> list[int]:
        """Which of these texts have words that no live item besides them has."""
        other, item = aliased(SceneBody), aliased(OutlineItem)
        copies = (
            select(other.item_id)
            .join(item, item.id == other.item_id)
            .where(other.digest == SceneBody.digest, other.item_id.not_in(ids))
            .where(item.deleted_at.is_(None))
        )
        wanted = select(SceneBody.item_id).where(
            SceneBody.item_id.in_(ids), SceneBody.plain_text != "", ~copies.exists()
        )
        return list(await self._session.scalars(wanted))

    async def excerpts_of(self, novel_id: int, only: Collection[int] = ()) -> dict[int, str]:
        """How each text outside the trash, or each of ``only``, begins; empty ones are left out."""
        wanted = (
            select(SceneBody.item_id, func.substr(SceneBody.plain_text, 1, _EXCERPT))
            .join(OutlineItem, OutlineItem.id == SceneBody.item_id)
            .where(OutlineItem.novel_id == novel_id)
        )
        alive = OutlineItem.deleted_at.is_(None)
        wanted = wanted.where(SceneBody.item_id.in_(only) if only else alive)
        found = await self._session.execute(wanted)
        return {item_id: " ".join(text.split()) for item_id, text in found if text}

    async def add_rows(self, rows: Sequence[Values]) -> None:
        """Add many texts at once; the counts in their items are the caller's."""
        if rows:
            await self._session.execute(insert(SceneBody), [dict(row) for row in rows])

    async def replace(
        self, item_id: int, content: str, *, reason: RevisionReason = RevisionReason.SAVE
    ) -> None:
        """Give the item this text, with all that derives from it, its counts, and a new version.

        The first text of an item is kept as a version when it is changed for the first time.
        """
        plain_text, counts = await off_loop(len(content), partial(_plain, content))
        values: dict[str, Any] = {
            "content": content,
            "plain_text": plain_text,
            "digest": digest(content),
            "updated_at": utc_now(),
        }
        stored = select(SceneBody.content, SceneBody.updated_at)
        found = (await self._session.execute(stored.where(SceneBody.item_id == item_id))).first()
        if found is None:
            await self.add_rows([{"item_id": item_id, **values}])
        else:
            await self._apply(SceneBody, {item_id: values})
            known = Known(digest=values["digest"], counts=counts, found_at=found.updated_at)
            await record(
                self._session,
                item_id,
                before=found.content,
                after=content,
                reason=reason,
                known=known,
            )
        await OutlineRepository(self._session).set_counts(item_id, counts)

    def _hand_out(self, loaded: Sequence[Object]) -> list[Object]:
        """Whole ones only; raises ``StorageCorruptError``."""
        for body in loaded:
            if isinstance(body, SceneBody):
                _check(body.item_id, body.content, body.digest)
        return super()._hand_out(loaded)


def _plain(content: str) -> tuple[str, Counts]:
    plain_text = without_lone_surrogates(from_json_lines(content).plain_text)
    return plain_text, count(plain_text)


def _check(item_id: int, content: str, expected: str) -> None:
    if digest(content) != expected and (content or expected):
        raise StorageCorruptError(f"the text of item {item_id} does not fit its digest")
