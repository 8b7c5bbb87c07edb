# SPDX-License-Identifier: MIT
"""A novel of 210,000 words out as office documents and books, and in again."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.inputs import moby_dick
from benchmarks.processes import novelist
from benchmarks.table import Row

_ROUNDS = 5
_FORMATS = ("docx", "odt", "epub")


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
    return rows


def _timed(home: Path, *arguments: str) -> float:
    started = time.perf_counter()
    novelist(*arguments, home=home)
    return time.perf_counter() - started
