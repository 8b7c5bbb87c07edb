# SPDX-License-Identifier: MIT
"""The versions of texts as rows: adding, reading back, listing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from novelist.db.base import Base
from novelist.db.models import OutlineItem, Revision, SceneBody
from novelist.db.repositories.base import Repository, Values, chunks
from novelist.domain.enums import RevisionReason
from novelist.domain.revision_codec import Base as CodecBase
from novelist.domain.revision_codec import decode
from novelist.domain.versions import Version
from novelist.errors import NotFoundError, RevisionDamagedError

_TABLE: Final = Base.metadata.tables[Revision.__tablename__]
_ITEMS: Final = Base.metadata.tables[OutlineItem.__tablename__]
_BODIES: Final = Base.metadata.tables[SceneBody.__tablename__]
_SAME_DIGEST: Final = _BODIES.c.digest == _TABLE.c.digest
# Made once: every save of a text runs it, and making one takes longer than running it.
_ADD: Final = insert(_TABLE)
_LAST: Final = (
    select(_TABLE.c.id)
    .where(_TABLE.c.item_id == bindparam("item"))
    .order_by(_TABLE.c.id.desc())
    .limit(1)
)


_LIGHT: Final = select(
    *(_TABLE.c[name] for name in ("id", "item_id", "saved_at", "reason", "sitting")),
    *(_TABLE.c[name] for name in ("words", "characters", "removed", "author", "device")),
)
_REPACK: Final = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("key"))
    .values(data=bindparam("data"), base_id=bindparam("base"))
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

    async def find(self, revision_id: int) -> Version | None:
        """One version, without its text."""
        found = await self._light(_LIGHT.where(_TABLE.c.id == revision_id))
        return found[0] if found else None

    async def page(self, item_id: int, *, before: int | None = None, size: int) -> list[Version]:
        """The newest versions of a text, or the newest ``before`` an id, newest first."""
        wanted = _LIGHT.where(_TABLE.c.item_id == item_id)
        if before is not None:
            wanted = wanted.where(_TABLE.c.id < before)
        return await self._light(wanted.order_by(_TABLE.c.id.desc()).limit(size))

    async def ids_of(self, item_id: int) -> list[int]:
        """The ids of all versions of a text, oldest first."""
        wanted = select(_TABLE.c.id).where(_TABLE.c.item_id == item_id).order_by(_TABLE.c.id)
        return list(await self._session.scalars(wanted))

    async def list_many(self, ids: Iterable[int]) -> list[Version]:
        """These versions, oldest first."""
        found: list[Version] = []
        for part in chunks(ids):
            found += await self._light(_LIGHT.where(_TABLE.c.id.in_(part)))
        return sorted(found, key=lambda version: version.id)

    async def all_of(self, item_id: int) -> list[tuple[Version, bool]]:
        """All versions of a text, oldest first, and whether each is a whole one."""
        wanted = _LIGHT.add_columns(_TABLE.c.base_id).where(_TABLE.c.item_id == item_id)
        rows = await self._session.execute(wanted.order_by(_TABLE.c.id))
        return [(_version(row[:-1]), row[-1] is None) for row in rows]

    async def items_of(self, novel_id: int) -> list[int]:
        """The items of a novel that have more than one version."""
        wanted = select(_TABLE.c.item_id).where(_TABLE.c.novel_id == novel_id)
        several = wanted.group_by(_TABLE.c.item_id).having(func.count() > 1)
        return list(await self._session.scalars(several))

    async def links_of(self, item_id: int, first: int, last: int) -> list[Link]:
        """The rows of a text from one version to another, as they are stored, oldest first."""
        wanted = select(_TABLE.c.id, _TABLE.c.base_id, _TABLE.c.digest, _TABLE.c.data).where(
            _TABLE.c.item_id == item_id, _TABLE.c.id >= first, _TABLE.c.id <= last
        )
        rows = await self._session.execute(wanted.order_by(_TABLE.c.id))
        return [Link(*row) for row in rows]

    async def needed_later(self, item_id: int, first: int, last: int) -> set[int]:
        """Those from one version to another that a version after them is built on."""
        wanted = select(_TABLE.c.base_id).where(
            _TABLE.c.item_id == item_id,
            _TABLE.c.id > last,
            _TABLE.c.base_id >= first,
            _TABLE.c.base_id <= last,
        )
        return set(await self._session.scalars(wanted))

    async def newest_id(self) -> int:
        """The id of the newest version in the library; 0 where there is none."""
        return await self._session.scalar(select(func.max(_TABLE.c.id))) or 0

    async def ids_at(self, novel_id: int, newest: int) -> dict[int, int]:
        """By item, the version that its text was when ``newest`` was the newest in the library.

        A text that was not changed until then is the first version after it. One that was never
        changed at all has no version and is left out.
        """
        here = _TABLE.c.novel_id == novel_id
        grouped = select(_TABLE.c.item_id, func.min(_TABLE.c.id)).where(here)
        found = await self._pairs(grouped.where(_TABLE.c.id > newest).group_by(_TABLE.c.item_id))
        grouped = select(_TABLE.c.item_id, func.max(_TABLE.c.id)).where(here)
        return found | await self._pairs(
            grouped.where(_TABLE.c.id <= newest).group_by(_TABLE.c.item_id)
        )

    async def words_of(self, ids: Iterable[int]) -> dict[int, int]:
        """How many words each of these versions has."""
        found: dict[int, int] = {}
        for part in chunks(ids):
            found |= await self._pairs(
                select(_TABLE.c.id, _TABLE.c.words).where(_TABLE.c.id.in_(part))
            )
        return found

    async def still_standing(self, ids: Iterable[int]) -> set[int]:
        """The items whose text is now what it is in one of these versions."""
        found: set[int] = set()
        for part in chunks(ids):
            wanted = select(_TABLE.c.item_id).join(
                _BODIES, and_(_BODIES.c.item_id == _TABLE.c.item_id, _SAME_DIGEST)
            )
            found |= set(await self._session.scalars(wanted.where(_TABLE.c.id.in_(part))))
        return found

    async def change(self, rows: Sequence[Values]) -> None:
        """Give versions (``key``) other ``data`` and ``base``: the same texts in fewer bytes."""
        connection = await self._session.connection()
        await connection.execute(_REPACK, [dict(row) for row in rows])

    async def remove(self, ids: Iterable[int]) -> None:
        """Remove versions that no other needs, for ever."""
        for part in chunks(ids):
            await self._session.execute(delete(_TABLE).where(_TABLE.c.id.in_(part)))

    async def _light(self, wanted: Select[Any]) -> list[Version]:
        return [_version(row) for row in await self._session.execute(wanted)]

    async def _pairs(self, wanted: Select[Any]) -> dict[int, int]:
        return {row[0]: row[1] for row in await self._session.execute(wanted)}

    async def _chain(self, revision_id: int) -> list[Link]:
        """The rows from the keyframe to the version."""
        rows = await self._session.execute(_CHAIN, {"revision": revision_id})
        found = {row[0]: Link(*row) for row in rows}
        if revision_id not in found:
            raise NotFoundError("revision", revision_id)
        return _in_order(found, revision_id)


def _version(row: Any) -> Version:  # noqa: ANN401 - of ``_LIGHT``
    return Version(row[0], row[1], row[2], RevisionReason(row[3]), *row[4:])


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
