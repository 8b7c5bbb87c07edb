# SPDX-License-Identifier: MIT
"""Where an export goes: a path that follows the format until the writer chooses another."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from novelist.domain.enums import ExportFormat
from novelist.exporters.base import EXPORTERS
from novelist.exporters.file_names import safe_name

_NAMES: Final = {
    ExportFormat.MARKDOWN: (".md", ".markdown"),
    ExportFormat.TEXT: (".txt", ".text"),
    ExportFormat.HTML: (".html", ".htm"),
    ExportFormat.DOCX: (".docx",),
    ExportFormat.ODT: (".odt",),
    ExportFormat.EPUB: (".epub",),
    ExportFormat.PDF: (".pdf",),
    ExportFormat.JSON: (".json",),
}


def default_output(folder: Path, title: str, form: ExportFormat, *, per_chapter: bool) -> Path:
    """The file, or the folder of files, that is offered first."""
    name = safe_name(title, "Novel")
    return folder / (name if per_chapter else name + EXPORTERS[form].extension)


def adapted_output(output: Path, form: ExportFormat, *, per_chapter: bool) -> Path:
    """The same place for another format: only an extension of ours is changed or taken off."""
    stem = output.with_suffix("") if format_told_by(output) is not None else output
    return stem if per_chapter else stem.with_name(stem.name + EXPORTERS[form].extension)


def completed_output(output: Path, form: ExportFormat) -> Path:
    """The file that is written: a name that tells no format gets the extension of this one."""
    if format_told_by(output) is not None or not output.name:
        return output
    return output.with_name(output.name + EXPORTERS[form].extension)


def format_told_by(output: Path) -> ExportFormat | None:
    """The format that a name promises by its extension, or None."""
    suffix = output.suffix.lower()
    return next((form for form, names in _NAMES.items() if suffix in names), None)


def is_taken(output: Path, *, per_chapter: bool) -> bool:
    """Whether something stands there that the export would replace."""
    if per_chapter and output.is_dir():
        return any(output.iterdir())
    return output.exists()
