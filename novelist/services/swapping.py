# SPDX-License-Identifier: MIT
"""Files that are whole at every moment: written beside their place and swapped in."""

from __future__ import annotations

import os
from pathlib import Path


def beside(target: Path) -> Path:
    """Where a file is written before it takes its place."""
    return target.with_name(f".{target.name}.new")


def swap_in(target: Path, data: bytes) -> None:
    """Write the file beside its place, make sure that it is on disk, and put it in its place."""
    fresh = beside(target)
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
