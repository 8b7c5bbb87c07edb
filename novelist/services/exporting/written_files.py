# SPDX-License-Identifier: MIT
"""Files of a novel that goes out: written beside and swapped in, and what is told of them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from novelist.domain.counting import Counts
from novelist.domain.enums import ExportFormat
from novelist.domain.manuscript import Manuscript
from novelist.domain.markdown_dialect import PICTURE_FOLDER, picture_folder
from novelist.errors import DestinationError, DestinationTakenError
from novelist.exporters.exported import ExportedFile, ExportOptions, ExportWarning, WarningReason
from novelist.services.swapping import swap_in


@dataclass(frozen=True)
class ExportResult:
    """Where the novel was written, how much of it, and what the format could not hold."""

    path: Path
    format: ExportFormat
    counts: Counts
    files: tuple[Path, ...]
    warnings: tuple[ExportWarning, ...]


async def write_out(
    exported: Sequence[ExportedFile],
    manuscript: Manuscript,
    counts: Counts,
    options: ExportOptions,
    *,
    output: Path,
    replace: bool,
) -> ExportResult:
    """Write what was exported to the file ``output``, or into the folder ``output``.

    An older file stays whole until the new one is. Raises ``DestinationError``; unless it may
    ``replace`` files, ``DestinationTakenError`` for the first that is there, having written
    nothing.
    """
    beside = {}
    if options.format is ExportFormat.MARKDOWN:
        beside = _pictures_beside(manuscript, output, options.per_chapter)
    files = await asyncio.to_thread(_write_all, exported, output, options.per_chapter, replace)
    await asyncio.to_thread(_write_beside, beside)
    return ExportResult(output, options.format, counts, files, _all_warnings(exported))


async def write_text(path: Path, text: str) -> None:
    """Write a text, beside and swapped in. Raises ``DestinationError``."""
    try:
        await asyncio.to_thread(swap_in, path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise DestinationError(path, error.strerror or "") from error


def _pictures_beside(manuscript: Manuscript, output: Path, per_chapter: bool) -> dict[Path, bytes]:
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
                swap_in(path, data)
        except OSError as error:
            raise DestinationError(path, error.strerror or "") from error


def _all_warnings(files: Sequence[ExportedFile]) -> tuple[ExportWarning, ...]:
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
            swap_in(target, file.data)
    except OSError as error:
        raise DestinationError(output, error.strerror or "") from error
    return tuple(targets)
