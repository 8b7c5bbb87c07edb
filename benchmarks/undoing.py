# SPDX-License-Identifier: MIT
"""Undo in a whole novel with a full journal: what it adds to an action, and to a start."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Awaitable, Mapping
from pathlib import Path

from benchmarks.inputs import war_and_peace
from benchmarks.novel import prepare
from benchmarks.table import Row
from novelist.services import novels, outline
from novelist.services.journal.journal import KEPT
from novelist.services.journal.undo import UndoStack
from novelist.services.library.library import close_library, open_library

_ROUNDS = 60


def measure_undo(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """The ends of a full journal, an action, and its undo; each to COMMIT."""
    del variables  # nothing is shown
    library = folder / "undo" / "Novels.novelist"
    library.parent.mkdir()
    shutil.copy(prepare(folder) / library.name, library)
    _, what = war_and_peace(folder)
    loaded, moved, undone = asyncio.run(_measure(library))
    return [
        Row(f"ends of a journal of {KEPT:,} steps", "ms", loaded, worst=0.95),
        Row(f"move of a scene in {what}, to COMMIT", "ms", moved, worst=0.95),
        Row("undo of it, to COMMIT", "ms", undone, worst=0.95),
    ]


async def _measure(library: Path) -> tuple[list[float], list[float], list[float]]:
    await open_library(library)
    (card,) = await novels.list_novels()
    ids = [item.id for item in await outline.load_outline(card.id) if item.kind == "scene"]
    await asyncio.gather(*(_rename(card.id, ids[step % len(ids)], step) for step in range(KEPT)))
    loaded, moved, undone = [], [], []
    for step in range(_ROUNDS):
        loaded.append(await _timed(UndoStack.load(card.id)))
        item = ids[step * 7 % len(ids)]
        place = outline.move_items(card.id, ids=[item], parent_id=None, index=0)
        moved.append(await _timed(place))
        undone.append(await _timed(UndoStack(card.id).undo()))
    await close_library()
    return loaded, moved, undone


async def _rename(novel_id: int, item_id: int, step: int) -> None:
    await outline.set_attribute(novel_id, ids=[item_id], name="title", value=f"Scene {step}")


async def _timed(work: Awaitable[object]) -> float:
    """How many milliseconds it takes."""
    started = time.perf_counter()
    await work
    return (time.perf_counter() - started) * 1000
