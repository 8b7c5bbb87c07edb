# SPDX-License-Identifier: MIT
"""The format that an export is asked for: named, or told by the name of the file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from novelist.cli.arguments import PROGRAM, UsageError
from novelist.domain.enums import ExportFormat
from novelist.exporters.base import EXPORTERS

_FORMATS: Final = {
    **{exporter.extension: form for form, exporter in EXPORTERS.items()},
    ".htm": ExportFormat.HTML,
    ".markdown": ExportFormat.MARKDOWN,
}


def require_match(output: Path, form: ExportFormat) -> None:
    """A file says truly what it holds. Raises ``UsageError`` where its ending is of another."""
    told = _FORMATS.get(output.suffix.lower())
    if told is not None and told is not form:
        raise UsageError(
            f"argument --output: {output.suffix!r} is no {form.value} file",
            f"{PROGRAM} export",
        )


def export_format(arguments: argparse.Namespace) -> ExportFormat:
    """The format. A folder, or a file without an ending, is Markdown.

    Raises ``UsageError`` for an ending that belongs to none: a file says truly what it holds.
    """
    if arguments.format:
        return ExportFormat(arguments.format)
    output: Path = arguments.output
    ending = output.suffix.lower()
    if ending in _FORMATS:
        return _FORMATS[ending]
    if not ending or arguments.per_chapter:
        return ExportFormat.MARKDOWN
    endings = ", ".join(repr(each) for each in _FORMATS)
    raise UsageError(
        f"argument --output: invalid choice: {output.suffix!r} (choose from {endings})",
        f"{PROGRAM} export",
    )
