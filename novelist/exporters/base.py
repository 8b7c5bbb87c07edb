# SPDX-License-Identifier: MIT
"""Writing a novel out: the one call that everybody uses, and the table of formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from novelist.domain.enums import ExportFormat
from novelist.exporters.html import HtmlExporter
from novelist.exporters.manuscript import (
    ExportedFile,
    Exporter,
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
)
from novelist.exporters.markdown import MarkdownExporter
from novelist.exporters.text import TextExporter

__all__ = [
    "EXPORTERS",
    "ExportOptions",
    "ExportWarning",
    "ExportedFile",
    "ExportedManuscript",
    "Exporter",
    "Manuscript",
    "ManuscriptItem",
    "WarningReason",
    "export_manuscript",
]

EXPORTERS: Final[Mapping[ExportFormat, Exporter]] = {
    ExportFormat.MARKDOWN: MarkdownExporter(),
    ExportFormat.TEXT: TextExporter(),
    ExportFormat.HTML: HtmlExporter(),
}


@dataclass(frozen=True, slots=True)
class ExportedManuscript:
    """The files to be written, and everything that could not be shown as it stands."""

    files: list[ExportedFile]
    warnings: tuple[ExportWarning, ...]


def export_manuscript(manuscript: Manuscript, options: ExportOptions) -> ExportedManuscript:
    """The files of a manuscript in the format that the options name; nothing is written here."""
    files = EXPORTERS[options.format].export(manuscript, options)
    counts: Counter[tuple[WarningReason, str]] = Counter()
    for file in files:
        for warning in file.warnings:
            counts[warning.reason, warning.name] += warning.count
    found = sorted(ExportWarning(*key, count) for key, count in counts.items())
    return ExportedManuscript(files, tuple(found))
