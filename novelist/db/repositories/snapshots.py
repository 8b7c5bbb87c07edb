# SPDX-License-Identifier: MIT
"""Moments that were given a name: of a scene, or of a whole novel."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, insert, select, update

from novelist.db.base import Base
from novelist.db.models import Snapshot
from novelist.db.repositories.base import Repository
from novelist.errors import NotFoundError

_TABLE: Final = Base.metadata.tables[Snapshot.__tablename__]
_NAMES: Final = ("id", "novel_id", "item_id", "taken_at", "name", "note", "revision_id")
_LIGHT: Final = select(*(_TABLE.c[name] for name in _NAMES))


@dataclass(frozen=True, slots=True)
class NamedMoment:
    """A snapshot without its outline; ``item_id`` is None for a whole novel."""

    id: int
    novel_id: int
    item_id: int | None
    taken_at: datetime
    name: str
    note: str
    revision_id: int


class SnapshotRepository(Repository):
    """Named moments."""

    async def add(self, **columns: Any) -> int:  # noqa: ANN401 - columns of a snapshot
        """Add one; its id."""
        result = await self._session.execute(insert(_TABLE), columns)
        key: int = result.inserted_primary_key[0]  # type: ignore[attr-defined]  # a CursorResult
        return key

    async def get(self, snapshot_id: int) -> NamedMoment:
        """One of them. Raises ``NotFoundError``."""
        row = (await self._session.execute(_LIGHT.where(_TABLE.c.id == snapshot_id))).first()
        if row is None:
            raise NotFoundError("snapshot", snapshot_id)
        return NamedMoment(*row)

    async def outline_of(self, snapshot_id: int) -> bytes:
        """The packed outline of a novel's snapshot. Raises ``NotFoundError``."""
        wanted = select(_TABLE.c.outline).where(_TABLE.c.id == snapshot_id)
        found: bytes | None = await self._session.scalar(wanted)
        if found is None:
            raise NotFoundError("snapshot", snapshot_id)
        return found

    async def list_for(self, novel_id: int) -> list[NamedMoment]:
        """All of a novel, of its scenes and of the whole, newest first."""
        wanted = _LIGHT.where(_TABLE.c.novel_id == novel_id).order_by(_TABLE.c.id.desc())
        return [NamedMoment(*row) for row in await self._session.execute(wanted)]

    async def list_for_item(self, item_id: int) -> list[NamedMoment]:
        """Those of one scene, newest first."""
        wanted = _LIGHT.where(_TABLE.c.item_id == item_id).order_by(_TABLE.c.id.desc())
        return [NamedMoment(*row) for row in await self._session.execute(wanted)]

    async def rename(self, snapshot_id: int, name: str) -> None:
        """Call it something else."""
        await self._session.execute(
            update(_TABLE).where(_TABLE.c.id == snapshot_id).values(name=name)
        )

    async def remove(self, ids: Collection[int]) -> None:
        """Forget the names; the versions stay, until they are thinned."""
        await self._session.execute(delete(_TABLE).where(_TABLE.c.id.in_(ids)))
