# SPDX-License-Identifier: MIT
"""A program that is killed: opens a novel in the window, edits and moves, says when it is done.

Arguments: the library, what to type, "keys" or "compose". Prints one JSON line and goes on living
until it is killed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from novelist.app import create_application
from novelist.domain.enums import ItemKind
from tests.journeys.program import Program, live


async def edit(program: Program, words: str, how: str) -> None:
    """Write in a scene in the middle; drag a chapter elsewhere."""
    scenes = [item for item in program.workspace.items if item.kind == ItemKind.SCENE]
    middle = scenes[len(scenes) // 2]
    await program.open_scene(middle.id)
    program.control(Qt.Key.Key_Home)
    if how == "compose":
        program.compose("pin yin", words)
    else:
        program.type(words)
    chapters = [item for item in program.workspace.items if item.kind == ItemKind.CHAPTER]
    moved, target = chapters[5], chapters[-1]
    model = program.binder.model
    mime = model.mimeData([model.index_of(moved.id)])
    parent = model.index_of(target.parent_id) if target.parent_id else model.index_of(None)
    row = model.index_of(target.id).row() + 1
    model.dropMimeData(mime, Qt.DropAction.MoveAction, row, 0, parent)
    told = {"scene": middle.id, "chapter": moved.id, "after": target.id}
    print(json.dumps(told), flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """Run until killed."""
    library, words, how = sys.argv[1:4]
    live(create_application(), lambda program: edit(program, words, how), Path(library))


if __name__ == "__main__":
    main()
