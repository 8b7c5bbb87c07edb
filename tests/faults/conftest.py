# SPDX-License-Identifier: MIT
"""A real library, and a program that can be killed while it works in one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.database import library, loop_failures, opened, pytest_pyfunc_call, template

__all__ = ["library", "loop_failures", "opened", "pytest_pyfunc_call", "template"]

ROOT = Path(__file__).parents[2]


class Victim:
    """Talks to ``tests/faults/victim.py``."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.victim"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.pid = 0

    def start(self, task, path):
        """Begin a task in a new process, which is then ``pid``."""
        self._process.stdin.write(f"{task} {path}\n")
        self._early = []
        while (line := self._process.stdout.readline().split())[0] != "pid":
            self._early.append(line)
        self.pid = int(line[1])

    def hear(self):
        """The words of the next line."""
        return self._early.pop(0) if self._early else self._process.stdout.readline().split()

    def kill(self):
        """Kill it without warning; the lines it still managed to say."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return list(iter(self.hear, ["dead"]))

    def close(self):
        """End the program."""
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture
def victim():
    """A program that can be killed; skips where there is no fork."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    program = Victim()
    yield program
    program.close()
