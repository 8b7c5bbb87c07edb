# SPDX-License-Identifier: MIT
"""Taking a novel out: its manuscript in one file, or one file a chapter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace as replace_fields
from pathlib import Path
from typing import TYPE_CHECKING

from novelist.db.repositories.attachments import AttachmentRepository
from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session
from novelist.domain.bookmarks import without_bookmarks
from novelist.domain.counting import ZERO, Counts
from novelist.domain.document import EMPTY, Document
from novelist.domain.document_text import from_json_lines, to_json_lines
from novelist.domain.enums import ExportFormat, ItemKind
from novelist.domain.outline import in_manuscript, number_chapters
from novelist.domain.pictures import PictureFile, PictureKind, named_in
from novelist.exporters.base import ExportOptions, Manuscript, ManuscriptItem, export
from novelist.services.novel_records import load_record
from novelist.services.written_files import ExportResult, Progress, reporter, write_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from novelist.db.models import OutlineItem


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
    manuscript, counts = await load_manuscript(novel_id)
    if format is ExportFormat.JSON:
        manuscript = replace_fields(manuscript, record=await load_record(novel_id))
    elif format is not ExportFormat.TEXT:
        pictures = await pictures_in([item.document for item in manuscript.items])
        manuscript = replace_fields(manuscript, pictures=pictures)
    report = reporter(progress, stopped)
    options = ExportOptions(format=format, per_chapter=per_chapter, progress=report)
    exported = await asyncio.to_thread(export, manuscript, options)
    return await write_out(exported, manuscript, counts, options, output=output, replace=replace)


async def pictures_in(documents: Sequence[Document]) -> dict[str, PictureFile]:
    """The pictures that texts show, by digest, as far as the library has them."""
    digests = await asyncio.to_thread(_digests_in, documents)
    found: dict[str, PictureFile] = {}
    async with read_session() as session:
        repository = AttachmentRepository(session)
        for digest, kind in (await repository.kinds_of(digests)).items():
            data = await repository.find_data(digest)
            if data is not None and kind in set(PictureKind):
                found[digest] = PictureFile(PictureKind(kind), data)
    return found


def _digests_in(documents: Sequence[Document]) -> list[str]:
    return sorted(named_in(map(to_json_lines, documents)))


async def load_manuscript(novel_id: int) -> tuple[Manuscript, Counts]:
    """What belongs to the manuscript of a novel, in reading order, and how much it is."""
    async with read_session() as session:
        novel = await NovelRepository(session).get(novel_id)
        items = await OutlineRepository(session).list_for_novel(novel_id)
        chosen = in_manuscript(items)
        with_text = [item.id for item, _ in chosen if ItemKind(item.kind).has_text]
        contents = await SceneBodyRepository(session).contents_of(with_text)
    numbers = number_chapters([item for item, _ in chosen])
    built = await asyncio.to_thread(_manuscript_items, chosen, contents, numbers)
    counts = sum((Counts(i.words, i.characters, i.characters_no_spaces) for i, _ in chosen), ZERO)
    return Manuscript(novel.title, novel.author, novel.language, built), counts


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
