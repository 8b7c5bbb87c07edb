# SPDX-License-Identifier: MIT
"""Reading a novel from a file: the one call that everybody uses, and the table of formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from novelist.domain.enums import ImportFormat
from novelist.errors import ReadingCancelledError
from novelist.importers.csv_outline.reader import read_csv
from novelist.importers.encoding import ENCODINGS, EncodingGuess, detect_encoding
from novelist.importers.formats import format_of
from novelist.importers.imported import (
    FileImporter,
    ImportedChoice,
    ImportedComment,
    ImportedDetails,
    ImportedEntity,
    ImportedItem,
    ImportedNovel,
    ImportedRemark,
    Importer,
    ImportOptions,
    ImportWarning,
    WarningKind,
)
from novelist.importers.json_novel.reader import read_json_novel
from novelist.importers.manuskript.reader import read_manuskript
from novelist.importers.markdown.pictures import gather_pictures
from novelist.importers.markdown.reader import read_markdown
from novelist.importers.novelwriter.reader import read_novelwriter
from novelist.importers.odt.reader import read_odt
from novelist.importers.opml.reader import read_opml
from novelist.importers.pandoc.reader import READERS
from novelist.importers.plain.reader import read_text
from novelist.importers.plain.title_page import title_from_name
from novelist.importers.rtf.novel import read_rtf
from novelist.importers.scrivener.reader import read_scrivener
from novelist.importers.settling import settled
from novelist.importers.source import LARGEST_SOURCE, decode_preview, open_source
from novelist.importers.ywriter.reader import read_ywriter
from novelist.progress import Progress, between, reporter

__all__ = [
    "ENCODINGS",
    "IMPORTERS",
    "LARGEST_SOURCE",
    "EncodingGuess",
    "ImportOptions",
    "ImportWarning",
    "ImportedChoice",
    "ImportedComment",
    "ImportedDetails",
    "ImportedEntity",
    "ImportedItem",
    "ImportedNovel",
    "ImportedRemark",
    "Importer",
    "WarningKind",
    "decode_preview",
    "detect_encoding",
    "read_source",
]

IMPORTERS: Final[Mapping[ImportFormat, Importer]] = {
    ImportFormat.TEXT: read_text,
    ImportFormat.MARKDOWN: read_markdown,
}
"""Of files that are text."""
FILE_IMPORTERS: Final[Mapping[ImportFormat, FileImporter]] = {
    **READERS,
    ImportFormat.ODT: read_odt,
    ImportFormat.CSV: read_csv,
    ImportFormat.JSON: read_json_novel,
    ImportFormat.MANUSKRIPT: read_manuskript,
    ImportFormat.NOVELWRITER: read_novelwriter,
    ImportFormat.OPML: read_opml,
    ImportFormat.YWRITER: read_ywriter,
    ImportFormat.RTF: read_rtf,
    ImportFormat.SCRIVENER: read_scrivener,
}
"""Of all others."""
_DECODED: Final = 0.2  # the share of the work that is done when the text is decoded


def read_source(
    path: Path,
    options: ImportOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportedNovel:
    """The novel in a file. It blocks: call it in a thread, from which ``progress`` is called too.

    Raises:
        SourceError: one of its kinds says what is wrong with the file.
        ReadingCancelledError: ``cancelled`` said so.
    """
    options = options or ImportOptions()
    report = reporter(progress, cancelled, ReadingCancelledError)
    report(0.0)
    reader = FILE_IMPORTERS.get(options.format or format_of(path))
    novel = settled(reader(path, options, report)) if reader else _read_text(path, options, report)
    title = options.title or novel.title or title_from_name(path.stem)
    report(1.0)
    return replace(novel, title=title, language=options.language or novel.language)


def _read_text(path: Path, options: ImportOptions, report: Progress) -> ImportedNovel:
    """A file that is text, in whichever encoding."""
    source = open_source(path, options)
    report(_DECODED)
    novel = IMPORTERS[source.format](source.text, options, between(report, _DECODED))
    if source.format is ImportFormat.MARKDOWN:
        gather_pictures(novel, path)
    return replace(novel, warnings=[*source.warnings, *novel.warnings], encoding=source.encoding)
