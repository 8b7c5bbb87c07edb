# SPDX-License-Identifier: MIT
"""A program that is killed: pastes odd characters from another program and from our own form.

Arguments: the library, the scene. Prints one JSON line when all is saved, and goes on living.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt

from novelist.app import create_application
from novelist.domain.document import Block, Document, Run
from novelist.domain.document_text import to_json_lines
from novelist.ui.editor.clipboard import MIME_TYPE
from tests.journeys.program import Program, live
from tests.ui.editor.rough_texts import ARABIC, HEBREW, ODD, WIDE

PLAIN = "from elsewhere \x00 \ufffc \ufdd0 \ufeff nothing"
OURS = Document(
    (
        Block("p", (Run(f"zebra {ODD} quagga"),)),
        Block("quote", (Run(f"\ud83dzebra\udc00\x00 {HEBREW}{ARABIC}{WIDE}"),)),
    )
)


async def paste(program: Program, scene: int) -> None:
    """What another program gave, a paragraph, what ours gave; and a comment on a word of it."""
    await program.open_scene(scene)
    plain, ours = QMimeData(), QMimeData()
    plain.setText(PLAIN)
    ours.setData(MIME_TYPE, to_json_lines(OURS).encode())
    program.page.insertFromMimeData(plain)
    program.press(Qt.Key.Key_Return)
    program.page.insertFromMimeData(ours)
    await program.saved()
    print(json.dumps({"saved": True}), flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """Run until killed."""
    library, scene = sys.argv[1:3]
    live(create_application(), lambda program: paste(program, int(scene)), Path(library))


if __name__ == "__main__":
    main()
