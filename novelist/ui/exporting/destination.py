# SPDX-License-Identifier: MIT
"""Where an export goes: a path that follows the format until the writer chooses another."""

from __future__ import annotations

from pathlib import Path

from novelist.domain.enums import ExportFormat
from novelist.exporters.base import EXPORTERS
from novelist.exporters.file_names import safe_name


def default_output(folder: Path, title: str, form: ExportFormat, *, per_chapter: bool) -> Path:
    """The file, or the folder of files, that is offered first."""
    name = safe_name(title, "Novel")
    return folder / (name if per_chapter else name + EXPORTERS[form].extension)


def adapted_output(output: Path, form: ExportFormat, *, per_chapter: bool) -> Path:
    """The same place for another format: only an extension of ours is changed or taken off."""
    ours = {exporter.extension for exporter in EXPORTERS.values()}
    stem = output.with_suffix("") if output.suffix.lower() in ours else output
    return stem if per_chapter else stem.with_name(stem.name + EXPORTERS[form].extension)


def is_taken(output: Path, *, per_chapter: bool) -> bool:
    """Whether something stands there that the export would replace."""
    if per_chapter and output.is_dir():
        return any(output.iterdir())
    return output.exists()
