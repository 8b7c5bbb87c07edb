# SPDX-License-Identifier: MIT
"""One novel taken out of another library and written into this one as a new novel."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, Select, create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession

from novelist.db.backups.copies import backup_library
from novelist.db.base import utc_now
from novelist.db.copying.bible import BibleRows, read_bible, write_bible
from novelist.db.copying.past import CopiedIds, NovelPast, read_past, write_past
from novelist.db.migrate import is_current, prepare_library
from novelist.db.models import (
    Attachment,
    Comment,
    KnownWord,
    Label,
    Novel,
    OutlineItem,
    SceneBody,
    Status,
    WritingDay,
)
from novelist.db.repositories.attachments import AttachmentRepository
from novelist.db.repositories.base import chunks
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.known_words import KnownWordRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.writing_days import WritingDayRepository
from novelist.domain.pictures import named_in, picture_digest
from novelist.domain.writing_days import WrittenDay, WrittenDays
from novelist.errors import NotFoundError

Columns = dict[str, Any]


@dataclass(frozen=True)
class NovelRows:
    """All rows of a novel; ``items`` level by level, parents first."""

    novel: Columns
    statuses: list[Columns]
    labels: list[Columns]
    items: list[list[Columns]]
    bodies: list[Columns]
    past: NovelPast
    words: list[str]
    comments: list[Columns]
    pictures: list[Columns]
    bible: BibleRows
    days: WrittenDays


def read_novel(path: Path, novel_id: int) -> NovelRows:
    """Read a novel from a library or backup that is not open here; an older one in a copy.

    Raises ``NotFoundError``.
    """
    with _connected(path) as connection:
        novels = _rows(connection, select(Novel.__table__).where(Novel.id == novel_id))
        if not novels:
            raise NotFoundError("novel", novel_id)
        inside = select(OutlineItem.id).where(OutlineItem.novel_id == novel_id)
        bodies = select(SceneBody.__table__).where(SceneBody.item_id.in_(inside))
        items = select(OutlineItem.__table__).where(OutlineItem.novel_id == novel_id)
        texts = _rows(connection, bodies)
        past = read_past(connection, novel_id)
        named = past.pictures | named_in(str(row["content"] or "") for row in texts)
        return NovelRows(
            novels[0],
            _rows(connection, select(Status.__table__).where(Status.novel_id == novel_id)),
            _rows(connection, select(Label.__table__).where(Label.novel_id == novel_id)),
            _levels(_rows(connection, items.order_by(OutlineItem.position, OutlineItem.id))),
            texts,
            past,
            list(connection.scalars(_words_of(novel_id))),
            _rows(connection, select(Comment.__table__).where(Comment.novel_id == novel_id)),
            _pictures(connection, named),
            read_bible(connection, novel_id),
            _days(connection, novel_id),
        )


async def write_novel(session: AsyncSession, rows: NovelRows, title: str) -> int:
    """Add the novel under new ids; for use inside a command. Its id."""
    columns = _fresh(rows.novel) | {"title": title, "opened_at": utc_now(), "deleted_at": None}
    novel_id = await NovelRepository(session).create(**columns)
    statuses = await _add_choices(session, Status, rows.statuses, novel_id)
    labels = await _add_choices(session, Label, rows.labels, novel_id)
    outlines, items = OutlineRepository(session), dict[int, int]()
    for level in rows.items:
        made = await outlines.add_rows(
            [
                _fresh(row)
                | {
                    "novel_id": novel_id,
                    "parent_id": items.get(row["parent_id"]),
                    "status_id": statuses.get(row["status_id"]),
                    "label_id": labels.get(row["label_id"]),
                }
                for row in level
            ]
        )
        items.update(zip((row["id"] for row in level), made, strict=True))
    trashed = [row for level in rows.items for row in level if row["trashed_with"] is not None]
    if trashed:
        whose = {**items, 0: 0}  # 0: made by what was taken back
        await outlines.apply(
            {items[r["id"]]: {"trashed_with": whose.get(r["trashed_with"])} for r in trashed}
        )
    await _add_bodies(session, rows.bodies, items)
    await KnownWordRepository(session).add(novel_id, rows.words)
    await CommentRepository(session).add_copies(rows.comments, items, novel_id)
    entities = await write_bible(session, rows.bible, novel_id, items)
    await WritingDayRepository(session).add(novel_id, rows.days)
    for picture in rows.pictures:
        await AttachmentRepository(session).add(_fresh(picture))
    await write_past(session, rows.past, novel_id, CopiedIds(items, statuses, labels, entities))
    return novel_id


def _pictures(connection: Connection, digests: Collection[str]) -> list[Columns]:
    """What texts and versions show, as far as it is whole there."""
    found: list[Columns] = []
    for part in chunks(digests):
        wanted = select(Attachment.__table__).where(Attachment.digest.in_(part))
        found += [
            row
            for row in _rows(connection, wanted)
            if picture_digest(bytes(row["data"])) == row["digest"]
        ]
    return found


def _days(connection: Connection, novel_id: int) -> WrittenDays:
    found = _rows(connection, select(WritingDay.__table__).where(WritingDay.novel_id == novel_id))
    return {row["day"]: WrittenDay(row["words"], row["seconds"]) for row in found}


def _words_of(novel_id: int) -> Select[str]:
    return select(KnownWord.word).where(KnownWord.novel_id == novel_id).order_by(KnownWord.id)


async def _add_bodies(
    session: AsyncSession, bodies: list[Columns], items: Mapping[int, int]
) -> None:
    repository = SceneBodyRepository(session)
    for part in chunks(bodies):
        await repository.add_rows(
            [_fresh(row) | {"item_id": items[row["item_id"]]} for row in part]
        )


async def _add_choices(
    session: AsyncSession, cls: type[Status | Label], rows: list[Columns], novel_id: int
) -> dict[int | None, int]:
    found: dict[int | None, int] = {}
    for row in rows:
        made = cls(**_fresh(row) | {"novel_id": novel_id})
        session.add(made)
        await session.flush()
        found[row["id"]] = made.id
    return found


def _fresh(row: Columns) -> Columns:
    """The columns of a row that its copy keeps."""
    return {name: value for name, value in row.items() if name not in ("id", "version")}


def _levels(rows: list[Columns]) -> list[list[Columns]]:
    """Parents in earlier lists than what they hold; whatever cannot be reached, at the top."""
    inside: dict[int | None, list[Columns]] = {}
    known = {row["id"] for row in rows}
    for row in rows:
        inside.setdefault(row["parent_id"] if row["parent_id"] in known else None, []).append(row)
    levels, level = [], inside.get(None, [])
    while level:
        levels.append(level)
        level = [child for row in level for child in inside.get(row["id"], ())]
    return levels


def _rows(connection: Connection, statement: Select[Any]) -> list[Columns]:
    return [dict(row) for row in connection.execute(statement).mappings()]


@contextmanager
def _connected(path: Path) -> Iterator[Connection]:
    with tempfile.TemporaryDirectory(prefix="novelist") as folder:
        if not is_current(path):
            path = backup_library(path, Path(folder) / "backup.novelist")
            prepare_library(path)
        engine = create_engine(
            f"sqlite:///file:{path.absolute()}?mode=ro&uri=true", poolclass=NullPool
        )
        with engine.connect() as connection:
            yield connection
        engine.dispose()
