# SPDX-License-Identifier: MIT
"""Taking a novel out: its manuscript in one file, or one file a chapter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace as replace_fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session
from novelist.domain.bookmarks import without_bookmarks
from novelist.domain.counting import ZERO, Counts
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import from_json_lines
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.outline import in_manuscript, number_chapters
from novelist.errors import CompilingStoppedError
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.progress import Progress, between, reporter
from novelist.services.attachments import pictures_of
from novelist.services.exporting.novel_records import load_record
from novelist.services.exporting.written_files import ExportResult, write_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from novelist.db.models import OutlineItem

_READ: Final = 0.7  # the share of the work that is done when all of a novel is read


async def export_novel(
    novel_id: int,
    *,
    output: Path,
    format: ExportFormat,
    per_chapter: bool = False,
    replace: bool = True,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> ExportResult:
    """Write the novel's manuscript to the file ``output``, or into the folder ``output``.

    Files are written beside and swapped in: an older file stays whole until the new one is.
    ``progress`` and ``stopped`` are called from a thread. Raises ``NotFoundError``,
    ``CompilingStoppedError`` or ``DestinationError``; unless it may ``replace`` files,
    ``DestinationTakenError`` for the first that is there, having written nothing.
    """
    is_shown = format not in (ExportFormat.TEXT, ExportFormat.JSON)
    report = reporter(progress, stopped, CompilingStoppedError)
    manuscript, counts = await load_manuscript(novel_id, with_pictures=is_shown)
    if format is ExportFormat.JSON:
        read = between(report, 0.0, _READ)
        record = await load_record(novel_id, with_past=True, progress=read)
        manuscript = replace_fields(manuscript, record=record)
    written = between(report, _READ) if format is ExportFormat.JSON else report
    options = ExportOptions(format=format, per_chapter=per_chapter, progress=written)
    exported = await asyncio.to_thread(export, manuscript, options)
    return await write_out(exported, manuscript, counts, options, output=output, replace=replace)


async def load_manuscript(
    novel_id: int, *, with_pictures: bool = True
) -> tuple[Manuscript, Counts]:
    """What belongs to the manuscript of a novel, in reading order, and how much it is.

    Raises ``NotFoundError``.
    """
    async with read_session() as session:
        novel = await NovelRepository(session).get(novel_id)
        items = await OutlineRepository(session).list_for_novel(novel_id)
        chosen = in_manuscript(items)
        with_text = [item.id for item, _ in chosen if ItemKind(item.kind).has_text]
        contents = await SceneBodyRepository(session).contents_of(with_text)
        pictures = await pictures_of(session, contents.values() if with_pictures else ())
    numbers = number_chapters([item for item, _ in chosen])
    built = await asyncio.to_thread(_manuscript_items, chosen, contents, numbers)
    counts = sum((Counts(i.words, i.characters, i.characters_no_spaces) for i, _ in chosen), ZERO)
    manuscript = Manuscript(novel.title, novel.author, novel.language, built, pictures=pictures)
    return manuscript, counts


def _manuscript_items(
    chosen: Sequence[tuple[OutlineItem, int]],
    contents: Mapping[int, str],
    numbers: Mapping[int, int],
) -> list[ManuscriptItem]:
    return [
        ManuscriptItem(
            kind=ItemKind(item.kind),
            title=item.title,
            document=for_others(contents[item.id]) if item.id in contents else EMPTY,
            depth=depth,
            number=numbers.get(item.id),
        )
        for item, depth in chosen
    ]


def for_others(content: str) -> Document:
    """A text without what is the writer's own: her bookmarks."""
    return without_bookmarks(from_json_lines(content))
