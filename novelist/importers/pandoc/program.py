# SPDX-License-Identifier: MIT
"""Runs pandoc on a file of a stranger: no other files, no network, bounded in time and memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, Final

from novelist.errors import PandocMissingError, SourceDamagedError
from novelist.importers.imported import Progress

_NAMED: Final = "PYPANDOC_PANDOC"  # the variable that says where pandoc is
_LONGEST: Final = 180.0  # seconds; a novel takes three
_MEMORY: Final = "-M2500m"  # of its heap; a novel takes 500 MB
_LARGEST: Final = 512 * 1024 * 1024  # bytes of its answer
_LOOK: Final = 0.05  # seconds between two looks at whether somebody stopped it
_USUAL: Final = 4.0  # seconds after which half of what is said to be done is


def find_pandoc() -> Path:
    """The program: the one of the wheel or bundle, or else one of the system.

    Raises ``PandocMissingError``.
    """
    named = os.environ.get(_NAMED)
    found = Path(named) if named else _bundled() or _of_the_system()
    if found is None or not found.is_file():
        raise PandocMissingError
    return found


def read_json(path: Path, what: str, progress: Progress, options: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - pandoc's JSON
    """The document in a file as pandoc's model; ``what`` is the format with its extensions.

    Raises ``SourceDamagedError`` where pandoc cannot read it, ``ReadingCancelledError`` where
    ``progress`` does.
    """
    command = [
        str(find_pandoc()), "+RTS", _MEMORY, "-RTS", "--sandbox", "--from", what, "--to", "json",
        *options, str(path.resolve()),
    ]  # fmt: skip
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        started = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=complaint,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            _wait(started, answer, path, progress)
        finally:
            started.kill()
            started.wait()
        if started.returncode:
            complaint.seek(0)
            raise SourceDamagedError(path, complaint.read(2000).decode("utf-8", "replace"))
        answer.seek(0)
        return _parsed(answer, path)


def _wait(
    started: subprocess.Popen[bytes], answer: IO[bytes], path: Path, progress: Progress
) -> None:
    begun = time.monotonic()
    while started.poll() is None:
        taken = time.monotonic() - begun
        if taken > _LONGEST or os.fstat(answer.fileno()).st_size > _LARGEST:
            raise SourceDamagedError(path, "it takes longer than any novel")
        progress(taken / (taken + _USUAL))
        time.sleep(_LOOK)


def _parsed(answer: IO[bytes], path: Path) -> Any:  # noqa: ANN401 - pandoc's JSON
    try:
        return json.load(answer)
    except (ValueError, RecursionError) as error:
        raise SourceDamagedError(path, str(error)) from error


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
