# SPDX-License-Identifier: MIT
"""A document that pandoc reads, as a novel."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from novelist.domain.counting import count_document
from novelist.domain.document import Block, JsonValue
from novelist.domain.enums import ImportFormat
from novelist.errors import SourceDamagedError, SourceEmptyError, SourceTooLargeError
from novelist.importers.anchors import Anchors
from novelist.importers.comments import place_comments
from novelist.importers.container import Container, open_container
from novelist.importers.deletions import Deletions
from novelist.importers.imported import (
    FileImporter,
    ImportedDetails,
    ImportedNovel,
    ImportOptions,
    Progress,
)
from novelist.importers.leftovers import Leftovers
from novelist.importers.outline import Event, Title, outlined
from novelist.importers.pandoc.blocks import BlockReader
from novelist.importers.pandoc.comments import CommentRanges
from novelist.importers.pandoc.json_model import read_model
from novelist.importers.pandoc.properties import Properties, properties_of
from novelist.importers.picture_files import picture_attrs
from novelist.importers.plain.reader import guess_language
from novelist.importers.source import LARGEST_SOURCE, unreadable
from novelist.importers.watch import Watch
from novelist.pandoc import PandocError, run_pandoc

_READ: Final = 0.7  # the share of the work that is done when pandoc has read the file
_SAMPLE: Final = 40  # texts that are looked at for their language
_ARCHIVES: Final[Mapping[ImportFormat, str]] = {
    ImportFormat.DOCX: "docx+styles",
    ImportFormat.ODT: "odt",
    ImportFormat.EPUB: "epub",
}
_HTML: Final = "html"


class _Pictures:
    """The pictures that stand in the archive, or nowhere: nothing else of the disk is read."""

    def __init__(self, container: Container | None) -> None:
        self._container = container
        self.found: dict[str, bytes] = {}

    def find(self, address: str) -> dict[str, JsonValue] | None:
        """How a text names it; None where it is not there, or no picture."""
        data = self._read(address)
        attrs = picture_attrs(data) if data else None
        if attrs is not None:
            self.found[str(attrs["digest"])] = data
        return attrs

    def _read(self, address: str) -> bytes:
        if self._container is None:
            return b""
        wanted = posixpath.normpath(unquote(address))
        for name in (wanted, f"word/{wanted}", *self._ending_in(wanted)):
            if data := self._container.read(name):
                return data
        return b""

    def _ending_in(self, wanted: str) -> Iterable[str]:
        """EPUB: addresses are those of its folder of texts."""
        return (name for name in self._container_names() if name.endswith(f"/{wanted}"))

    def _container_names(self) -> Sequence[str]:
        return () if self._container is None else self._container.names


def read_document(
    path: Path, options: ImportOptions, progress: Progress, *, format: ImportFormat
) -> ImportedNovel:
    """The novel in a DOCX, ODT, EPUB or HTML file."""
    size = _size(path)
    container = None
    if format in _ARCHIVES:
        container = open_container(path)
        if not container.names:
            raise SourceDamagedError(path, "an empty archive")
    elif size > LARGEST_SOURCE:
        raise SourceTooLargeError(path, LARGEST_SOURCE)
    what = _ARCHIVES.get(format, _HTML)
    extra = ("--track-changes=all",) if format is ImportFormat.DOCX else ()
    model = _model(path, ["--from", what, *extra], progress)
    try:
        return _novel(path, model, container, options, progress)
    except RecursionError as error:
        raise SourceDamagedError(path, "nested too deep") from error


def _model(path: Path, arguments: Sequence[str], progress: Progress) -> Any:  # noqa: ANN401 - pandoc's JSON
    """The document in pandoc's model."""
    try:
        answer = run_pandoc(
            [*arguments, "--to", "json", str(path.resolve())],
            progress=lambda done: progress(done * _READ),
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
    watch = Watch(lambda done: progress(_READ + (1 - _READ) * done))
    pictures, comments, leftovers = _Pictures(container), CommentRanges(), Leftovers()
    anchors = Anchors()
    deletions = Deletions(anchors)
    reader = BlockReader(pictures.find, comments, deletions, anchors, leftovers)
    events = []
    for event in reader.read(model["blocks"]):
        watch.step()
        events.append(event)
    properties = properties_of(model["meta"], container)
    text = _without_title_page(events, properties)
    title, items, warnings = outlined(
        text, split_scenes=options.split_scenes, has_title=bool(properties.title)
    )
    novel = ImportedNovel(
        properties.title or title,
        properties.author,
        properties.language,
        items,
        [*warnings, *leftovers.warnings()],
        pictures=pictures.found,
        details=ImportedDetails(subtitle=properties.subtitle),
    )
    if not any(len(item.document) for item in novel.walk()):
        raise SourceEmptyError(path)
    novel.language = novel.language or _language(novel)
    place_comments(items, [*comments.found(), *deletions.found(novel.language)])
    return novel


def _without_title_page(events: Sequence[Event], properties: Properties) -> Sequence[Event]:
    """The text behind the lines that only say again what the novel is called and whose it is."""
    printed = properties.printed
    for number, event in enumerate(events):
        words = event.text if isinstance(event, Title) else ""
        words = event.plain_text if isinstance(event, Block) else words
        if words.strip() not in printed:
            return events[number:]
    return events


def _language(novel: ImportedNovel) -> str:
    texts = [item.document for item in novel.walk() if count_document(item.document).characters]
    return guess_language("\n".join(text.plain_text for text in texts[:_SAMPLE]))


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
    for format in (
        ImportFormat.DOCX, ImportFormat.ODT, ImportFormat.EPUB, ImportFormat.HTML,
    )
}  # fmt: skip
