# SPDX-License-Identifier: MIT
"""The tree of a novel."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased

from novelist.db.base import Base, utc_now
from novelist.db.models import OutlineItem, Revision, SceneBody, Snapshot
from novelist.db.repositories.base import Values, chunks
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.rows import RowRepository
from novelist.domain.counting import Counts
from novelist.domain.outline import Row, tree_order
from novelist.errors import NotFoundError

_ORDER: Final = (OutlineItem.position, OutlineItem.id)
_TABLE: Final = Base.metadata.tables[OutlineItem.__tablename__]
# Made once: every save of a text runs them, and making one takes longer than running it.
_COUNTS: Final = select(
    _TABLE.c.novel_id, _TABLE.c.words, _TABLE.c.characters, _TABLE.c.characters_no_spaces
).where(_TABLE.c.id == bindparam("item"))
_SET_COUNTS: Final = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("item"))
    .values(
        words=bindparam("words"),
        characters=bindparam("characters"),
        characters_no_spaces=bindparam("characters_no_spaces"),
    )
)
TAKEN_BACK: Final = 0
"""In place of the id of an item that was thrown away: no trash lists it, only redo puts it back."""
_PAGE: Final = 250  # objects built between two looks at the rest of the program


class OutlineRepository(RowRepository[OutlineItem]):
    """Items of outlines."""

    model = OutlineItem
    subject = "item"

    async def get_many(self, ids: Collection[int]) -> list[OutlineItem]:
        """Those of the items that exist, deleted ones included, in the order asked for."""
        found: dict[int, OutlineItem] = {}
        for part in chunks(dict.fromkeys(ids)):
            rows = await self._session.scalars(select(OutlineItem).where(OutlineItem.id.in_(part)))
            found.update({item.id: item for item in self._hand_out(rows.all())})
        return [found[each] for each in dict.fromkeys(ids) if each in found]

    async def existing(self, ids: Iterable[int]) -> set[int]:
        """Those of the ids that stand for an item, deleted or not."""
        found: set[int] = set()
        for part in chunks(set(ids)):
            rows = select(OutlineItem.id).where(OutlineItem.id.in_(part))
            found.update(await self._session.scalars(rows))
        return found

    async def list_for_novel(self, novel_id: int) -> list[OutlineItem]:
        """Every live item in tree order; other tasks get their turn while a long list loads."""
        statement = select(OutlineItem).where(_live(novel_id)).order_by(*_ORDER)
        result = await self._session.stream_scalars(
            statement, execution_options={"yield_per": _PAGE}
        )
        loaded = [item async for page in result.partitions() for item in page]
        items: list[OutlineItem] = []
        for part in chunks(loaded, _PAGE):  # only now: it would end the loading
            items.extend(self._hand_out(part))
            await asyncio.sleep(0)
        return [item for item, _ in tree_order(items)]

    async def list_trash(self, novel_id: int) -> list[OutlineItem]:
        """The items that were thrown away by themselves, latest first."""
        found = await self._session.scalars(
            select(OutlineItem)
            .where(
                OutlineItem.novel_id == novel_id,
                OutlineItem.deleted_at.is_not(None),
                OutlineItem.trashed_with.is_(None) | (OutlineItem.trashed_with == OutlineItem.id),
            )
            .order_by(OutlineItem.deleted_at.desc(), OutlineItem.id.desc())
        )
        return self._hand_out(found.all())

    async def list_rows(self, novel_id: int) -> list[Row]:
        """What the rules of the outline need to know of every live item."""
        item = _TABLE.c  # not the class: four thousand rows come in half the time
        columns = select(item.id, item.parent_id, item.position, item.kind, item.title)
        rows = await self._session.execute(columns.where(_live(novel_id)).order_by(*_ORDER))
        return [Row(*row) for row in rows]

    async def descendants_of(self, ids: Iterable[int], *, deleted: bool = False) -> list[int]:
        """The ids of all live items (with ``deleted``: of all) below ``ids``, without them."""
        roots = set(ids)
        if not roots:
            return []
        start = select(OutlineItem.id).where(OutlineItem.id.in_(roots)).cte(recursive=True)
        below = select(OutlineItem.id).join(start, OutlineItem.parent_id == start.c.id)
        if not deleted:
            below = below.where(OutlineItem.deleted_at.is_(None))
        tree = start.union(below)
        found = await self._session.scalars(select(tree.c.id))
        return [each for each in found if each not in roots]

    async def trashed_since(self, novel_id: int, moment: datetime) -> list[int]:
        """The items with words that stood at a moment and went to the trash after it."""
        item, words = OutlineItem, exists().where(SceneBody.item_id == OutlineItem.id)
        words = words.where(SceneBody.plain_text != "")
        times = and_(item.created_at <= moment, item.deleted_at > moment)
        own = and_(item.novel_id == novel_id, item.trashed_with.is_distinct_from(TAKEN_BACK))
        wanted = select(item.id).where(own, times, words)
        return list(await self._session.scalars(wanted.order_by(item.deleted_at.desc(), item.id)))

    async def trashed_with(self, root_id: int) -> list[int]:
        """The item in the trash and all that went there with it."""
        found = await self._session.scalars(
            select(OutlineItem.id).where(
                OutlineItem.deleted_at.is_not(None),
                (OutlineItem.trashed_with == root_id) | (OutlineItem.id == root_id),
            )
        )
        return list(found)

    async def list_hidden(self, novel_id: int) -> list[int]:
        """The items that an undone action had made, and that no trash shows."""
        return list(await self._session.scalars(select(OutlineItem.id).where(_hidden(novel_id))))

    async def hidden_with_words(self, novel_id: int) -> list[int]:
        """Those of the hidden items that have words, a synopsis or notes as no live item has."""
        item, body = OutlineItem, SceneBody
        live, live_body = aliased(item), aliased(body)
        is_live = and_(live.novel_id == novel_id, live.deleted_at.is_(None))
        digests = select(live_body.digest).join(live, live.id == live_body.item_id).where(is_live)
        unlike = or_(
            and_(body.plain_text != "", body.digest.not_in(digests)),
            and_(item.synopsis != "", item.synopsis.not_in(select(live.synopsis).where(is_live))),
            and_(item.notes != "", item.notes.not_in(select(live.notes).where(is_live))),
        )
        wanted = select(item.id).outerjoin(body, body.item_id == item.id)
        return list(await self._session.scalars(wanted.where(_hidden(novel_id), unlike)))

    async def hidden_in_history(self, novel_id: int) -> list[int]:
        """Those of the hidden items that have versions, or stand in a named moment."""
        item = OutlineItem
        versions = exists().where(Revision.item_id == item.id)
        moments = exists().where(
            Snapshot.novel_id == item.novel_id, Snapshot.taken_at >= item.created_at
        )
        wanted = select(item.id).where(_hidden(novel_id), or_(versions, moments))
        return list(await self._session.scalars(wanted))

    async def values_of(self, wanted: Mapping[int, Values]) -> dict[int, dict[str, Any]]:
        """What the columns named in ``wanted`` hold now. Raises ``NotFoundError``."""
        names = sorted({name for values in wanted.values() for name in values})
        columns = [getattr(OutlineItem, name) for name in names]
        found: dict[int, dict[str, Any]] = {}
        for part in chunks(wanted):
            rows = await self._session.execute(
                select(OutlineItem.id, *columns).where(OutlineItem.id.in_(part))
            )
            found.update({row[0]: dict(zip(names, row[1:], strict=True)) for row in rows})
        missing = [each for each in wanted if each not in found]
        if missing:
            raise NotFoundError("item", missing[0])
        return {key: {name: found[key][name] for name in values} for key, values in wanted.items()}

    async def create(self, **columns: Any) -> int:  # noqa: ANN401 - columns of an item
        """Add an item; its id."""
        return (await self.add(OutlineItem(**columns))).id

    async def add_rows(self, rows: Sequence[Values]) -> list[int]:
        """Add many items at once; their ids in the same order.

        Nobody else writes meanwhile and ids only grow, so the new ones are those above the
        highest; asking for each with RETURNING takes six times as long.
        """
        if not rows:
            return []
        highest = await self._session.scalar(select(func.max(OutlineItem.id))) or 0
        await self._session.execute(insert(OutlineItem), [dict(row) for row in rows])
        added = select(OutlineItem.id).where(OutlineItem.id > highest).order_by(OutlineItem.id)
        return list(await self._session.scalars(added))

    async def apply(self, values: Mapping[int, Values]) -> None:
        """Give items new values and versions. Raises ``NotFoundError``."""
        await self._apply(OutlineItem, values)

    async def counts_of(self, item_id: int) -> tuple[int, Counts]:
        """The item's novel and the counts that its row repeats. Raises ``NotFoundError``."""
        found = await self._session.execute(_COUNTS, {"item": item_id})
        row = found.one_or_none()
        if row is None:
            raise NotFoundError("item", item_id)
        return row[0], Counts(*row[1:])

    async def set_counts(self, item_id: int, counts: Counts) -> None:
        """Repeat the counts of the item's text in its row.

        They derive from the text, so the row keeps its version: nobody's typing conflicts.
        """
        await self.set_many_counts({item_id: counts})

    async def set_many_counts(self, counts: Mapping[int, Counts]) -> None:
        """The same for many items."""
        values = {
            item_id: {
                "words": each.words,
                "characters": each.characters,
                "characters_no_spaces": each.characters_no_spaces,
            }
            for item_id, each in counts.items()
        }
        if values:
            rows = [{"item": item_id, **each} for item_id, each in values.items()]
            await self._session.execute(_SET_COUNTS, rows if len(rows) > 1 else rows[0])
            self._tell(OutlineItem, values)

    async def remove(self, ids: Iterable[int]) -> None:
        """Move the items to the trash, each with all that is live below it."""
        now = utc_now()
        for root in ids:
            taken = [*await self.descendants_of([root]), root]
            await self.apply({each: {"deleted_at": now, "trashed_with": root} for each in taken})

    async def restore(self, ids: Iterable[int]) -> None:
        """Bring items back from the trash with what went there with them, to their old places."""
        for root in ids:
            back = await self.trashed_with(root)
            await self.apply({each: {"deleted_at": None, "trashed_with": None} for each in back})

    async def purge(self, ids: Iterable[int]) -> None:
        """Remove items in the trash for ever, with what went there with them.

        What lies below them but was thrown away by itself, or is live, moves to the top level: its
        parent is gone. Raises ``NotFoundError`` for an item that is not in the trash.
        """
        gone: set[int] = set()
        for root in ids:
            taken = await self.trashed_with(root)
            if root not in taken:
                raise NotFoundError("item", root)
            gone.update(taken)
        await self._remove_for_ever(gone)

    async def purge_hidden(self, ids: Collection[int]) -> None:
        """Remove for ever what an undone action had made, each item by itself."""
        await self._remove_for_ever(set(ids))

    async def _remove_for_ever(self, gone: set[int]) -> None:
        await CommentRepository(self._session).move_out_of(gone)
        below = await self._children_of(gone)
        await self.apply({each: {"parent_id": None} for each in below if each not in gone})
        for part in chunks(gone):
            await self._session.execute(delete(OutlineItem).where(OutlineItem.id.in_(part)))
        self._forget(OutlineItem, gone)
        self._forget(SceneBody, gone)

    async def count_live(self, novel_id: int) -> int:
        """How many live items the novel has."""
        return await self.counter.where(_live(novel_id)).count()

    async def count_trashed(self, novel_id: int) -> int:
        """How many items of the novel are in the trash."""
        of_novel = OutlineItem.novel_id == novel_id
        return await self.counter.where(of_novel, OutlineItem.deleted_at.is_not(None)).count()

    async def _children_of(self, ids: Iterable[int]) -> list[int]:
        found: list[int] = []
        for part in chunks(ids):
            found += await self._session.scalars(
                select(OutlineItem.id).where(OutlineItem.parent_id.in_(part))
            )
        return found


def _hidden(novel_id: int) -> ColumnElement[bool]:
    """Items that an undone action had made; only redo can bring them back."""
    return and_(OutlineItem.novel_id == novel_id, OutlineItem.trashed_with == TAKEN_BACK)


def _live(novel_id: int) -> ColumnElement[bool]:
    """Items of the novel that are not in the trash."""
    return and_(OutlineItem.novel_id == novel_id, OutlineItem.deleted_at.is_(None))
