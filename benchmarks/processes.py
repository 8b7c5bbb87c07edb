# SPDX-License-Identifier: MIT
"""Starting real processes on a real (or virtual) display and reading what they tell."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

_PATIENCE = 120.0  # seconds; a benchmark that takes longer has failed


@contextlib.contextmanager
def display() -> Iterator[Mapping[str, str]]:
    """The variables of a display of our own: Xvfb where it is installed, else off-screen."""
    if sys.platform != "linux" or not (xvfb := shutil.which("Xvfb")):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
    finally:
        server.terminate()
        server.wait()


def environment(home: Path, variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """The variables of a process that is measured: as installed, with its bytecode kept."""
    own = {**os.environ, **(variables or {}), "NOVELIST_HOME": str(home)}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    return own


class Running:
    """A program that was started with ``NOVELIST_TRACE`` and writes marks of its life."""

    def __init__(self, arguments: list[str], home: Path, variables: Mapping[str, str]) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._trace = home / "trace.jsonl"
        self._trace.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            env={**environment(home, variables), "NOVELIST_TRACE": str(self._trace)},
            stdin=subprocess.DEVNULL,
        )

    def wait_for(self, mark: str) -> float:
        """Milliseconds from the start of the process to ``mark``; waits until it is written."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            if mark in (marks := self._marks()):
                return marks[mark]
            if self._process.poll() is not None:
                raise RuntimeError(f"the program ended before {mark!r}: {self._process.returncode}")
            time.sleep(0.005)
        raise RuntimeError(f"no {mark!r} after {_PATIENCE:.0f} s")

    def _marks(self) -> dict[str, float]:
        if not self._trace.exists():
            return {}
        lines = self._trace.read_text(encoding="utf-8").splitlines(keepends=True)
        whole = [json.loads(line) for line in lines if line.endswith("\n")]
        return {entry["mark"]: entry["ms"] for entry in whole}

    def resident_megabytes(self) -> float:
        """The memory the process holds, shared pages included."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def stop(self) -> None:
        """End the process; what it measured is already written."""
        self._process.kill()
        self._process.wait()


def novelist(*arguments: str, home: Path) -> str:
    """Run a headless command to its end; returns what it printed."""
    command = [sys.executable, "-m", "novelist", *arguments]
    done = subprocess.run(
        command, env=environment(home), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"novelist {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout
