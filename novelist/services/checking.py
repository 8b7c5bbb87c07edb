# SPDX-License-Identifier: MIT
"""Looking a library over without changing it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from novelist.db.health import Problem, check_library

__all__ = ["Problem", "check"]


async def check(path: Path) -> list[Problem]:
    """Every damage found in the library: file, references, texts, tree. Empty when it is sound."""
    return await asyncio.to_thread(check_library, path)
