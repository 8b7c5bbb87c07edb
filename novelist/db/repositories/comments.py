# SPDX-License-Identifier: MIT
"""Comments and what is answered to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import func, insert, select, update

from novelist.db.models import Comment, OutlineItem, SceneBody
from novelist.db.repositories.base import Values, chunks
from novelist.db.repositories.rows import RowRepository
from novelist.domain.comments import WRITTEN, Commented, Remark, Thread, commented_in


class CommentRepository(RowRepository[Comment]):
    """Rows of comments; threads as values."""

    model = Comment
    subject = "comment"

    async def list_threads(self, novel_id: int) -> list[Thread]:
        """The threads of a novel, the oldest first; what was deleted is left out."""
        rows = await self._session.scalars(
            select(Comment)
            .where(Comment.novel_id == novel_id, Comment.deleted_at.is_(None))
            .order_by(Comment.id)
        )
        return list(_threads(rows.all()))

    async def texts_of(
        self, novel_id: int, only: Collection[int] = ()
    ) -> dict[int, list[Commented]]:
        """The commented passages of the texts outside the trash, or of ``only`` these."""
        wanted = (
            select(SceneBody.item_id, SceneBody.content)
            .join(OutlineItem, OutlineItem.id == SceneBody.item_id)
            .where(OutlineItem.novel_id == novel_id, OutlineItem.deleted_at.is_(None))
            .where(func.instr(SceneBody.content, WRITTEN) > 0)
        )
        if only:
            wanted = wanted.where(SceneBody.item_id.in_(list(only)))
        rows = await self._session.execute(wanted)
        return {item_id: commented_in(content) for item_id, content in rows}

    async def values_of(self, wanted: Mapping[int, Values]) -> dict[int, dict[str, Any]]:
        """What the columns named in ``wanted`` hold now, of those that are there."""
        found: dict[int, dict[str, Any]] = {}
        for part in chunks(wanted):
            rows = await self._session.scalars(select(Comment).where(Comment.id.in_(part)))
            for row in rows:
                found[row.id] = {name: getattr(row, name) for name in wanted[row.id]}
        return found

    async def texts_by_id(self, ids: Collection[int]) -> dict[int, str]:
        """What these comments say now; deleted ones are left out."""
        found: dict[int, str] = {}
        for part in chunks(ids):
            rows = await self._session.execute(
                select(Comment.id, Comment.text).where(
                    Comment.id.in_(part), Comment.deleted_at.is_(None)
                )
            )
            found |= {key: text for key, text in rows}
        return found

    async def apply(self, values: Mapping[int, Values]) -> None:
        """Give comments new values and versions. Raises ``NotFoundError``."""
        await self._apply(Comment, values)

    async def add_thread(
        self, novel_id: int, item_id: int, remarks: Iterable[Mapping[str, Any]]
    ) -> None:
        """Add a comment, whose columns are the first of ``remarks``, and the answers to it."""
        thread_id = None
        for columns in remarks:
            row = {"novel_id": novel_id, "item_id": item_id, "thread_id": thread_id, **columns}
            made = await self._session.execute(insert(Comment.__table__).values(row))  # type: ignore[arg-type]  # FromClause
            thread_id = thread_id or made.inserted_primary_key[0]  # type: ignore[attr-defined]  # of an insert

    async def add_copies(
        self, rows: Iterable[Mapping[str, Any]], items: Mapping[int, int], novel_id: int
    ) -> None:
        """Add copies of rows to the copies of their items, answers to the copies of theirs.

        Answers to a comment that is not among them are left out: alone they would be comments.
        """
        copies: dict[int, int] = {}
        for row in sorted(rows, key=lambda row: row["id"]):  # an answer is younger
            if row["thread_id"] is not None and row["thread_id"] not in copies:
                continue
            fresh = {name: value for name, value in row.items() if name not in ("id", "version")}
            fresh |= {
                "novel_id": novel_id,
                "item_id": items[row["item_id"]],
                "thread_id": copies.get(row["thread_id"]),
                "version": 1,
            }
            made = await self._session.execute(insert(Comment.__table__).values(fresh))  # type: ignore[arg-type]  # FromClause
            copies[row["id"]] = made.inserted_primary_key[0]  # type: ignore[attr-defined]  # of an insert

    async def copy(self, items: Mapping[int, int], novel_id: int) -> None:
        """Let copies of items have copies of their comments; ``items`` are copies by original."""
        for part in chunks(items):
            wanted = select(Comment.__table__).where(
                Comment.item_id.in_(part), Comment.deleted_at.is_(None)
            )
            rows = (await self._session.execute(wanted)).mappings()
            await self.add_copies([dict(row) for row in rows], items, novel_id)

    async def move_out_of(self, gone: Collection[int]) -> None:
        """Before items go for ever: comments whose passages are elsewhere by now go there."""
        rows: list[Any] = []
        for part in chunks(gone):
            wanted = select(Comment.id, Comment.novel_id, Comment.mark).where(
                Comment.item_id.in_(part), Comment.thread_id.is_(None)
            )
            rows += (await self._session.execute(wanted)).all()
        for novel_id in {row.novel_id for row in rows}:
            places = await self._places(novel_id, gone)
            for row in rows:
                if row.novel_id == novel_id and row.mark in places:
                    await self._move(row.id, places[row.mark])

    async def _places(self, novel_id: int, but: Collection[int]) -> dict[str, int]:
        """Which item has which mark in its text, those in the trash the last resort."""
        rows = await self._session.execute(
            select(SceneBody.item_id, SceneBody.content)
            .join(OutlineItem, OutlineItem.id == SceneBody.item_id)
            .where(OutlineItem.novel_id == novel_id)
            .where(func.instr(SceneBody.content, WRITTEN) > 0)
            .order_by(OutlineItem.deleted_at.is_(None), OutlineItem.id.desc())
        )
        return {
            passage.mark: item_id
            for item_id, content in rows
            if item_id not in but
            for passage in commented_in(content)
        }

    async def _move(self, thread_id: int, item_id: int) -> None:
        whole = (Comment.id == thread_id) | (Comment.thread_id == thread_id)
        moved = update(Comment).where(whole).values(item_id=item_id)
        await self._session.execute(moved, execution_options={"synchronize_session": False})


def _threads(rows: Collection[Comment]) -> Iterator[Thread]:
    answers: dict[int, list[Comment]] = {}
    for row in rows:
        if row.thread_id is not None:
            answers.setdefault(row.thread_id, []).append(row)
    for row in rows:
        if row.thread_id is None:
            remarks = tuple(map(_remark, (row, *answers.get(row.id, ()))))
            yield Thread(row.id, row.mark, row.item_id, row.passage, remarks, row.resolved_at)


def _remark(row: Comment) -> Remark:
    return Remark(row.id, row.text, row.author, row.created_at, row.edited_at)
