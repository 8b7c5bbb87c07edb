# SPDX-License-Identifier: MIT
"""Compiling a novel: its book is loaded, arranged by a preset, laid out, and written or shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from novelist.db.repositories.bodies import SceneBodyRepository
from novelist.db.repositories.comments import CommentRepository
from novelist.db.repositories.novels import NovelRepository
from novelist.db.repositories.outlines import OutlineRepository
from novelist.db.session import read_session
from novelist.domain.compiling.arrange import Arranged, arrange
from novelist.domain.compiling.book import Book
from novelist.domain.compiling.choosing import Candidate
from novelist.domain.compiling.settings import CompileSettings, Page, RunningHead
from novelist.domain.counting import Counts
from novelist.domain.document import EMPTY
from novelist.domain.enums import OUTSIDE_KINDS, ExportFormat, ItemKind
from novelist.domain.languages import is_han
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.errors import CompilingStoppedError
from novelist.exporters.base import ExportedFile, ExportOptions, ExportWarning, export
from novelist.progress import Progress, between, reporter
from novelist.services.attachments import pictures_of
from novelist.services.exporting.exporting import for_others
from novelist.services.exporting.novel_records import load_record
from novelist.services.exporting.written_files import ExportResult, write_out

if TYPE_CHECKING:
    from novelist.db.models import OutlineItem

PAGED: Final = frozenset({ExportFormat.PDF, ExportFormat.DOCX, ExportFormat.ODT, ExportFormat.EPUB})
"""Formats that are shown as pages; the others are shown as their text."""
_ARRANGED: Final = 0.1  # the share of the work that is done when the book is arranged
_SHOWN: Final = 40_000  # characters of a text that are shown
_MOST_SHOWN: Final = 900_000  # characters that are laid out, in some three seconds
_HAN_ROOM: Final = 3  # letters that take the room of one Han character, and the time
_SCREEN: Final = Page(paper="a5", size=11, leading=1.45, running_head=RunningHead.NONE)
"""What an e-book is shown as: it has no pages of its own."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preset makes of a novel: pages as a PDF, or the beginning of a text."""

    counts: Counts
    warnings: tuple[ExportWarning, ...] = ()
    pages: bytes = b""
    text: str = ""
    files: int = 1
    is_whole: bool = True
    """Whether it is all of it: of a very long book only the beginning is laid out."""


async def load_book(novel_id: int, *, contact: str = "") -> Book:
    """All of a novel that compiling needs, once for any number of presets.

    Raises ``NotFoundError``.
    """
    async with read_session() as session:
        novels = NovelRepository(session)
        novel = await novels.get(novel_id)
        items = await OutlineRepository(session).list_for_novel(novel_id)
        inside = [item for item in items if ItemKind(item.kind) not in OUTSIDE_KINDS]
        with_text = [item.id for item in inside if ItemKind(item.kind).has_text]
        contents = await SceneBodyRepository(session).contents_of(with_text)
        pictures = await pictures_of(session, contents.values())
        threads = await CommentRepository(session).list_threads(novel_id)
        statuses = {each.id: each.name for each in await novels.list_statuses(novel_id)}
        labels = {each.id: each.name for each in await novels.list_labels(novel_id)}
    candidates = await asyncio.to_thread(_candidates, items, contents, statuses, labels)
    return Book(
        id=novel_id,
        title=novel.title,
        author=novel.author,
        language=novel.language,
        subtitle=novel.subtitle,
        series=novel.series,
        series_index=novel.series_index,
        synopsis=novel.synopsis,
        contact=contact,
        uuid=str(uuid5(NAMESPACE_OID, f"{novel.device} {novel.id} {novel.created_at.isoformat()}")),
        modified=_moment(max([novel.updated_at, *(each.updated_at for each in items)])),
        year=datetime.now(UTC).year,
        candidates=candidates,
        threads={thread.mark: thread for thread in threads if not thread.is_resolved},
        pictures=pictures,
    )


