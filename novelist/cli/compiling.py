# SPDX-License-Identifier: MIT
"""Exports by a preset: a built-in one by its key, the writer's own by name, or a shared file."""

from __future__ import annotations

import argparse
import asyncio
import sys
import threading
from dataclasses import replace
from pathlib import Path

from novelist import paths
from novelist.cli.export_format import require_match
from novelist.cli.progress import ProgressLine
from novelist.cli.words import Words
from novelist.domain.compiling.settings import CompileSettings, Preset
from novelist.domain.enums import ExportFormat
from novelist.errors import PresetUnknownError
from novelist.services.exporting import presets
from novelist.services.exporting.compiling import compile_novel, load_book
from novelist.services.exporting.written_files import ExportResult
from novelist.settings import load_settings


async def find_preset(name: str) -> Preset:
    """The preset that was named; the library is open.

    Raises ``PresetUnknownError``, and for a file what ``read_preset`` raises.
    """
    if name.endswith(presets.ENDING):
        return await presets.read_preset(_file(name))
    for preset in (*presets.built_in_presets(), *await presets.list_presets()):
        if name in (preset.key, preset.name):
            return preset
    raise PresetUnknownError(name)


async def export_by_preset(
    novel_id: int, arguments: argparse.Namespace, words: Words
) -> ExportResult:
    """Write a novel as the preset says; a format and ``--per-chapter`` go before it."""
    settings = (await find_preset(arguments.preset)).settings
    settings = _with_arguments(settings, arguments)
    output: Path = arguments.output.absolute()
    if not settings.per_chapter:
        require_match(output, settings.format)
    contact = load_settings(paths.settings_folder()).contact
    book = await load_book(novel_id, contact=contact)
    stopped = threading.Event()
    with ProgressLine(sys.stderr, output.name, words, "writing") as line:
        try:
            return await compile_novel(
                book,
                settings,
                output=output,
                replace=arguments.force,
                progress=line.show,
                stopped=stopped.is_set,
            )
        except asyncio.CancelledError:
            stopped.set()
            raise


def built_in_rows() -> list[tuple[str, ExportFormat]]:
    """What comes with the program and can be named, and the format that it gives."""
    return [(preset.key, preset.settings.format) for preset in presets.built_in_presets()]


async def own_rows() -> list[tuple[str, ExportFormat]]:
    """The same of the writer's own; the library is open."""
    return [(preset.name, preset.settings.format) for preset in await presets.list_presets()]


def _file(name: str) -> Path:
    return Path(name).expanduser()


def _with_arguments(settings: CompileSettings, arguments: argparse.Namespace) -> CompileSettings:
    if arguments.format:
        settings = replace(settings, format=ExportFormat(arguments.format))
    return replace(settings, per_chapter=settings.per_chapter or arguments.per_chapter)
