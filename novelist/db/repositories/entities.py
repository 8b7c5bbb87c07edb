# SPDX-License-Identifier: MIT
"""The story bible: entities with their other names and fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, Select, delete, func, insert, select

from novelist.db.models import Alias, Entity, EntityField
from novelist.db.repositories.base import Values, chunks
from novelist.db.repositories.rows import RowRepository
from novelist.domain import entities as bible
from novelist.domain.outline import GAP

_KINDS: Final = list(bible.EntityKind)
_COLUMNS: Final = ("id", "novel_id", "kind", "name", "summary", "notes")
_LISTS: Final = frozenset({"aliases", "fields"})  # tables of their own
_Ids = Collection[int] | Select[int]


class EntityRepository(RowRepository[Entity]):
    """Rows of entities; the whole of one as a value."""

    model = Entity
    subject = "entity"

    async def list_for_novel(self, novel_id: int) -> list[bible.Entity]:
        """The entities of a novel by kind, then position; what was deleted is left out."""
        return await self.list_for_novels([novel_id])

    async def list_for_novels(self, novel_ids: Collection[int]) -> list[bible.Entity]:
        """Those of several novels, in three statements however many there are."""
        own = Entity.novel_id.in_(list(novel_ids)) & Entity.deleted_at.is_(None)
        columns = [getattr(Entity, name) for name in _COLUMNS]
        order = (Entity.novel_id, Entity.position, Entity.id)
        found = list(await self._session.execute(select(*columns).where(own).order_by(*order)))
        ids = select(Entity.id).where(own)
        aliases = await self._aliases(ids) if found else {}
        fields = await self._fields(ids) if found else {}
        values = (_value(row, aliases.get(row.id, ()), fields.get(row.id, ())) for row in found)
        return sorted(values, key=lambda each: (each.novel_id, _KINDS.index(each.kind)))

    async def ids_of(self, novel_id: int) -> list[int]:
        """The ids of the entities of a novel in their order; what was deleted is left out."""
        own = select(Entity.id).where(Entity.novel_id == novel_id, Entity.deleted_at.is_(None))
        return list(await self._session.scalars(own.order_by(Entity.position, Entity.id)))

    async def values_of(self, wanted: Mapping[int, Values]) -> dict[int, dict[str, Any]]:
        """What the columns and lists named in ``wanted`` hold now, of those that are there."""
        found: dict[int, dict[str, Any]] = {}
        for part in chunks(wanted):
            rows = await self._session.scalars(select(Entity).where(Entity.id.in_(part)))
            for row in rows:
                names = wanted[row.id].keys() - _LISTS
                found[row.id] = {name: getattr(row, name) for name in names}
        aliases: dict[int, tuple[str, ...]] = {}
        fields: dict[int, tuple[bible.EntityField, ...]] = {}
        for part in chunks(found):
            aliases |= await self._aliases(part)
            fields |= await self._fields(part)
        for key, values in found.items():
            lists = {"aliases": aliases.get(key, ()), "fields": fields.get(key, ())}
            values |= {name: each for name, each in lists.items() if name in wanted[key]}
        return found

    async def create(self, novel_id: int, values: Values) -> int:
        """Add an entity after the others of its novel; its id."""
        (key,) = await self.create_all(novel_id, [values])
        return key

    async def create_all(self, novel_id: int, several: Sequence[Values]) -> list[int]:
        """Add entities after the others of their novel; their ids."""
        last = await self._session.scalar(
            select(func.max(Entity.position)).where(Entity.novel_id == novel_id)
        )
        position, keys = last or 0, list[int]()
        for part in chunks(several):
            rows = [
                Entity(novel_id=novel_id, position=position + (n + 1) * GAP, **_columns(values))
                for n, values in enumerate(part)
            ]
            position += len(part) * GAP
            made = await self.add_all(rows)
            by_key = dict(zip(made, part, strict=True))
            await self._insert_rows(Alias, _alias_rows(by_key))
            await self._insert_rows(EntityField, _field_rows(by_key))
            keys += made
        return keys

    async def add_rows(self, rows: Sequence[Values]) -> list[int]:
        """Add rows as they are, in a few statements; their ids in the same order.

        Nobody else writes meanwhile and ids only grow, so the new ones are those above the highest.
        """
        if not rows:
            return []
        highest = await self._session.scalar(select(func.max(Entity.id))) or 0
        for part in chunks(rows):
            await self._session.execute(insert(Entity), [dict(row) for row in part])
        added = select(Entity.id).where(Entity.id > highest).order_by(Entity.id)
        return list(await self._session.scalars(added))

    async def apply(self, values: Mapping[int, Values]) -> None:
        """Give entities new values and versions. Raises ``NotFoundError``."""
        await self._apply(Entity, {key: _columns(new) for key, new in values.items()})
        aliases = {key: new for key, new in values.items() if "aliases" in new}
        await self._replace_rows(Alias, aliases, _alias_rows(aliases))
        fields = {key: new for key, new in values.items() if "fields" in new}
        await self._replace_rows(EntityField, fields, _field_rows(fields))

    async def _replace_rows(
        self,
        model: type[Alias | EntityField],
        keys: Collection[int],
        rows: list[dict[str, Any]],
    ) -> None:
        for part in chunks(keys):
            gone = delete(model).where(model.entity_id.in_(part))
            await self._session.execute(gone, execution_options={"synchronize_session": False})
        await self._insert_rows(model, rows)

    async def _insert_rows(
        self, model: type[Alias | EntityField], rows: list[dict[str, Any]]
    ) -> None:
        if rows:
            await self._session.execute(insert(model), rows)

    async def _aliases(self, ids: _Ids) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        wanted = select(Alias.entity_id, Alias.name).where(Alias.entity_id.in_(ids))
        for key, name in await self._session.execute(wanted.order_by(Alias.position, Alias.id)):
            found.setdefault(key, []).append(name)
        return {key: tuple(names) for key, names in found.items()}

    async def _fields(self, ids: _Ids) -> dict[int, tuple[bible.EntityField, ...]]:
        found: dict[int, list[bible.EntityField]] = {}
        wanted = select(EntityField.entity_id, EntityField.name, EntityField.value).where(
            EntityField.entity_id.in_(ids)
        )
        for key, name, value in await self._session.execute(
            wanted.order_by(EntityField.position, EntityField.id)
        ):
            found.setdefault(key, []).append(bible.EntityField(name, value))
        return {key: tuple(fields) for key, fields in found.items()}


def _columns(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _LISTS}


def _alias_rows(by_key: Mapping[int, Values]) -> list[dict[str, Any]]:
    return [
        {"entity_id": key, "name": name, "position": place}
        for key, values in by_key.items()
        for place, name in enumerate(values.get("aliases", ()))
    ]


def _field_rows(by_key: Mapping[int, Values]) -> list[dict[str, Any]]:
    return [
        {"entity_id": key, "name": each.name, "value": each.value, "position": place}
        for key, values in by_key.items()
        for place, each in enumerate(values.get("fields", ()))
    ]


def _value(
    row: Row[Any], aliases: tuple[str, ...], fields: tuple[bible.EntityField, ...]
) -> bible.Entity:
    return bible.Entity(
        row.id,
        row.novel_id,
        bible.EntityKind.of(row.kind),
        row.name,
        aliases,
        row.summary,
        row.notes,
        fields,
    )