async def compile_novel(
    book: Book,
    settings: CompileSettings,
    *,
    output: Path,
    selected: Collection[int] = (),
    replace: bool = True,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> ExportResult:
    """Write a book by a preset to the file ``output``, or a file a chapter into that folder.

    ``progress`` and ``stopped`` are called from a thread. An older file stays whole until the new
    one is. Raises ``NothingToCompileError``, ``CompilingStoppedError``, ``DestinationError``,
    ``DocumentNotWrittenError``; unless it may ``replace`` files, ``DestinationTakenError``.
    """
    report = reporter(progress, stopped, CompilingStoppedError)
    arranged = await _arranged(book, settings, selected, report)
    exported = await _exported(arranged, report)
    return await write_out(
        exported,
        arranged.manuscript,
        arranged.counts,
        _options(arranged, report),
        output=output,
        replace=replace,
    )


async def preview_novel(
    book: Book,
    settings: CompileSettings,
    *,
    selected: Collection[int] = (),
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Preview:
    """What a preset would make of a book; nothing is written. Raises as ``compile_novel`` does."""
    shown = settings
    if settings.format in PAGED:
        page = _SCREEN if settings.format is ExportFormat.EPUB else settings.page
        shown = replace(settings, format=ExportFormat.PDF, per_chapter=False, page=page)
    report = reporter(progress, stopped, CompilingStoppedError)
    arranged = await _arranged(book, shown, selected, report)
    items = await asyncio.to_thread(_beginning, arranged.manuscript)
    is_whole = len(items) == len(arranged.manuscript.items)
    arranged = replace(arranged, manuscript=replace(arranged.manuscript, items=items))
    exported = await _exported(arranged, report)
    warnings = tuple(dict.fromkeys(each for file in exported for each in file.warnings))
    found = Preview(arranged.counts, warnings, files=len(exported), is_whole=is_whole)
    if shown.format is ExportFormat.PDF:
        return replace(found, pages=exported[0].data)
    text = "\n".join(file.data[: _SHOWN * 4].decode("utf-8", "ignore") for file in exported[:5])
    return replace(found, text=text[:_SHOWN])


async def _arranged(
    book: Book, settings: CompileSettings, selected: Collection[int], report: Progress
) -> Arranged:
    report(0.0)
    arranged = await asyncio.to_thread(arrange, book, settings, selected)
    if settings.format is ExportFormat.JSON:  # all of the novel, whatever is let into a book
        past = settings.content.versions
        record = await load_record(book.id, with_past=past, progress=between(report, 0, _ARRANGED))
        manuscript = replace(arranged.manuscript, record=record)
        arranged = replace(arranged, manuscript=manuscript)
    report(_ARRANGED)
    return arranged


async def _exported(arranged: Arranged, report: Progress) -> list[ExportedFile]:
    options = _options(arranged, between(report, _ARRANGED))
    exported = await asyncio.to_thread(export, arranged.manuscript, options)
    report(1.0)
    return exported


def _beginning(manuscript: Manuscript) -> list[ManuscriptItem]:
    """The items up to the one with which more would be laid out than anybody waits for."""
    room = _MOST_SHOWN // (_HAN_ROOM if is_han(manuscript.language) else 1)
    found: list[ManuscriptItem] = []
    for item in manuscript.items:
        if room <= 0:
            break
        found.append(item)
        room -= len(item.document.plain_text)
    return found


def _options(arranged: Arranged, report: Progress) -> ExportOptions:
    settings = arranged.settings
    return ExportOptions(settings.format, settings.per_chapter, settings, report)


def _moment(moment: datetime) -> str:
    """As books say it: whole seconds, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _candidates(
    items: Sequence[OutlineItem],
    contents: Mapping[int, str],
    statuses: Mapping[int, str],
    labels: Mapping[int, str],
) -> list[Candidate]:
    return [
        Candidate(
            id=item.id,
            parent_id=item.parent_id,
            position=item.position,
            kind=item.kind,
            title=item.title,
            synopsis=item.synopsis,
            status=statuses.get(item.status_id or 0, ""),
            label=labels.get(item.label_id or 0, ""),
            in_manuscript=item.in_manuscript,
            document=for_others(contents[item.id]) if item.id in contents else EMPTY,
            counts=Counts(item.words, item.characters, item.characters_no_spaces),
        )
        for item in items
    ]
