# SPDX-License-Identifier: MIT
"""Formats a novel is written in, one module each; pure functions from manuscripts to bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from novelist.domain.enums import ExportFormat
from novelist.exporters.base import (
    ExportedFile,
    Exporter,
    ExportOptions,
    ExportWarning,
    Manuscript,
    ManuscriptItem,
    WarningReason,
)
from novelist.exporters.html import HtmlExporter
from novelist.exporters.markdown import MarkdownExporter
from novelist.exporters.text import TextExporter

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
}


def export(manuscript: Manuscript, options: ExportOptions) -> list[ExportedFile]:
    """The files of a manuscript in the format that the options name."""
    return EXPORTERS[options.format].export(manuscript, options)
