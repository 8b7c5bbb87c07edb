# SPDX-License-Identifier: MIT
"""Writing a novel out: the one call that everybody uses, and the table of formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from novelist.domain.enums import ExportFormat
from novelist.domain.manuscript import Manuscript, ManuscriptItem
from novelist.errors import DocumentNotWrittenError
from novelist.exporters.exported import (
    ExportedFile,
    Exporter,
    ExportOptions,
    ExportWarning,
    WarningReason,
)
from novelist.exporters.html import HtmlExporter
from novelist.exporters.json_novel import JsonExporter
from novelist.exporters.markdown import MarkdownExporter
from novelist.exporters.pandoc.exporter import PandocExporter
from novelist.exporters.text import TextExporter
from novelist.exporters.typst.exporter import TypstExporter

__all__ = [
    "EXPORTERS",
    "ExportOptions",
    "ExportWarning",
    "ExportedFile",
    "Exporter",
    "Manuscript",
    "ManuscriptItem",
    "WarningReason",
    "export",
]

EXPORTERS: Final[Mapping[ExportFormat, Exporter]] = {
    ExportFormat.MARKDOWN: MarkdownExporter(),
    ExportFormat.TEXT: TextExporter(),
    ExportFormat.HTML: HtmlExporter(),
    ExportFormat.DOCX: PandocExporter(ExportFormat.DOCX),
    ExportFormat.ODT: PandocExporter(ExportFormat.ODT),
    ExportFormat.EPUB: PandocExporter(ExportFormat.EPUB),
    ExportFormat.PDF: TypstExporter(),
    ExportFormat.JSON: JsonExporter(),
}


def export(manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
    """The files of a manuscript in the format that the options name; nothing is written here.

    Raises ``DocumentNotWrittenError`` where the disk has no room for what is made on the way.
    """
    try:
        return EXPORTERS[options.format].export(manuscript, options)
    except OSError as error:
        raise DocumentNotWrittenError(type(error).__name__) from error
