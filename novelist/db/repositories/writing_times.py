# SPDX-License-Identifier: MIT
"""What was written when: the versions of a novel by their times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    bindparam,
    desc,
    func,
    literal,
    select,
    true,
    union_all,
)

from novelist.db.base import Base
from novelist.db.models import OutlineItem, Revision
from novelist.db.repositories.base import Repository, chunks
from novelist.domain.enums import RevisionReason

_TABLE: Final = Base.metadata.tables[Revision.__tablename__]
_ITEMS: Final = Base.metadata.tables[OutlineItem.__tablename__]
_TOGETHER: Final = 60  # times asked about in one statement


Time: TypeAlias = tuple[datetime, datetime]  # from the first until before the second


class WrittenText(NamedTuple):
    """What was written in one text in some time, by the versions before and after it."""

    item_id: int
    before: int | None
    last: int
    words_before: int
    words_after: int
    saves: int


class WritingTimesRepository(Repository):
    """The versions of a novel by their times."""

    async def span_of(self, novel_id: int) -> tuple[datetime, datetime] | None:
        """When the novel was first and last saved."""
        saved, here = _TABLE.c.saved_at, select(_TABLE.c.saved_at).where(_of(novel_id)).limit(1)
        ends = (here.order_by(order).scalar_subquery() for order in (saved, saved.desc()))
        row = (await self._session.execute(select(*ends))).one()
        return None if row[0] is None else (row[0], row[1])

    async def saves_between(self, novel_id: int, times: Sequence[Time]) -> list[int]:
        """How many versions were kept in each of some times."""
        found: list[int] = []
        for part in chunks(times, _TOGETHER):
            rows = await self._session.execute(_count_saves(len(part)), _values(novel_id, part))
            found += [count for _, count in sorted(row[:] for row in rows)]
        return found

    async def written_between(
        self, novel_id: int, start: datetime, end: datetime
    ) -> list[WrittenText]:
        """What was written in each text from ``start`` until before ``end``, the latest first.

        Texts that were only found are left out.
        """
        wanted = _written(1).order_by(desc("last"))
        rows = await self._session.execute(wanted, _values(novel_id, [(start, end)]))
        return [WrittenText(*row[1:]) for row in rows]

    async def sum_written(self, novel_id: int, times: Sequence[Time]) -> list[tuple[int, int, int]]:
        """For each of some times: saves, words that came or went, and texts written in."""
        found = []
        for part in chunks(times, _TOGETHER):
            sums = [(0, 0, 0)] * len(part)
            rows = await self._session.execute(_sum_written(len(part)), _values(novel_id, part))
            for number, saves, words, texts in rows:
                sums[number] = (int(saves), int(words), texts)
            found += sums
        return found

    async def ids_when(self, ids: Iterable[int], moment: datetime) -> dict[int, int]:
        """By item, the version that its text was at a moment; the first, if it came only later."""
        then = _version_of_item(_TABLE.c.saved_at <= moment, last=True)
        first = _version_of_item(true(), last=False)
        found: dict[int, int] = {}
        for part in chunks(ids):
            wanted = select(_ITEMS.c.id, func.coalesce(then, first).label("version"))
            rows = await self._session.execute(wanted.where(_ITEMS.c.id.in_(part)))
            found |= {item_id: key for item_id, key in rows if key is not None}
        return found

    async def changed_since(self, novel_id: int, moment: datetime) -> list[int]:
        """The items whose texts were saved after a moment, the latest first."""
        wanted = (
            select(_TABLE.c.item_id)
            .where(_of(novel_id), _TABLE.c.saved_at > moment)
            .group_by(_TABLE.c.item_id)
            .order_by(func.max(_TABLE.c.id).desc())
        )
        return list(await self._session.scalars(wanted))


def _of(novel_id: int) -> ColumnElement[bool]:
    return _TABLE.c.novel_id == novel_id


def _values(novel_id: int, times: Sequence[Time]) -> dict[str, Any]:
    """What the statements about so many times are given."""
    found: dict[str, Any] = {"novel": novel_id}
    for number, (start, end) in enumerate(times):
        found |= {f"start_{number}": start, f"stop_{number}": end}
    return found


# Made once for each number of times: making one takes longer than running it, and holds others up.


@lru_cache(maxsize=8)
def _count_saves(times: int) -> Select[Any]:
    time = _times(times)
    saves = select(func.count()).select_from(_TABLE).where(_inside(time)).correlate(time)
    return select(time.c.number, saves.scalar_subquery())


@lru_cache(maxsize=8)
def _sum_written(times: int) -> Select[Any]:
    each = _written(times).subquery()
    sums = func.sum(each.c.saves), func.sum(each.c.words_after - each.c.words_before)
    return select(each.c.number, *sums, func.count()).group_by(each.c.number)


@lru_cache(maxsize=8)
def _written(times: int) -> Select[Any]:
    """The number of the time and the columns of ``WrittenText``, a row for each text in each."""
    texts = _texts_in(times)
    older, before, after = _TABLE.alias(), _TABLE.alias(), _TABLE.alias()
    previous = select(func.max(older.c.id)).where(
        older.c.item_id == texts.c.item_id, older.c.id < texts.c.first
    )
    is_before = and_(before.c.id == previous.scalar_subquery(), before.c.item_id == texts.c.item_id)
    joined = texts.join(after, after.c.id == texts.c.last).outerjoin(before, is_before)
    return select(
        texts.c.number,
        texts.c.item_id,
        before.c.id.label("previous"),
        texts.c.last,
        func.coalesce(before.c.words, 0).label("words_before"),
        after.c.words.label("words_after"),
        texts.c.saves,
    ).select_from(joined)


def _texts_in(times: int) -> Subquery:
    """By time and text: the first and the last version in it, and how many."""
    time = _times(times)
    first, last = func.min(_TABLE.c.id).label("first"), func.max(_TABLE.c.id).label("last")
    wanted = select(time.c.number, _TABLE.c.item_id, first, last, func.count().label("saves"))
    joined = time.join(_TABLE, and_(_inside(time), _TABLE.c.reason != RevisionReason.FOUND))
    return wanted.select_from(joined).group_by(time.c.number, _TABLE.c.item_id).subquery()


def _times(times: int) -> Subquery:
    """A row for each time: its number, its start and its end."""
    saved = _TABLE.c.saved_at.type
    rows = [
        select(
            literal(number).label("number"),
            bindparam(f"start_{number}", type_=saved).label("start"),
            bindparam(f"stop_{number}", type_=saved).label("stop"),
        )
        for number in range(times)
    ]
    return (union_all(*rows) if len(rows) > 1 else rows[0]).subquery()


def _inside(time: Subquery) -> ColumnElement[bool]:
    """The versions of the novel in a time."""
    saved = _TABLE.c.saved_at
    novel = _TABLE.c.novel_id == bindparam("novel", type_=_TABLE.c.novel_id.type)
    return and_(novel, saved >= time.c.start, saved < time.c.stop)


def _version_of_item(condition: ColumnElement[bool], *, last: bool) -> ScalarSelect[Any]:
    """The first or last version of the text of an item in ``_ITEMS``."""
    order = _TABLE.c.id.desc() if last else _TABLE.c.id
    wanted = select(_TABLE.c.id).where(_TABLE.c.item_id == _ITEMS.c.id, condition)
    return wanted.order_by(order).limit(1).correlate(_ITEMS).scalar_subquery()
