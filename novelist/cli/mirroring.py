# SPDX-License-Identifier: MIT
"""``mirror``: a library in a folder for git, and the lines that say what was done."""

from __future__ import annotations

import argparse
import sys

from novelist.cli.opening import name_of_library, opened_to_read
from novelist.cli.progress import ProgressLine
from novelist.cli.words import Words
from novelist.services.exporting.mirroring import MirrorResult, mirror_library


async def mirror(arguments: argparse.Namespace, words: Words) -> MirrorResult:
    """Bring the folder to what the library holds."""
    folder = arguments.output.absolute()
    async with opened_to_read(arguments, words):
        with ProgressLine(sys.stderr, folder.name, words) as line:
            return await mirror_library(
                folder,
                name_of_library(arguments),
                replace=arguments.force,
                progress=line.show,
            )


def lines_of(result: MirrorResult, words: Words) -> list[str]:
    """What to say of it."""
    lines = [
        words(
            "mirrored",
            novels=words.counted("novels", result.novels),
            files=words.counted("files", result.files),
            written=f"{result.written:,}",
            removed=f"{result.removed:,}",
            path=result.folder,
        )
    ]
    return [*lines, *(words("mirror.left", path=path) for path in result.left)]
