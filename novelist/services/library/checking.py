# SPDX-License-Identifier: MIT
"""Looking a library over without changing it, and saving what is left of a damaged one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from novelist.db.repair import health
from novelist.db.repair.health import Problem, ProblemKind, check_library, quick_check
from novelist.db.repair.report import Outcome, SalvagedText, SalvageReport
from novelist.db.repair.salvage import salvage_library
from novelist.db.watch import UNWATCHED, Watch

__all__ = ["Outcome", "Problem", "ProblemKind", "SalvageReport", "SalvagedText", "Watch", "check"]


_MOST: Final = 500  # titles; SQLite takes no more than so many values at once


async def check(path: Path, watch: Watch = UNWATCHED) -> list[Problem]:
    """Every damage found in the library: file, references, texts, versions, tree.

    Empty when it is sound. Raises ``CheckStoppedError`` once ``watch`` says so.
    """
    return await asyncio.to_thread(check_library, path, watch)


async def titles_of(path: Path, problems: Sequence[Problem]) -> dict[int, str]:
    """What the items that have problems are called, as far as that can be read."""
    ids = {problem.id for problem in problems[:_MOST] if problem.id is not None}
    return await asyncio.to_thread(health.titles_of, path, ids)


async def check_quickly(path: Path) -> list[Problem]:
    """What a power cut may have damaged; takes some milliseconds for each hundred novels."""
    return await asyncio.to_thread(quick_check, path)


async def salvage(source: Path, target: Path, watch: Watch = UNWATCHED) -> SalvageReport:
    """Save what can be read of a damaged library into a new one.

    Raises ``FileExistsError`` rather than replace a file; the rest: ``db/repair/salvage.py``.
    """
    return await asyncio.to_thread(salvage_library, source, target, watch)
