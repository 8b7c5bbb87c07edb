# SPDX-License-Identifier: MIT
"""Bringing a manuscript in: read in a thread, shown, then written in one transaction."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.repositories.attachments import AttachmentRepository
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.choices import ChoiceRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.writing_days import WritingDayRepository
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action
from novelist.domain.counting import ZERO, Counts
from novelist.domain.edit import EditAction
from novelist.domain.entities import tidy_fields, tidy_values
from novelist.domain.enums import ChoiceKind, Hue, ItemKind
from novelist.domain.hues import nearest_hue
from novelist.domain.pictures import read_head
from novelist.importers.base import read_source
from novelist.importers.imported import (
    ImportedChoice,
    ImportedComment,
    ImportedEntity,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
)
from novelist.progress import Progress
from novelist.services.attachments import picture_columns
from novelist.services.importing.imported_versions import write_versions
from novelist.services.importing.prepared_items import PreparedItem, levels, prepare
from novelist.services.journal.announcing import announce_novel
from novelist.services.library.backups import before_bulk_change
from novelist.services.novels import add_novel, record_new_novel

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_BATCH = 500  # rows inserted between two looks at the rest of the program


@dataclass(frozen=True)
class ImportResult:
    """What came in; the counts are of the manuscript."""

    novel_id: int
    title: str
    parts: int
    chapters: int
    scenes: int
    counts: Counts
    entities: int
    days: int
    warnings: tuple[ImportWarning, ...]


async def read_manuscript(
    path: Path,
    options: ImportOptions,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportedNovel:
    """Read a file without blocking; ``progress`` is called from another thread.

    Raises the ``SourceError`` that says what is wrong with the file.
    """
    return await asyncio.to_thread(
        read_source, path, options, progress=progress, cancelled=cancelled
    )


async def import_novel(
    imported: ImportedNovel,
    *,
    action: EditAction = EditAction.IMPORT_NOVEL,
    initiator: str = "",
) -> ImportResult:
    """Write a novel that was read: all of it, in one transaction, or nothing.

    Where there are novels already, the library is backed up before. Undone on the shelf, it goes to
    the trash; ``action`` is what the step is called there.
    """
    prepared = await asyncio.to_thread(prepare, imported.items)
    pictures = [
        picture_columns(key, read_head(data), data) for key, data in imported.pictures.items()
    ]
    if await _holds_novels():
        await before_bulk_change()

    async def command(session: AsyncSession) -> int:
        novel_id = await _add_novel(session, imported)
        ids = await _write(session, novel_id, imported, prepared)
        await _write_comments(session, novel_id, prepared, ids)
        await write_versions(session, novel_id, prepared, ids)
        await _write_bible(session, novel_id, imported, prepared, ids)
        await WritingDayRepository(session).add(novel_id, imported.days)
        await _trash(session, prepared, ids)
        for picture in pictures:
            await AttachmentRepository(session).add(picture)
        announce_novel(session, Action.CREATED, novel_id, initiator=initiator)
        await record_new_novel(session, action, novel_id)
        return novel_id

    return _result(await writer().submit(command), imported, prepared)


async def _holds_novels() -> bool:
    """Whether the library has anything to lose."""
    async with read_session() as session:
        novels = NovelRepository(session)
        return await novels.count_live() + await novels.count_trashed() > 0


async def _add_novel(session: AsyncSession, imported: ImportedNovel) -> int:
    novel_id = await add_novel(
        session,
        _choices(imported.statuses),
        title=imported.title,
        author=imported.author,
        language=imported.language,
        **asdict(imported.details),
    )
    await NovelRepository(session).add_labels(novel_id, _choices(imported.labels))
    return novel_id


def _choices(imported: Sequence[ImportedChoice]) -> list[dict[str, str]]:
    """Statuses or labels with our hues; without a colour they take turns."""
    hues = itertools.cycle(Hue)
    return [
        {"name": each.name, "hue": str(each.hue or nearest_hue(each.colour) or next(hues))}
        for each in imported
    ]


async def _write(
    session: AsyncSession,
    novel_id: int,
    imported: ImportedNovel,
    prepared: Sequence[PreparedItem],
) -> list[int]:
    """Write items and texts; the ids of the items, in their order."""
    outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
    statuses = await _ids_by_name(session, novel_id, ChoiceKind.STATUS, imported.statuses)
    labels = await _ids_by_name(session, novel_id, ChoiceKind.LABEL, imported.labels)
    ids: list[int] = []
    for level in levels(prepared):
        made = await outlines.add_rows(
            [
                each.columns
                | {
                    "novel_id": novel_id,
                    "parent_id": None if each.parent is None else ids[each.parent],
                    "status_id": statuses.get(each.item.status),
                    "label_id": labels.get(each.item.label),
                }
                for each in level
            ]
        )
        ids.extend(made)
    texts = [
        each.body | {"item_id": item_id}
        for each, item_id in zip(prepared, ids, strict=True)
        if each.body is not None
    ]
    for start in range(0, len(texts), _BATCH):
        await bodies.add_rows(texts[start : start + _BATCH])
    return ids


async def _ids_by_name(
    session: AsyncSession, novel_id: int, kind: ChoiceKind, wanted: Sequence[ImportedChoice]
) -> dict[str, int]:
    if not wanted:
        return {}
    rows = await ChoiceRepository(session, novel_id, kind).rows()
    return {row["name"]: key for key, row in rows.items()}


async def _write_comments(
    session: AsyncSession, novel_id: int, prepared: Sequence[PreparedItem], ids: Sequence[int]
) -> None:
    comments = CommentRepository(session)
    for each, item_id in zip(prepared, ids, strict=True):
        for comment in each.item.comments:
            await comments.add_thread(novel_id, item_id, _remarks(comment))


async def _write_bible(
    session: AsyncSession,
    novel_id: int,
    imported: ImportedNovel,
    prepared: Sequence[PreparedItem],
    ids: Sequence[int],
) -> None:
    """The story bible, and the custom fields of items."""
    said = [_said_of(each) for each in imported.entities]
    await EntityRepository(session).create_all(novel_id, said)
    fields = {
        item_id: tidy_fields(each.item.fields)
        for each, item_id in zip(prepared, ids, strict=True)
        if each.item.fields
    }
    await ItemFieldRepository(session).put(fields)


def _said_of(entity: ImportedEntity) -> dict[str, Any]:
    return tidy_values(
        {
            "kind": entity.kind,
            "name": entity.name,
            "aliases": entity.aliases,
            "summary": entity.summary,
            "notes": entity.notes,
            "fields": entity.fields,
        }
    )


def _remarks(comment: ImportedComment) -> list[dict[str, Any]]:
    """The columns of a comment and of the answers to it."""
    now = utc_now()
    rows: list[dict[str, Any]] = [
        {
            "text": remark.text,
            "author": remark.author,
            "created_at": remark.made_at or now,
            "edited_at": remark.edited_at,
        }
        for remark in comment.remarks
    ]
    rows[0] |= {
        "mark": comment.mark,
        "passage": comment.passage,
        "resolved_at": (comment.resolved_at or now) if comment.is_resolved else None,
    }
    return rows


async def _trash(
    session: AsyncSession, prepared: Sequence[PreparedItem], ids: Sequence[int]
) -> None:
    """What the file had thrown away lies in the trash here too, with all that is in it."""
    gone: dict[int, int] = {}  # with what they went there
    for each, item_id in zip(prepared, ids, strict=True):
        if each.is_trashed:
            above = None if each.parent is None else ids[each.parent]
            gone[item_id] = gone.get(above or item_id, item_id)
    now = utc_now()
    await OutlineRepository(session).apply(
        {item_id: {"deleted_at": now, "trashed_with": root} for item_id, root in gone.items()}
    )


def _result(
    novel_id: int, imported: ImportedNovel, prepared: Sequence[PreparedItem]
) -> ImportResult:
    live = [each for each in prepared if not each.is_trashed]
    kinds = [each.item.kind for each in live]
    counts = sum((each.counts for each in live if each.item.in_manuscript), ZERO)
    return ImportResult(
        novel_id=novel_id,
        title=imported.title,
        parts=kinds.count(ItemKind.PART),
        chapters=kinds.count(ItemKind.CHAPTER),
        scenes=kinds.count(ItemKind.SCENE),
        counts=counts,
        entities=len(imported.entities),
        days=len(imported.days),
        warnings=tuple(imported.warnings),
    )
