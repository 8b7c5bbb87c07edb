# SPDX-License-Identifier: MIT
"""Writing: opening a novel, switching scenes, typing, saving, measured inside the real window."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.inputs import prose_of, scene_of, war_and_peace
from benchmarks.long_novel import prepare_long
from benchmarks.novel import leave_open, prepare
from benchmarks.processes import environment, novelist
from benchmarks.table import Row

_SCENE_WORDS = 5_000
_LONGEST = 600.0  # seconds that measuring inside one window may take


def measure_shelf(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """A whole novel, from the click on its card."""
    samples = inside("shelf", prepare(folder), variables)
    _, what = war_and_peace(folder)
    return [Row(f"card on the shelf → {what} open", "ms", samples["shelf"])]


def measure_switch(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """One scene to the next in a whole novel."""
    samples = inside("switch", prepare(folder), variables)
    _, what = war_and_peace(folder)
    return [Row(f"next scene of {what}", "ms", samples["switch"], worst=0.95)]


def measure_key(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """A key in a scene of 5,000 words, and in a bare QTextEdit with the same words."""
    samples = inside("key", _one_scene(folder), variables)
    return [_keys("key → letter, 5,000 words", samples, "key")]


def measure_spelling(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """A key in a scene of 5,000 English words, with spelling and without."""
    home = _one_scene(folder, "prose", prose_of(_SCENE_WORDS))
    samples = inside("spelled", home, variables)
    what = "key → letter, 5,000 words of English, spelling"
    return [_keys(f"{what} {state}", samples, state) for state in ("off", "on")]


def measure_focus(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """A key in a scene of 5,000 English words, spelling and dialogue on, and in focus mode."""
    home = _one_scene(folder, "prose", prose_of(_SCENE_WORDS))
    samples = inside("focused", home, variables)
    what = "key → letter, 5,000 words, spelling and dialogue"
    names = {"dialogue": "", "sentence": ", dimmed but for the sentence"}
    names["paragraph"] = ", dimmed but for the paragraph"
    return [_keys(what + how, samples, name) for name, how in names.items()]


def measure_save(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """A scene of 5,000 words to the disk, and how long the window stands still for it."""
    samples = inside("save", _one_scene(folder), variables)
    return [
        Row("save of 5,000 words, to COMMIT", "ms", samples["save"], worst=0.95),
        Row("longest stop of the window in a save", "ms", samples["blocked"]),
    ]


def measure_flow(folder: Path, variables: Mapping[str, str]) -> list[Row]:
    """The whole manuscript as one flowing text: War and Peace, and 5,000,000 characters."""
    _, what = war_and_peace(folder)
    library = prepare_long(folder)
    leave_open(library.parent, 1)
    rows = []
    homes = {f"{what}, flowing": prepare(folder), "5,000,000 Han, flowing": library.parent}
    for name, home in homes.items():
        samples = inside("flow", home, variables)
        rows += [
            Row(f"{name}: opened", "ms", samples["open"]),
            *(
                _keys(f"{name}: {act} at the {place}", samples, f"{part} {place}")
                for part, act in (("key", "key → letter"), ("longer", "Enter, paste, undo"))
                for place in ("start", "middle", "end")
            ),
            Row(f"{name}: one notch of the wheel", "ms", samples["wheel"]),
            Row(f"{name}: the window made narrower", "ms", samples["resize"]),
        ]
    return rows


def _keys(what: str, samples: Mapping[str, list[float]], name: str) -> Row:
    """What was pressed, and the same in the bare window where that was done too."""
    bare, worked = samples.get(f"bare {name}", ()), samples[f"worked {name}"]
    return Row(what, "ms", samples[name], bare, worst=0.99, worked=worked)


def _one_scene(folder: Path, name: str = "scene", text: str = "") -> Path:
    """A home whose library holds one scene: ``text``, or 5,000 made-up words; made once."""
    home = folder / name
    library = home / "Novels.novelist"
    if not library.exists():
        home.mkdir(parents=True)
        source = folder / f"{name}.txt"
        source.write_text(text or scene_of(_SCENE_WORDS), encoding="utf-8")
        novelist("import", str(source), "--library", str(library), home=home)
        leave_open(home, 1)
    return home


def inside(name: str, home: Path, variables: Mapping[str, str]) -> dict[str, list[float]]:
    """What ``benchmarks.window`` measures inside the real window, by what it calls it."""
    command = [sys.executable, "-m", "benchmarks.window", str(home / "Novels.novelist"), name]
    done = subprocess.run(
        command,
        env=environment(home, variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST,
    )
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr.strip()}")
    samples: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return samples
