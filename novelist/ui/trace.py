# SPDX-License-Identifier: MIT
"""Marks of the program's life for benchmarks: written only where ``NOVELIST_TRACE`` asks for it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path


def mark(name: str) -> None:
    """Append ``{"mark": name, "ms": since the process started}`` to the trace file."""
    target = os.environ.get("NOVELIST_TRACE")
    if not target:
        return
    with Path(target).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"mark": name, "ms": _since_start()}) + "\n")


def _since_start() -> float:
    """Milliseconds since the process started; since the first mark where that is not known."""
    try:
        ticks = float(Path("/proc/self/stat").read_text("utf-8").rsplit(")", 1)[1].split()[19])
    except OSError:
        return (time.perf_counter() - _IMPORTED) * 1000
    started = ticks / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000


_IMPORTED = time.perf_counter()
