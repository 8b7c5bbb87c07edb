# SPDX-License-Identifier: MIT
"""From the start of the process to a window, and to a window one can write in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks.processes import Running
from benchmarks.table import Row

_ROUNDS = 9
BARE = ["-m", "benchmarks.bare_window"]
NOVELIST = ["-m", "novelist"]


def measure_start(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """An empty library: made at the first start, opened at the others."""
    home = folder / "start"
    _start(NOVELIST, home, variables)  # makes the library, and warms the caches
    bare, shown, editable, complete, first = [], [], [], [], []
    for _ in range(_ROUNDS):
        bare.append(_start(BARE, folder / "bare", variables)[0])
        window, ready, binder = _start(NOVELIST, home, variables, "complete")
        shown.append(window)
        editable.append(ready)
        complete.append(binder)
        first.append(_start(NOVELIST, folder / "first", variables)[1])
        shutil.rmtree(folder / "first")
    return [
        Row("start → window", "ms", shown, bare),
        Row("start → editable", "ms", editable, bare),
        Row("start → binder complete", "ms", complete, bare),
        Row("first start → editable (makes the library)", "ms", first, bare),
    ]


def _start(
    arguments: list[str], home: Path, variables: Mapping[str, str], *more: str
) -> list[float]:
    running = Running(arguments, home, variables)
    try:
        return [running.wait_for(mark) for mark in ("window_shown", "editable", *more)]
    finally:
        running.stop()
