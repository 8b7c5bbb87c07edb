# SPDX-License-Identifier: MIT
"""A document that pandoc reads, as a novel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from novelist.domain.enums import ImportFormat
from novelist.errors import SourceDamagedError, SourceEmptyError, SourceTooLargeError
from novelist.importers.anchors import Anchors
from novelist.importers.archive_pictures import ArchivePictures
from novelist.importers.comment_ranges import CommentRanges
from novelist.importers.container import Container, open_container
from novelist.importers.deletions import Deletions
from novelist.importers.document_novel import Found, novel_of
from novelist.importers.imported import (
    FileImporter,
    ImportedNovel,
    ImportOptions,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.page_pictures import PagePictures
from novelist.importers.pandoc.blocks import BlockReader
from novelist.importers.pandoc.docx_copy import readable_copy
from novelist.importers.pandoc.json_model import read_model
from novelist.importers.pandoc.properties import properties_of
from novelist.importers.protection import require_open_archive, require_open_file
from novelist.importers.source import LARGEST_SOURCE, unreadable
from novelist.importers.watch import Watch
from novelist.pandoc import PandocError, run_pandoc
from novelist.progress import Progress, between

_READ: Final = 0.7  # the share of the work that is done when pandoc has read the file
_ARCHIVES: Final[Mapping[ImportFormat, str]] = {
    ImportFormat.DOCX: "docx+styles",
    ImportFormat.EPUB: "epub",
}
_HTML: Final = "html+raw_html"  # the tags of readings


def read_document(
    path: Path, options: ImportOptions, progress: Progress, *, format: ImportFormat
) -> ImportedNovel:
    """The novel in a DOCX, EPUB or HTML file."""
    size = _size(path)
    container = None
    if format in _ARCHIVES:
        require_open_file(path)
        container = open_container(path)
        require_open_archive(path, container)
        if not container.names:
            raise SourceDamagedError(path, "an empty archive")
    elif size > LARGEST_SOURCE:
        raise SourceTooLargeError(path, LARGEST_SOURCE)
    what = _ARCHIVES.get(format, _HTML)
    extra = ("--track-changes=all",) if format is ImportFormat.DOCX else ()
    arguments = ["--from", what, *extra]
    if format is ImportFormat.DOCX and container is not None:
        with readable_copy(path, container) as readable:
            model = _model(path, readable, arguments, progress)
    else:
        model = _model(path, path, arguments, progress)
    try:
        return _novel(path, model, container, options, progress)
    except RecursionError as error:
        raise SourceDamagedError(path, "nested too deep") from error


def _model(path: Path, readable: Path, arguments: Sequence[str], progress: Progress) -> Any:  # noqa: ANN401 - pandoc's JSON
    """The document in pandoc's model; ``readable`` is what pandoc is given for ``path``."""
    try:
        answer = run_pandoc(
            [*arguments, "--to", "json", str(readable.resolve())],
            progress=between(progress, 0.0, _READ),
        )
        return read_model(answer)
    except (PandocError, ValueError, RecursionError) as error:
        raise SourceDamagedError(path, str(error)) from error


def _novel(
    path: Path,
    model: Any,  # noqa: ANN401 - pandoc's JSON
    container: Container | None,
    options: ImportOptions,
    progress: Progress,
) -> ImportedNovel:
    watch = Watch(between(progress, _READ))
    pictures = PagePictures(path) if container is None else ArchivePictures(container)
    comments, leftovers = CommentRanges(), Leftovers()
    anchors = Anchors()
    deletions = Deletions(anchors)
    reader = BlockReader(pictures.find, comments, deletions, anchors, leftovers)
    events = []
    for event in reader.read(model["blocks"]):
        watch.step()
        events.append(event)
    found = Found(
        properties_of(model["meta"], container), comments, deletions, leftovers, pictures.found
    )
    return novel_of(path, events, found, options)


def _size(path: Path) -> int:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
    except OSError as error:
        raise unreadable(path, error) from error
    if not size:
        raise SourceEmptyError(path)
    return size


READERS: Final[Mapping[ImportFormat, FileImporter]] = {
    format: partial(read_document, format=format)
    for format in (ImportFormat.DOCX, ImportFormat.EPUB, ImportFormat.HTML)
}
