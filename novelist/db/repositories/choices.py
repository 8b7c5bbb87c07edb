# SPDX-License-Identifier: MIT
"""The statuses or labels of one novel: written, put in order, and who carries them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.base import stamps
from novelist.db.integrity import naming_constraints
from novelist.db.models import Label, OutlineItem, Status
from novelist.db.repositories.base import Repository
from novelist.domain.enums import ChoiceKind
from novelist.errors import NotFoundError

_MODELS: Final[dict[ChoiceKind, type[Status | Label]]] = {
    ChoiceKind.STATUS: Status,
    ChoiceKind.LABEL: Label,
}
_PLAIN: Final[dict[str, Any]] = {"execution_options": {"synchronize_session": False}}

Columns = Mapping[str, Any]


class ChoiceRepository(Repository):
    """One of the two lists of a novel, as rows of ``name``, ``hue``, ``position`` and ``there``."""

    def __init__(self, session: AsyncSession, novel_id: int, kind: ChoiceKind) -> None:
        super().__init__(session)
        self._novel_id = novel_id
        self._kind = kind
        self._model = _MODELS[kind]
        self._carried = getattr(OutlineItem, kind.column)

    async def rows(self) -> dict[int, dict[str, Any]]:
        """All of them by id, in order."""
        model = self._model
        found = await self._session.execute(
            select(model.id, model.name, model.hue, model.position)
            .where(model.novel_id == self._novel_id)
            .order_by(model.position, model.id)
        )
        return {
            row.id: {"name": row.name, "hue": row.hue, "position": row.position, "there": True}
            for row in found
        }

    async def add(self, **columns: Any) -> int:  # noqa: ANN401 - columns of a status or label
        """Add one; its id. Raises ``DuplicateTitleError``."""
        row = insert(self._model.__table__).values(novel_id=self._novel_id, **columns)  # type: ignore[arg-type]  # FromClause
        async with naming_constraints(self._session):
            made = await self._session.execute(row)
        key: int = made.inserted_primary_key[0]  # type: ignore[attr-defined]  # of an insert
        return key

    async def put(self, values: Mapping[int, Columns]) -> None:
        """Give rows these values: ``there`` False removes, True brings one back with its id.

        Raises ``NotFoundError`` and ``DuplicateTitleError``.
        """
        for key, columns in values.items():
            wanted = {name: value for name, value in columns.items() if name != "there"}
            there = columns.get("there")
            if there is None:
                await self._change(key, wanted)
            elif there:
                await self.add(id=key, **wanted)
            else:
                await self._remove(key)

    async def carriers(self, keys: Collection[int]) -> list[int]:
        """The items that carry one of these, those in the trash among them."""
        if not keys:
            return []
        found = await self._session.scalars(
            select(OutlineItem.id).where(self._carried.in_(keys)).order_by(OutlineItem.id)
        )
        return list(found)

    async def count_carriers(self) -> dict[int, int]:
        """How many items outside the trash carry each that any carries."""
        found = await self._session.execute(
            select(self._carried, func.count())
            .where(
                OutlineItem.novel_id == self._novel_id,
                OutlineItem.deleted_at.is_(None),
                self._carried.is_not(None),
            )
            .group_by(self._carried)
        )
        return {row[0]: row[1] for row in found}

    async def _change(self, key: int, columns: Columns) -> None:
        model = self._model
        row = update(model).where(model.id == key, model.novel_id == self._novel_id)
        changed = row.values(stamps(model) | dict(columns))
        async with naming_constraints(self._session):
            done = await self._session.execute(changed, **_PLAIN)
        if done.rowcount != 1:  # type: ignore[attr-defined]  # of an update
            raise NotFoundError(self._kind, key)
        self._tell(model, {key: columns})

    async def _remove(self, key: int) -> None:
        model = self._model
        row = delete(model).where(model.id == key, model.novel_id == self._novel_id)
        await self._session.execute(row, **_PLAIN)
        self._forget(model, [key])
