# SPDX-License-Identifier: MIT
"""Novels, with their statuses and labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    case,
    cast,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from novelist.db.base import utc_now
from novelist.db.integrity import naming_constraints
from novelist.db.models import Label, Novel, OutlineItem, SceneBody, Status
from novelist.db.repositories.rows import RowRepository
from novelist.domain.enums import OUTSIDE_KINDS, ItemKind
from novelist.domain.outline import GAP
from novelist.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class NovelCard:
    """What the shelf shows of a novel; the counts are of its manuscript."""

    id: int
    title: str
    author: str
    language: str
    words: int
    characters: int
    chapters: int
    scenes: int
    target: int | None
    target_unit: str
    cover: str
    opened_at: datetime | None
    updated_at: datetime
    deleted_at: datetime | None


class NovelRepository(RowRepository[Novel]):
    """Novels of the library."""

    model = Novel
    subject = "novel"

    async def get_live(self, novel_id: int) -> Novel:
        """The novel as the live object that widgets bind to; for reading sessions."""
        return await self.get(novel_id)

    async def list_cards(self, *, trashed: bool = False) -> list[NovelCard]:
        """All novels (or those in the trash), the one opened last first, in one statement."""
        rows = await self._session.execute(_cards(trashed))
        return [NovelCard(*row) for row in rows]

    async def list_statuses(self, novel_id: int) -> list[Status]:
        """The statuses of the novel, in order."""
        found = await self._session.scalars(
            select(Status).where(Status.novel_id == novel_id).order_by(Status.position, Status.id)
        )
        return self._hand_out(found.all())

    async def list_labels(self, novel_id: int) -> list[Label]:
        """The labels of the novel, in order."""
        found = await self._session.scalars(
            select(Label).where(Label.novel_id == novel_id).order_by(Label.position, Label.id)
        )
        return self._hand_out(found.all())

    async def create(self, **columns: Any) -> int:  # noqa: ANN401 - columns of a novel
        """Add a novel; its id."""
        return (await self.add(Novel(**columns))).id

    async def add_statuses(self, novel_id: int, choices: Iterable[Mapping[str, str]]) -> None:
        """Add statuses (``name`` and ``hue``), in order."""
        await self._add_choices(Status, novel_id, choices)

    async def add_labels(self, novel_id: int, choices: Iterable[Mapping[str, str]]) -> None:
        """Add labels (``name`` and ``hue``), in order."""
        await self._add_choices(Label, novel_id, choices)

    async def apply(self, novel_id: int, values: Mapping[str, Any]) -> None:
        """Give the novel new values and a new version. Raises ``NotFoundError``."""
        await self._apply(Novel, {novel_id: values})

    async def remove(self, novel_id: int) -> None:
        """Move the novel to the trash. Raises ``NotFoundError``."""
        await self.apply(novel_id, {"deleted_at": utc_now()})

    async def restore(self, novel_id: int) -> None:
        """Bring the novel back from the trash. Raises ``NotFoundError``."""
        await self.apply(novel_id, {"deleted_at": None})

    async def purge(self, novel_id: int) -> None:
        """Remove a novel in the trash with all it holds; raises ``NotFoundError`` elsewhere."""
        novel = await self._load(novel_id)
        if novel.deleted_at is None:
            raise NotFoundError("novel", novel_id)
        self._session.expunge(novel)
        items = (
            await self._session.scalars(
                select(OutlineItem.id).where(OutlineItem.novel_id == novel_id)
            )
        ).all()
        await self._session.execute(delete(Novel).where(Novel.id == novel_id))
        self._forget(Novel, [novel_id])
        self._forget(OutlineItem, items)
        self._forget(SceneBody, items)

    async def count_live(self) -> int:
        """How many novels are outside the trash."""
        return await self.counter.where(Novel.deleted_at.is_(None)).count()

    async def count_trashed(self) -> int:
        """How many novels are in the trash."""
        return await self.counter.where(Novel.deleted_at.is_not(None)).count()

    async def _load(self, novel_id: int) -> Novel:
        novel = await self._session.get(Novel, novel_id)
        if novel is None:
            raise NotFoundError("novel", novel_id)
        return novel

    async def _add_choices(
        self, cls: type[Status | Label], novel_id: int, choices: Iterable[Mapping[str, str]]
    ) -> None:
        rows = [
            {"novel_id": novel_id, "position": (index + 1) * GAP, **choice}
            for index, choice in enumerate(choices)
        ]
        if rows:
            async with naming_constraints(self._session):
                await self._session.execute(insert(cls), rows)


def _cards(trashed: bool) -> Select[Any]:
    item = OutlineItem

    def how_many(kind: ItemKind) -> Any:  # noqa: ANN401 - an SQL expression
        return func.count(case((item.kind == kind, item.id)))

    inside = _inside_manuscripts()
    return (
        select(
            Novel.id,
            Novel.title,
            Novel.author,
            Novel.language,
            _total(item.words),
            _total(item.characters),
            how_many(ItemKind.CHAPTER),
            how_many(ItemKind.SCENE),
            Novel.target,
            Novel.target_unit,
            Novel.cover,
            Novel.opened_at,
            Novel.updated_at,
            Novel.deleted_at,
        )
        .outerjoin(inside, inside.c.novel_id == Novel.id)
        .outerjoin(item, item.id == inside.c.id)
        .where(Novel.deleted_at.is_not(None) if trashed else Novel.deleted_at.is_(None))
        .group_by(Novel.id)
        .order_by(
            Novel.opened_at.is_(None), Novel.opened_at.desc(), Novel.created_at.desc(), Novel.id
        )
    )


def _total(column: InstrumentedAttribute[int]) -> ColumnElement[int]:
    """The sum; servers would answer with a decimal number."""
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


def _inside_manuscripts() -> CTE:
    """The items of all novels that belong to the book: neither they nor what holds them is out."""
    item, below = OutlineItem, aliased(OutlineItem)
    top = select(item.id, item.novel_id).where(item.parent_id.is_(None), *_belongs(item))
    inside = top.cte("inside", recursive=True)
    return inside.union_all(
        select(below.id, below.novel_id)
        .join(inside, below.parent_id == inside.c.id)
        .where(*_belongs(below))
    )


def _belongs(item: type[OutlineItem]) -> tuple[ColumnElement[bool], ...]:
    return (
        item.deleted_at.is_(None),
        item.in_manuscript.is_(True),
        item.kind.not_in(OUTSIDE_KINDS),
    )
