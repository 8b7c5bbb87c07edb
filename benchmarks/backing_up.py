# SPDX-License-Identifier: MIT
"""A backup of a whole novel while it is written in: how long it takes, and whom it holds up."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.inputs import war_and_peace
from benchmarks.novel import prepare
from benchmarks.table import Row
from novelist.domain.document import document_of
from novelist.domain.enums import BackupReason
from novelist.services import novels, outline
from novelist.services.library.backups import back_up
from novelist.services.library.library import close_library, open_library
from novelist.services.texts import LoadedText, load_text, save_text

_ROUNDS = 10
_WORDS = "It was a dark and stormy night; the rain fell in torrents. " * 20


@dataclass
class _Measured:
    """Milliseconds."""

    backups: list[float] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)  # of the loop beyond what was asked
    saves: list[float] = field(default_factory=list)  # to COMMIT, while a backup is made


def measure_backup(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """Backups one after another, with a text that is saved and a loop that turns meanwhile."""
    del variables  # nothing is shown
    library = folder / "backup" / "Novels.novelist"
    library.parent.mkdir()
    shutil.copy(prepare(folder) / library.name, library)
    _, what = war_and_peace(folder)
    found = asyncio.run(_measure(library))
    return [
        Row(f"backup of {what}, checked whole", "ms", found.backups),
        Row("the same when nothing changed", "ms", found.unchanged),
        Row("stop of the loop during a backup", "ms", found.stops),
        Row("save of a scene during a backup, to COMMIT", "ms", found.saves),
    ]


async def _measure(library: Path) -> _Measured:
    found = _Measured()
    await open_library(library)
    (card,) = await novels.list_novels()
    scene = next(item for item in await outline.load_outline(card.id) if item.kind == "scene")
    text = await load_text(scene.id)
    others = [asyncio.create_task(_turn(found)), asyncio.create_task(_write(text, found))]
    for _ in range(_ROUNDS):
        found.backups.append(await _back_up())
        await asyncio.sleep(0.02)
    for task in others:
        task.cancel()
        with suppress(asyncio.CancelledError):  # it was asked to end; anything else is told
            await task
    await _back_up()
    found.unchanged.extend([await _back_up() for _ in range(_ROUNDS)])
    await close_library()
    return found


async def _back_up() -> float:
    started = time.perf_counter()
    await back_up(BackupReason.TIMER)
    return (time.perf_counter() - started) * 1000


async def _turn(found: _Measured) -> None:
    while True:
        started = time.perf_counter()
        await asyncio.sleep(0.001)
        found.stops.append((time.perf_counter() - started) * 1000 - 1)


async def _write(text: LoadedText, found: _Measured) -> None:
    number = 0
    while True:
        number += 1
        started = time.perf_counter()
        await save_text(text.body, document_of(f"{number}", _WORDS))
        found.saves.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(0.005)
