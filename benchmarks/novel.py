# SPDX-License-Identifier: MIT
"""A whole novel: bringing it in, opening it, and the memory it takes."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.inputs import war_and_peace
from benchmarks.processes import Running, novelist
from benchmarks.starting import BARE, NOVELIST
from benchmarks.table import Row

_ROUNDS = 7
_IMPORTS = 5
_SETTLE = 2.0  # seconds until memory is read: what is loaded late is loaded by then


def prepare(folder: Path) -> Path:
    """A home whose library holds War and Peace, left open the last time; made once."""
    home = folder / "novel"
    library = home / "Novels.novelist"
    if library.exists():
        return home
    answer = _import(folder, library, home)
    leave_open(home, answer["novel_id"])
    return home


def leave_open(home: Path, novel_id: int) -> None:
    """Note for the next start that this novel was open at the last."""
    settings = home / "settings"
    settings.mkdir(exist_ok=True)
    state = json.dumps({"open_novel": novel_id})
    (settings / "window.json").write_text(state, encoding="utf-8")


def copy_home(home: Path, copy: Path) -> None:
    """A second home, left as the first was: the window's state names the library by its path."""
    shutil.copytree(home, copy)
    state = copy / "settings" / "window.json"
    left = json.loads(state.read_text(encoding="utf-8").replace(str(home), str(copy)))
    state.write_text(json.dumps(left), encoding="utf-8")


def _import(folder: Path, library: Path, home: Path) -> dict[str, int]:
    source, _ = war_and_peace(folder)
    home.mkdir(parents=True, exist_ok=True)
    answer = novelist("import", str(source), "--library", str(library), "--json", home=home)
    counts: dict[str, int] = json.loads(answer)
    return counts


def measure_import(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """The headless command as a whole, into a new library."""
    del variables  # nothing is shown
    _, what = war_and_peace(folder)
    took = []
    for number in range(_IMPORTS):
        home = folder / f"import-{number}"
        started = time.perf_counter()
        _import(folder, home / "Novels.novelist", home)
        took.append(time.perf_counter() - started)
        shutil.rmtree(home)
    return [Row(f"import of {what}, whole command", "s", took)]


def measure_open(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """Process start until the novel left open last time is there; and its memory."""
    home = prepare(folder)
    bare, ready, complete, memory, bare_memory = [], [], [], [], []
    for _ in range(_ROUNDS):
        (took,), held = _open(BARE, folder / "bare", variables, "editable")
        bare.append(took)
        bare_memory.append(held)
        command = [*NOVELIST, str(home / "Novels.novelist")]
        (took, whole), held = _open(command, home, variables, "editable", "complete")
        ready.append(took)
        complete.append(whole)
        memory.append(held)
    _, what = war_and_peace(folder)
    return [
        Row(f"start → {what} editable", "ms", ready, bare),
        Row(f"start → {what}, binder complete", "ms", complete, bare),
        Row(f"memory with {what} open", "MB", memory, bare_memory),
    ]


def open_once(home: Path, variables: Mapping[str, str], mark: str) -> float:
    """Milliseconds from the start of the process to ``mark``, with the novel left open last."""
    running = Running([*NOVELIST, str(home / "Novels.novelist")], home, variables)
    try:
        return running.wait_for(mark)
    finally:
        running.stop()


def _open(
    arguments: list[str], home: Path, variables: Mapping[str, str], *marks: str
) -> tuple[list[float], float]:
    running = Running(arguments, home, variables)
    try:
        took = [running.wait_for(mark) for mark in marks]
        time.sleep(_SETTLE)
        return took, running.resident_megabytes()
    finally:
        running.stop()
