# SPDX-License-Identifier: MIT
"""``python -m benchmarks [NAME…] [--write]``: prints the table, or writes it into the page."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
import tempfile
from pathlib import Path

from benchmarks.backing_up import measure_backup
from benchmarks.documents import measure_documents
from benchmarks.finding import measure_find
from benchmarks.history import measure_history
from benchmarks.inputs import PROJECT
from benchmarks.novel import measure_import, measure_open
from benchmarks.processes import display
from benchmarks.starting import measure_start
from benchmarks.table import Row, machine, markdown
from benchmarks.undoing import measure_undo
from benchmarks.writing import (
    measure_flow,
    measure_focus,
    measure_key,
    measure_save,
    measure_shelf,
    measure_spelling,
    measure_switch,
)

PAGE = PROJECT / "docs" / "benchmarks.md"
BENCHMARKS = {
    "start": measure_start,
    "import": measure_import,
    "documents": measure_documents,
    "open": measure_open,
    "shelf": measure_shelf,
    "switch": measure_switch,
    "key": measure_key,
    "spelling": measure_spelling,
    "focus": measure_focus,
    "flow": measure_flow,
    "save": measure_save,
    "history": measure_history,
    "undo": measure_undo,
    "backup": measure_backup,
    "find": measure_find,
}


def main(arguments: list[str]) -> None:
    """Measure what is named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--write", action="store_true", help=f"write the table into {PAGE.name}")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - BENCHMARKS.keys():
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    report = _report(measure(options.names or list(BENCHMARKS)))
    print(report)
    if options.write:
        _write(report)


def measure(names: list[str]) -> list[Row]:
    """The rows of the named benchmarks, one after the other on one display."""
    rows = []
    with tempfile.TemporaryDirectory() as folder, display() as variables:
        for name in names:
            print(f"Measuring: {name}", file=sys.stderr)
            found = BENCHMARKS[name](Path(folder), variables)
            print(markdown(found), file=sys.stderr)  # what is known stays, whatever fails later
            rows += found
    return rows


def _report(rows: list[Row]) -> str:
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    return f"{today}. {machine()}.\n\n{markdown(rows)}"


def _write(report: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    between = re.compile(r"(<!-- figures.*?-->\n).*(\n<!-- end of figures -->)", re.DOTALL)
    PAGE.write_text(
        between.sub(lambda match: f"{match[1]}\n{report}\n{match[2]}", page), encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
