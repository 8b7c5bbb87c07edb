# SPDX-License-Identifier: MIT
"""Everything of a novel, read in one look at the library."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.entities import EntityRepository
from novelist.db.repositories.item_fields import ItemFieldRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.repositories.writing_days import WritingDayRepository
from novelist.db.session import read_session
from novelist.domain.comments import Placed, place_threads
from novelist.domain.document import EMPTY
from novelist.domain.document_text import from_json_lines
from novelist.domain.entities import EntityField
from novelist.domain.enums import ItemKind, TargetUnit
from novelist.domain.novel_record import NovelDetails, NovelRecord, RecordedChoice, RecordedItem
from novelist.domain.outline import tree_order
from novelist.domain.recorded_past import RecordedPast
from novelist.progress import Progress, nobody
from novelist.services.attachments import pictures_of
from novelist.services.history.recorded_pasts import load_pasts

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from novelist.db.models import Label, Novel, OutlineItem, Status


async def load_record(
    novel_id: int,
    *,
    with_trash: bool = True,
    with_past: bool = False,
    progress: Progress = nobody,
) -> NovelRecord:
    """The novel, its outline, texts, comments, pictures, story bible, writing days.

    The earlier versions of its texts, with the names that some of them have, where they are asked
    for. Not in it: named moments of the whole novel, steps that can be undone, its own dictionary.
    Raises ``NotFoundError``.
    """
    async with read_session() as session:
        novel = await NovelRepository(session).get(novel_id)
        items = await _items_of(session, novel_id, with_trash)
        statuses = await NovelRepository(session).list_statuses(novel_id)
        labels = await NovelRepository(session).list_labels(novel_id)
        contents = await SceneBodyRepository(session).contents_of([item.id for item, _ in items])
        threads = await CommentRepository(session).list_threads(novel_id)
        passages = await CommentRepository(session).texts_of(novel_id)
        pasts = await load_pasts(session, novel_id, contents, progress) if with_past else {}
        lines = (line for past in pasts.values() for line in past.paragraphs)
        shown = await pictures_of(session, chain(contents.values(), lines))
        entities = await EntityRepository(session).list_for_novel(novel_id)
        own = await ItemFieldRepository(session).list_for_novel(novel_id)
        days = await WritingDayRepository(session).list_for_novel(novel_id)
    placed: dict[int, list[Placed]] = {}
    for each in place_threads(threads, passages):
        placed.setdefault(each.item_id, []).append(each)
    named = {each.id: each.name for each in statuses}, {each.id: each.name for each in labels}
    recorded = await asyncio.to_thread(_recorded, items, contents, placed, own, named, pasts)
    return NovelRecord(
        novel.title,
        novel.author,
        novel.language,
        _details(novel),
        _choices(statuses),
        _choices(labels),
        recorded,
        {digest: picture.data for digest, picture in shown.items()},
        entities,
        days,
    )


async def _items_of(
    session: AsyncSession, novel_id: int, with_trash: bool
) -> list[tuple[OutlineItem, int]]:
    """All items with their depths, in order; what lies in the trash is where it stood."""
    outlines = OutlineRepository(session)
    items = await outlines.list_for_novel(novel_id)
    if with_trash:
        roots = await outlines.list_trash(novel_id)
        gone = [each for root in roots for each in (root.id, *await outlines.trashed_with(root.id))]
        items = [*items, *await outlines.get_many(gone)]
    return list(tree_order(items))


def _recorded(
    items: Sequence[tuple[OutlineItem, int]],
    contents: Mapping[int, str],
    placed: Mapping[int, Sequence[Placed]],
    own: Mapping[int, tuple[EntityField, ...]],
    named: tuple[Mapping[int, str], Mapping[int, str]],
    pasts: Mapping[int, RecordedPast],
) -> list[RecordedItem]:
    statuses, labels = named
    return [
        RecordedItem(
            kind=ItemKind(item.kind),
            depth=depth,
            title=item.title,
            document=from_json_lines(contents[item.id]) if item.id in contents else EMPTY,
            synopsis=item.synopsis,
            notes=item.notes,
            status=statuses.get(item.status_id or 0, ""),
            label=labels.get(item.label_id or 0, ""),
            target=item.target,
            in_manuscript=item.in_manuscript,
            is_trashed=item.deleted_at is not None,
            comments=tuple(placed.get(item.id, ())),
            fields=own.get(item.id, ()),
            past=pasts.get(item.id),
            id=item.id,
        )
        for item, depth in items
    ]


def _details(novel: Novel) -> NovelDetails:
    details = NovelDetails(
        **{each.name: getattr(novel, each.name) for each in fields(NovelDetails)}
    )
    details.target_unit = TargetUnit(novel.target_unit)
    return details


def _choices(rows: Sequence[Status | Label]) -> list[RecordedChoice]:
    return [RecordedChoice(row.name, row.hue) for row in rows]
