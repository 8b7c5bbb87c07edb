# SPDX-License-Identifier: MIT
"""The versions of texts as rows: adding, reading back, listing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, insert, select

from novelist.db.base import Base
from novelist.db.models import OutlineItem, Revision
from novelist.db.repositories.base import Repository, Values
from novelist.domain.revision_codec import Base as CodecBase
from novelist.domain.revision_codec import decode
from novelist.errors import NotFoundError, RevisionDamagedError

_TABLE: Final = Base.metadata.tables[Revision.__tablename__]
_ITEMS: Final = Base.metadata.tables[OutlineItem.__tablename__]
# Made once: every save of a text runs it, and making one takes longer than running it.
_ADD: Final = insert(_TABLE)
_LAST: Final = (
    select(_TABLE.c.id)
    .where(_TABLE.c.item_id == bindparam("item"))
    .order_by(_TABLE.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the chain that a version is read from."""

    id: int
    base_id: int | None
    digest: str
    data: bytes


class RevisionRepository(Repository):
    """Versions of texts."""

    async def add(self, values: Values) -> int:
        """Add one version; its id."""
        result = await self._session.execute(_ADD, dict(values))
        key: int = result.inserted_primary_key[0]  # type: ignore[attr-defined]  # a CursorResult
        return key

    async def last_of(self, item_id: int) -> int | None:
        """The id of the newest version of an item's text."""
        return await self._session.scalar(_LAST, {"item": item_id})

    async def read(self, revision_id: int) -> str:
        """The JSON Lines of a version.

        Raises ``NotFoundError``, and ``RevisionDamagedError`` when its digest does not fit.
        """
        links = await self._chain(revision_id)
        return decode([link.data for link in links], links[-1].digest)

    async def read_base(self, revision_id: int) -> CodecBase:
        """A version as the one that the next may build on; raises like ``read``."""
        links = await self._chain(revision_id)
        content = decode([link.data for link in links], links[-1].digest)
        return CodecBase(content.encode(), len(links) - 1, len(links[0].data))

    async def novel_of(self, item_id: int) -> int:
        """The novel of an item. Raises ``NotFoundError``."""
        found = await self._session.scalar(select(_ITEMS.c.novel_id).where(_ITEMS.c.id == item_id))
        if found is None:
            raise NotFoundError("item", item_id)
        return int(found)

    async def _chain(self, revision_id: int) -> list[Link]:
        """The rows from the keyframe to the version."""
        rows = await self._session.execute(_CHAIN, {"revision": revision_id})
        found = {row[0]: Link(*row) for row in rows}
        if revision_id not in found:
            raise NotFoundError("revision", revision_id)
        return _in_order(found, revision_id)


def _in_order(found: dict[int, Link], revision_id: int) -> list[Link]:
    """Keyframe first. Raises ``RevisionDamagedError`` where one is missing."""
    links: list[Link] = []
    wanted: int | None = revision_id
    while wanted is not None:
        link = found.pop(wanted, None)
        if link is None:
            raise RevisionDamagedError(f"revision {wanted}, which {revision_id} needs, is missing")
        links.append(link)
        wanted = link.base_id
    return links[::-1]


def _make_chain() -> Any:  # noqa: ANN401 - SQLAlchemy's, with five parameters
    start = (
        select(_TABLE.c.id, _TABLE.c.base_id)
        .where(_TABLE.c.id == bindparam("revision"))
        .cte("chain", recursive=True)
    )
    before = select(_TABLE.c.id, _TABLE.c.base_id).join(start, _TABLE.c.id == start.c.base_id)
    chain = start.union(before)  # not UNION ALL: a damaged row may point to itself
    return select(_TABLE.c.id, _TABLE.c.base_id, _TABLE.c.digest, _TABLE.c.data).where(
        _TABLE.c.id.in_(select(chain.c.id))
    )


_CHAIN: Final = _make_chain()
