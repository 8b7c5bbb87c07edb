# SPDX-License-Identifier: MIT
"""The scene that was open last, before the store is loaded; light, for the first half second."""

from __future__ import annotations

import asyncio
from pathlib import Path

from novelist.db.first_look import Above, FirstLook, take_first_look

__all__ = ["Above", "FirstLook", "look"]


async def look(library: Path, novel_id: int, item_id: int | None) -> FirstLook | None:
    """What the library shows at first sight; None where only opening it can tell."""
    return await asyncio.to_thread(take_first_look, library, novel_id, item_id)
