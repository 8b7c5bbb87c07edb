# SPDX-License-Identifier: MIT
"""A novel of 210,000 words out as office documents and books, and in again."""

from __future__ import annotations

import asyncio
import gc
import itertools
import os
import sys
import time
from collections.abc import Awaitable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.inputs import moby_dick
from benchmarks.processes import novelist
from benchmarks.table import Row
from benchmarks.turns import longest_stop

if TYPE_CHECKING:
    from novelist.domain.compiling.settings import CompileSettings
    from novelist.domain.manuscript import Manuscript
    from novelist.importers.imported import ImportedItem

_ROUNDS = 5
_TURN = 0.0002  # seconds after which a busy thread gives way (docs/decisions.md, 55)
_FORMATS = ("docx", "odt", "epub")
_PRESETS = ("submission", "document", "ebook", "print")


def measure_documents(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """The headless commands as wholes: export of each format, import of what was written."""
    del variables  # nothing is shown
    source, what = moby_dick(folder)
    home = folder / "documents"
    home.mkdir()
    library = home / "Novels.novelist"
    novelist("import", str(source), "--library", str(library), home=home)
    rows = []
    for form in _FORMATS:
        target, out, back = home / f"novel.{form}", [], []
        for number in range(_ROUNDS):
            command = ("export", "1", "--output", str(target), "--library", str(library), "--force")
            out.append(_timed(home, *command))
            again = home / f"{form}-{number}.novelist"
            back.append(_timed(home, "import", str(target), "--library", str(again)))
        rows.append(Row(f"{what} to {form.upper()}, whole command", "s", out))
        rows.append(Row(f"{what} from {form.upper()}, whole command", "s", back))
    return [*rows, _print_row(source, what), *asyncio.run(_in_the_program(library, home, what))]


async def _in_the_program(library: Path, home: Path, what: str) -> list[Row]:
    """The same inside the program that is open, and how long its loop stood still meanwhile."""
    from novelist.importers.base import ImportOptions
    from novelist.services.exporting.compiling import compile_novel, load_book
    from novelist.services.exporting.presets import built_in_presets
    from novelist.services.importing.importing import import_novel, read_manuscript
    from novelist.services.library.library import close_library, open_library

    settings = {preset.key: preset.settings for preset in built_in_presets()}
    taken: dict[str, list[float]] = {}
    stops: dict[str, list[float]] = {}

    async def timed(name: str, action: Awaitable[object]) -> None:
        started = time.perf_counter()
        stops.setdefault(name, []).append(await longest_stop(action))
        taken.setdefault(name, []).append(time.perf_counter() - started)

    async def read_back(file: Path) -> None:
        await import_novel(await read_manuscript(file, ImportOptions()))

    os.environ["NOVELIST_HOME"] = str(home)  # for backups
    sys.setswitchinterval(_TURN)  # as the program does
    gc.disable()  # as well: its window collects garbage, now and then
    await open_library(library)
    for _ in range(_ROUNDS):
        for key in _PRESETS:
            target = home / f"inside.{settings[key].format}"
            book = await load_book(1)
            await timed(f"by “{key}”", compile_novel(book, settings[key], output=target))
        await timed("from that DOCX", read_back(home / "inside.docx"))
    await close_library()
    rows = [Row(f"{what} {name}, in the open program", "s", each) for name, each in taken.items()]
    rows += [Row(f"… {name}: the loop’s longest stop", "ms", each) for name, each in stops.items()]
    return rows


def _print_row(source: Path, what: str) -> Row:
    """The pages of a printed book, from the manuscript to the bytes of the file."""
    import pypdfium2

    from novelist.exporters.base import ExportOptions, export

    manuscript, settings = _manuscript(source), _trim_size()
    taken, pages = [], 0
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        (file,) = export(manuscript, ExportOptions(settings.format, settings=settings))
        taken.append(time.perf_counter() - started)
        with pypdfium2.PdfDocument(file.data) as document:
            pages = len(document)
    return Row(f"{what} as print PDF, 5×8 in, {pages} pages", "s", taken)


def _manuscript(source: Path) -> Manuscript:
    """The novel as it is read from a text file."""
    from novelist.domain.enums import ItemKind
    from novelist.domain.manuscript import Manuscript, ManuscriptItem
    from novelist.importers.base import read_source

    imported, numbers = read_source(source), itertools.count(1)
    items: list[ManuscriptItem] = []

    def take(children: Sequence[ImportedItem], depth: int) -> None:
        for item in children:
            number = next(numbers) if item.kind is ItemKind.CHAPTER else None
            items.append(ManuscriptItem(item.kind, item.title, item.document, depth, number))
            take(item.children, depth + 1)

    take(imported.items, 0)
    return Manuscript(imported.title, "A. Writer", "en-US", items)


def _trim_size() -> CompileSettings:
    """What a printed novel has: facing pages, heads, a large first letter, contents."""
    from novelist.domain.compiling import settings
    from novelist.domain.enums import ExportFormat

    page = settings.Page(
        "5x8", size=10.5, leading=1.3, mirrored=True, drop_cap=True,
        running_head=settings.RunningHead.TITLE_CHAPTER,
    )  # fmt: skip
    content = settings.Content(contents=True)
    return settings.CompileSettings(ExportFormat.PDF, content=content, page=page)


def _timed(home: Path, *arguments: str) -> float:
    started = time.perf_counter()
    novelist(*arguments, home=home)
    return time.perf_counter() - started
