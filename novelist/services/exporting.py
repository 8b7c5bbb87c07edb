# SPDX-License-Identifier: MIT
"""Taking a novel out: its manuscript in one file, or one file a chapter."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
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
from novelist.domain.markdown_dialect import PICTURE_FOLDER, picture_folder
from novelist.domain.outline import in_manuscript, number_chapters
from novelist.domain.pictures import PictureFile, PictureKind, named_in
from novelist.errors import DestinationError, DestinationTakenError
from novelist.exporters.base import (
    ExportedFile,
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
    export,
)
from novelist.services.novel_records import load_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from novelist.db.models import OutlineItem


@dataclass(frozen=True)
class ExportResult:
    """Where the novel was written, how much of it, and what the format could not hold."""

    path: Path
    format: ExportFormat
    counts: Counts
    files: tuple[Path, ...]
    warnings: tuple[ExportWarning, ...]


async def export_novel(
    novel_id: int,
    *,
    output: Path,
    format: ExportFormat,
    per_chapter: bool = False,
    replace: bool = True,
) -> ExportResult:
    """Write the novel's manuscript to the file ``output``, or into the folder ``output``.

    Files are written beside and swapped in: an older file stays whole until the new one is.
    Raises ``NotFoundError`` or ``DestinationError``; unless it may ``replace`` files,
    ``DestinationTakenError`` for the first that is there, having written nothing.
    """
    manuscript, counts = await load_manuscript(novel_id)
    if format is ExportFormat.JSON:
        manuscript = replace_fields(manuscript, record=await load_record(novel_id))
    elif format is not ExportFormat.TEXT:
        manuscript = replace_fields(manuscript, pictures=await _pictures_of(manuscript))
    options = ExportOptions(format=format, per_chapter=per_chapter)
    exported = await asyncio.to_thread(export, manuscript, options)
    beside = _beside(manuscript, output, per_chapter) if format is ExportFormat.MARKDOWN else {}
    files = await asyncio.to_thread(_write_all, exported, output, per_chapter, replace)
    await asyncio.to_thread(_write_beside, beside)
    return ExportResult(output, format, counts, files, _warnings(exported))


async def _pictures_of(manuscript: Manuscript) -> dict[str, PictureFile]:
    """The pictures that the texts show, as far as the library has them."""
    digests = await asyncio.to_thread(_digests_in, manuscript)
    found: dict[str, PictureFile] = {}
    async with read_session() as session:
        repository = AttachmentRepository(session)
        for digest, kind in (await repository.kinds_of(digests)).items():
            data = await repository.find_data(digest)
            if data is not None and kind in set(PictureKind):
                found[digest] = PictureFile(PictureKind(kind), data)
    return found


def _digests_in(manuscript: Manuscript) -> list[str]:
    return sorted(named_in(to_json_lines(item.document) for item in manuscript.items))


def _beside(manuscript: Manuscript, output: Path, per_chapter: bool) -> dict[Path, bytes]:
    """The pictures as files beside the text, under their digests."""
    folder = (
        output / PICTURE_FOLDER if per_chapter else output.with_name(picture_folder(output.stem))
    )
    return {
        folder / f"{digest}.{file.kind.value}": file.data
        for digest, file in manuscript.pictures.items()
    }


def _write_beside(files: Mapping[Path, bytes]) -> None:
    """A file of that digest that is there is the same already."""
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.stat().st_size != len(data):
                _swap_in(path, data)
        except OSError as error:
            raise DestinationError(path, error.strerror or "") from error


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
            document=_for_others(contents[item.id]) if item.id in contents else EMPTY,
            depth=depth,
            number=numbers.get(item.id),
        )
        for item, depth in chosen
    ]


def _for_others(content: str) -> Document:
    """A text without what is the writer's own: her bookmarks."""
    return without_bookmarks(from_json_lines(content))


def _warnings(files: Sequence[ExportedFile]) -> tuple[ExportWarning, ...]:
    """What was degraded in all the files together."""
    totals: dict[tuple[WarningReason, str], int] = {}
    for warning in (warning for file in files for warning in file.warnings):
        key = (warning.reason, warning.name)
        totals[key] = totals.get(key, 0) + warning.count
    return tuple(ExportWarning(*key, count) for key, count in sorted(totals.items()))


def _write_all(
    files: Sequence[ExportedFile], output: Path, per_chapter: bool, replace: bool
) -> tuple[Path, ...]:
    targets = [output / file.name for file in files] if per_chapter else [output]
    try:
        taken = [] if replace else [target for target in targets if target.is_file()]
        if taken:
            raise DestinationTakenError(taken[0])
        if per_chapter:
            output.mkdir(parents=True, exist_ok=True)
        for target, file in zip(targets, files, strict=True):
            _swap_in(target, file.data)
    except OSError as error:
        raise DestinationError(output, error.strerror or "") from error
    return tuple(targets)


def _swap_in(target: Path, data: bytes) -> None:
    """Write the file beside its place, make sure that it is on disk, and put it in its place."""
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
