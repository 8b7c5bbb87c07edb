# SPDX-License-Identifier: MIT
"""A program that is killed: types as soon as the page is there, says so, and goes on living.

Arguments: the library, what to type. Prints one JSON line.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from novelist.app import create_application
from novelist.ui.desk import Desk
from novelist.ui.main_window import MainWindow
from tests.journeys.program import Program, live


def type_at_once(_window: MainWindow, desk: Desk) -> None:
    """Type before anything of the store is there."""
    QTest.keyClicks(desk.editor.edit, sys.argv[2])
    print(json.dumps({"typed": desk.first is not None}), flush=True)


async def wait(_program: Program) -> None:
    """Until killed."""
    await asyncio.Event().wait()


def main() -> None:
    """Run until killed."""
    live(create_application(), wait, Path(sys.argv[1]), at_first=type_at_once)


if __name__ == "__main__":
    main()
