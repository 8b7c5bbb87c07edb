# SPDX-License-Identifier: MIT
"""Bringing a manuscript in: read in a thread, shown, then written in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from novelist.db.base import utc_now
from novelist.db.repositories.attachments import AttachmentRepository
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session, writer
from novelist.domain.changes import Action
from novelist.domain.counting import ZERO, Counts, count
from novelist.domain.document_text import digest, to_json_lines
from novelist.domain.edit import EditAction
from novelist.domain.enums import ItemKind
from novelist.domain.outline import GAP
from novelist.domain.pictures import read_head
from novelist.importers.base import read_source
from novelist.importers.imported import (
    ImportedItem,
    ImportedNovel,
    ImportOptions,
    ImportWarning,
    Progress,
)
from novelist.services.announcing import announce_novel
from novelist.services.attachments import picture_columns
from novelist.services.backups import before_bulk_change
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
    warnings: tuple[ImportWarning, ...]


@dataclass(frozen=True)
class _Prepared:
    """One item with everything that can be worked out before the transaction."""

    item: ImportedItem
    parent: int | None  # index of the parent in the list
    position: int
    columns: dict[str, Any]
    body: dict[str, Any] | None
    counts: Counts


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
    prepared = await asyncio.to_thread(_prepare, imported.items)
    pictures = [
        picture_columns(key, read_head(data), data) for key, data in imported.pictures.items()
    ]
    if await _holds_novels():
        await before_bulk_change()

    async def command(session: AsyncSession) -> int:
        novel_id = await add_novel(
            session, title=imported.title, author=imported.author, language=imported.language
        )
        await _write(session, novel_id, prepared)
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


async def _write(session: AsyncSession, novel_id: int, prepared: Sequence[_Prepared]) -> None:
    outlines, bodies = OutlineRepository(session), SceneBodyRepository(session)
    ids: list[int] = []
    for level in _levels(prepared):
        made = await outlines.add_rows(
            [
                each.columns
                | {
                    "novel_id": novel_id,
                    "parent_id": None if each.parent is None else ids[each.parent],
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


def _levels(prepared: Sequence[_Prepared]) -> list[list[_Prepared]]:
    """Consecutive items whose parents all stand in earlier levels."""
    levels: list[list[_Prepared]] = []
    done = 0
    for each in prepared:
        if not levels or (each.parent is not None and each.parent >= done):
            done = sum(len(level) for level in levels)
            levels.append([])
        levels[-1].append(each)
    return levels


def _prepare(items: Sequence[ImportedItem]) -> list[_Prepared]:
    """All items breadth first, so that parents stand before children in few levels."""
    prepared: list[_Prepared] = []
    level: list[tuple[ImportedItem, int | None, int]] = [
        (item, None, (index + 1) * GAP) for index, item in enumerate(items)
    ]
    while level:
        below: list[tuple[ImportedItem, int | None, int]] = []
        for item, parent, position in level:
            own = len(prepared)
            prepared.append(_prepared(item, parent, position))
            below += [(child, own, (index + 1) * GAP) for index, child in enumerate(item.children)]
        level = below
    return prepared


def _prepared(item: ImportedItem, parent: int | None, position: int) -> _Prepared:
    body, counts = None, ZERO
    if item.kind.has_text:
        content, plain_text = to_json_lines(item.document), item.document.plain_text
        counts = count(plain_text)
        body = {
            "content": content,
            "plain_text": plain_text,
            "digest": digest(content),
            "updated_at": utc_now(),
        }
    columns = {
        "position": position,
        "kind": str(item.kind),
        "title": item.title,
        "synopsis": item.synopsis,
        "in_manuscript": item.in_manuscript,
        "words": counts.words,
        "characters": counts.characters,
        "characters_no_spaces": counts.characters_no_spaces,
    }
    return _Prepared(item, parent, position, columns, body, counts)


def _result(novel_id: int, imported: ImportedNovel, prepared: Sequence[_Prepared]) -> ImportResult:
    kinds = [each.item.kind for each in prepared]
    counts = sum((each.counts for each in prepared if each.item.in_manuscript), ZERO)
    return ImportResult(
        novel_id=novel_id,
        title=imported.title,
        parts=kinds.count(ItemKind.PART),
        chapters=kinds.count(ItemKind.CHAPTER),
        scenes=kinds.count(ItemKind.SCENE),
        counts=counts,
        warnings=tuple(imported.warnings),
    )
