# SPDX-License-Identifier: MIT
"""Finding and replacing in a novel of 5,000,000 characters: first results, all, and the loop."""

from __future__ import annotations

import asyncio
import gc
import re
import shutil
import time
from collections import Counter
from collections.abc import Awaitable, Mapping
from pathlib import Path

from benchmarks.long_novel import CHAPTERS, CHARACTERS, RARE, prepare_long
from benchmarks.table import Row
from novelist.domain.finding.finding import Finder, Pattern
from novelist.domain.finding.passages import Address
from novelist.domain.finding.replacing import Change
from novelist.services import novels
from novelist.services.finding.finding import Found, Scope, Where, find
from novelist.services.finding.replacing import Replacement, replace
from novelist.services.journal.undo import UndoStack
from novelist.services.library.library import close_library, open_library

_ROUNDS = 9
_REPLACED = 10_000
_BEAT = 0.005  # seconds between two looks at the loop
_HAN = re.compile("[\u4e00-\u9fff]")


def measure_find(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """A rare and the commonest character; 10,000 places replaced, undone and done again."""
    del variables  # nothing is shown
    library = folder / "finding" / "Novels.novelist"
    library.parent.mkdir()
    shutil.copy(prepare_long(folder), library)
    return asyncio.run(_measure(library))


async def _measure(library: Path) -> list[Row]:
    gc.disable()  # as the window has it: it collects in its own time
    await open_library(library)
    (card,) = await novels.list_novels()
    where = Where(Scope.NOVEL, card.id)
    what = f"{CHARACTERS:,} characters in {CHAPTERS:,} chapters"
    pause = _Pauses()
    rare = [await _timed_search(RARE, where) for _ in range(_ROUNDS)]
    commonest = await _commonest(where)
    common = [await _timed_search(commonest, where) for _ in range(_ROUNDS)]
    replaced = await _replace(where, card.id)
    pauses = await pause.end()
    await close_library()
    gc.enable()
    rows = [
        Row(f"find a rare word in {what}, first result", "ms", [each[0] for each in rare]),
        Row("find the commonest character, first result", "ms", [each[0] for each in common]),
        Row("find the commonest character, all", "ms", [each[1] for each in common]),
    ]
    for name, took in zip(("replace", "undo it", "do it again"), replaced, strict=True):
        rows.append(Row(f"{name}: {_REPLACED:,} places, to COMMIT", "ms", took))
    return [*rows, Row("the loop meanwhile, longest turn", "ms", pauses, worst=0.99)]


class _Pauses:
    """How late the loop comes back, all the while."""

    def __init__(self) -> None:
        self._found: list[float] = []
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(_BEAT)
            self._found.append((time.perf_counter() - began - _BEAT) * 1000)

    async def end(self) -> list[float]:
        """All of them, in milliseconds."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        return self._found


async def _timed_search(text: str, where: Where) -> tuple[float, float]:
    """Milliseconds until something was found, and until the end."""
    began, first = time.perf_counter(), 0.0
    async for step in find(Finder([Pattern(text)]), where):
        if step.found and not first:
            first = time.perf_counter() - began
    return first * 1000, (time.perf_counter() - began) * 1000


async def _commonest(where: Where) -> str:
    counts: Counter[str] = Counter()
    async for step in find(Finder([Pattern(r"\p{Han}+", is_expression=True)]), where):
        for found in step.found[:20]:
            for part in found.parts:
                for passage in part.passages:
                    counts.update(_HAN.findall(passage.text))
    return counts.most_common(1)[0][0]


async def _replace(where: Where, novel_id: int) -> tuple[list[float], list[float], list[float]]:
    """Replaced everywhere, five or so a chapter."""
    word = await _commonest(where)
    found = [each async for step in find(Finder([Pattern(word)]), where) for each in step.found]
    wanted = _some_of(found, _REPLACED // len(found) + 1)
    replaced, undone, redone = [], [], []
    for _ in range(_ROUNDS // 2):
        replaced.append(await _timed(replace(wanted, looked_for=word, moment="Before")))
        undone.append(await _timed(UndoStack(novel_id).undo()))
        redone.append(await _timed(UndoStack(novel_id).redo()))
        await UndoStack(novel_id).undo()
    return replaced, undone, redone


def _some_of(found: list[Found], each_has: int) -> list[Replacement]:
    wanted: list[Replacement] = []
    left = _REPLACED
    for each in found:
        (part,) = each.parts
        changes: dict[Address, list[Change]] = {}
        room = min(each_has, left)
        for passage in part.passages:
            inside = [Change(span.start, span.end, "海") for span in passage.spans[:room]]
            if inside:
                changes[passage.address] = inside
            room -= len(inside)
            left -= len(inside)
        if changes:
            group = each.group.novel_id
            wanted.append(Replacement(group, each.item_id, part.field, part.expected, changes))
    return wanted


async def _timed(work: Awaitable[object]) -> float:
    """How many milliseconds it takes."""
    began = time.perf_counter()
    await work
    return (time.perf_counter() - began) * 1000
