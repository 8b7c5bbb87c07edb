# SPDX-License-Identifier: MIT
"""A window that is killed while it asks: writes when told to, says when the question is there.

Arguments: the URL, the ids of novel and scene. Writes "Mine", and when it is given a line
", and more"; says when it asks, and goes on living until it is killed.
"""

from __future__ import annotations

import asyncio
import sys

from novelist.app import create_application
from novelist.db.server import neighbours
from novelist.domain.library_place import place_of
from tests.journeys.program import Program, live


async def write(program: Program, novel_id: int, item_id: int) -> None:
    """Write a word, wait for the other program, write on, open the sheet."""
    program.controller.shelf_panel.open_requested.emit(novel_id)
    await program.until(lambda: program.editor.current_item_id == item_id)
    await program.until(program.page.hasFocus)
    program.type("Mine")
    await program.saved()
    print("typed", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    program.type(", and more")
    await program.saved()
    await program.until(program.child("notice_banner").isVisible)
    program.click(program.child("notice_act"))
    await program.until(lambda: program.window.findChild(object, "conflict_sheet"))
    print("asked", flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """Run until killed; the other program is heard of when this one saves, not before."""
    neighbours._EVERY = 3600
    url, novel_id, item_id = sys.argv[1:4]
    journey = lambda program: write(program, int(novel_id), int(item_id))  # noqa: E731
    live(create_application(), journey, place_of(url))


if __name__ == "__main__":
    main()
