# SPDX-License-Identifier: MIT
"""The words that a writer added, for one novel or for the library."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import delete, insert, select

from novelist.db.base import utc_now
from novelist.db.models import KnownWord
from novelist.db.repositories.base import Repository, chunks

_PLAIN: Final[dict[str, Any]] = {"execution_options": {"synchronize_session": False}}


class KnownWordRepository(Repository):
    """Words of a novel; those of the library where the novel is None."""

    model = KnownWord

    async def list_words(self, novel_id: int | None) -> list[str]:
        """The words, the oldest first."""
        found = await self._session.scalars(
            select(KnownWord.word).where(_of(novel_id)).order_by(KnownWord.id)
        )
        return list(found)

    async def add(self, novel_id: int | None, words: Iterable[str]) -> list[str]:
        """Add those that are not there; which they were."""
        there = set(await self.list_words(novel_id))
        fresh = [word for word in dict.fromkeys(words) if word not in there]
        for part in chunks(fresh):
            rows = [{"novel_id": novel_id, "word": word, "created_at": utc_now()} for word in part]
            await self._session.execute(insert(KnownWord), rows)
        return fresh

    async def remove(self, novel_id: int | None, words: Collection[str]) -> None:
        """Remove them where they are."""
        for part in chunks(words):
            gone = delete(KnownWord).where(_of(novel_id), KnownWord.word.in_(part))
            await self._session.execute(gone, **_PLAIN)


def _of(novel_id: int | None) -> Any:  # noqa: ANN401 - a condition
    return KnownWord.novel_id.is_(None) if novel_id is None else KnownWord.novel_id == novel_id
