# SPDX-License-Identifier: MIT
"""What was written when: the versions of a novel by their times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Label,
    ScalarSelect,
    Select,
    Subquery,
    and_,
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

    async def saves_between(
        self, novel_id: int, times: Sequence[tuple[datetime, datetime]]
    ) -> list[int]:
        """How many versions were kept in each of some times."""
        found: list[int] = []
        for part in chunks(times, _TOGETHER):
            counts = [
                select(literal(number), func.count())
                .select_from(_TABLE)
                .where(_of(novel_id), _between(*time))
                for number, time in enumerate(part)
            ]
            rows = await self._session.execute(union_all(*counts))
            found += [count for _, count in sorted(row[:] for row in rows)]
        return found

    async def written_between(
        self, novel_id: int, start: datetime, end: datetime
    ) -> list[WrittenText]:
        """What was written in each text from ``start`` until before ``end``, the latest first.

        Texts that were only found are left out.
        """
        written = _written(novel_id, [(start, end)])
        rows = await self._session.execute(written.order_by(desc("last")))
        return [WrittenText(*row[1:]) for row in rows]

    async def sum_written(
        self, novel_id: int, times: Sequence[tuple[datetime, datetime]]
    ) -> list[tuple[int, int, int]]:
        """For each of some times: saves, words that came or went, and texts written in."""
        found = [(0, 0, 0)] * len(times)
        if not times:
            return found
        each = _written(novel_id, times).subquery()
        sums = func.sum(each.c.saves), func.sum(each.c.words_after - each.c.words_before)
        wanted = select(each.c.number, *sums, func.count()).group_by(each.c.number)
        for number, saves, words, texts in await self._session.execute(wanted):
            found[number] = (int(saves), int(words), texts)
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


def _written(novel_id: int, times: Sequence[tuple[datetime, datetime]]) -> Select[Any]:
    """The number of the time and the columns of ``WrittenText``, a row for each text in each."""
    texts = _texts_in(novel_id, times)
    older, before, after = _TABLE.alias(), _TABLE.alias(), _TABLE.alias()
    previous = select(func.max(older.c.id)).where(
        older.c.item_id == texts.c.item_id, older.c.id < texts.c.first
    )
    joined = texts.join(after, after.c.id == texts.c.last).outerjoin(
        before, before.c.id == previous.scalar_subquery()
    )
    return select(
        texts.c.number,
        texts.c.item_id,
        before.c.id.label("previous"),
        texts.c.last,
        func.coalesce(before.c.words, 0).label("words_before"),
        after.c.words.label("words_after"),
        texts.c.saves,
    ).select_from(joined)


def _texts_in(novel_id: int, times: Sequence[tuple[datetime, datetime]]) -> Subquery:
    """By time and text: the first and the last version in it, and how many."""
    rows = [
        select(literal(number).label("number"), _moment(start, "start"), _moment(end, "stop"))
        for number, (start, end) in enumerate(times)
    ]
    time = (union_all(*rows) if len(rows) > 1 else rows[0]).subquery()
    inside = and_(
        _of(novel_id),
        _TABLE.c.saved_at >= time.c.start,
        _TABLE.c.saved_at < time.c.stop,
        _TABLE.c.reason != RevisionReason.FOUND,
    )
    first, last = func.min(_TABLE.c.id).label("first"), func.max(_TABLE.c.id).label("last")
    wanted = select(time.c.number, _TABLE.c.item_id, first, last, func.count().label("saves"))
    joined = time.join(_TABLE, inside)
    return wanted.select_from(joined).group_by(time.c.number, _TABLE.c.item_id).subquery()


def _moment(moment: datetime, name: str) -> Label[datetime]:
    return literal(moment, _TABLE.c.saved_at.type).label(name)


def _version_of_item(condition: ColumnElement[bool], *, last: bool) -> ScalarSelect[Any]:
    """The first or last version of the text of an item in ``_ITEMS``."""
    order = _TABLE.c.id.desc() if last else _TABLE.c.id
    wanted = select(_TABLE.c.id).where(_TABLE.c.item_id == _ITEMS.c.id, condition)
    return wanted.order_by(order).limit(1).correlate(_ITEMS).scalar_subquery()


def _between(start: datetime, end: datetime) -> ColumnElement[bool]:
    return and_(_TABLE.c.saved_at >= start, _TABLE.c.saved_at < end)
