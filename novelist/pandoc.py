# SPDX-License-Identifier: MIT
"""Runs pandoc, a program of its own: no other files, no network, bounded in time and memory."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from novelist.child_process import run_child
from novelist.errors import PandocMissingError
from novelist.progress import Progress

LARGEST: Final = 512 * 1024 * 1024
"""Bytes that it may write."""

_NAMED: Final = "PYPANDOC_PANDOC"  # the variable that says where pandoc is
_LONGEST: Final = 180.0  # seconds; a novel takes three
_MEMORY: Final = "-M2500m"  # of its heap; a novel takes 500 MB
_USUAL: Final = 4.0  # seconds after which half of what is said to be done is


class PandocError(Exception):
    """Pandoc could not do it; the text never is its own complaint, which may quote a manuscript."""


def find_pandoc() -> Path:
    """The program: the one of the wheel or bundle, or else one of the system.

    Raises ``PandocMissingError``.
    """
    named = os.environ.get(_NAMED)
    found = Path(named) if named else _bundled() or _of_the_system()
    if found is None or not found.is_file():
        raise PandocMissingError
    return found


def run_pandoc(
    arguments: Sequence[str],
    given: bytes = b"",
    *,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> bytes:
    """What pandoc writes to its output; ``given`` is its input.

    It reads no files but those of the arguments, unless there is a ``folder`` for it to run in.

    It blocks. ``progress`` is told a guess of how much is done, and may raise to end it. Raises
    ``PandocError``.
    """
    sandbox = ["--sandbox"] if folder is None else []
    command = [str(find_pandoc()), "+RTS", _MEMORY, "-RTS", *sandbox, *arguments]
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as answer:
        source.write(given)
        source.seek(0)

        def is_too_much(taken: float) -> bool:
            return taken > _LONGEST or os.fstat(answer.fileno()).st_size > LARGEST

        ended = run_child(
            command,
            usual=_USUAL,
            is_too_much=is_too_much,
            progress=progress,
            stdin=source,
            stdout=answer,
            cwd=folder,
        )
        if ended is None:
            raise PandocError("it takes longer than any novel, or writes more")
        if ended:
            raise PandocError(f"pandoc ended with {ended}")
        answer.seek(0)
        return answer.read()


def _bundled() -> Path | None:
    """The binary in the wheel of pypandoc, which a bundle holds too."""
    spec = find_spec("pypandoc")
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    if frozen := getattr(sys, "_MEIPASS", None):
        folders.append(str(Path(frozen) / "pypandoc"))
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    files = (Path(folder) / "files" / name for folder in folders)
    return next((file for file in files if file.is_file()), None)


def _of_the_system() -> Path | None:
    found = shutil.which("pandoc")
    return Path(found) if found else None
