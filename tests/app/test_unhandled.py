# SPDX-License-Identifier: MIT
"""A mistake in a slot or on the loop is told in the window, and the program goes on."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import asyncio, sys
from PySide6.QtCore import QTimer
from novelist.app import create_application, wiring
from novelist.settings import WindowState
from novelist.ui.main_window import MainWindow

application = create_application()
window = MainWindow(WindowState())
window.show()
clock = QTimer(window, interval=20)
steps = ["raise", "say", "close", ""]

def break_down():
    raise ZeroDivisionError("a mistake")

def take_step():
    if not window.isVisible() or window.current_page not in ("shelf", "write"):
        return
    if steps[0] == "say" and not window.toast.text:
        return
    step = steps.pop(0) if len(steps) > 1 else ""
    if step == "raise" and sys.argv[1] == "slot":
        break_down()
    if step == "raise":
        asyncio.get_event_loop().call_soon(break_down)
    if step == "say":
        print("said:", window.toast.text, flush=True)
    if step == "close":
        window.close()

clock.timeout.connect(take_step)
clock.start()
sys.exit(wiring.live(application, window, None))
"""


@pytest.mark.parametrize("where", ["slot", "loop"])
def test_a_mistake_is_told_and_the_program_ends_well(where):
    command = [sys.executable, "-c", PROGRAM, where]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Something went wrong in Novelist" in done.stdout
