# SPDX-License-Identifier: MIT
"""Sets pages by typst in a process of its own: bounded in time and memory, without the network.

A novel takes seven hundred megabytes to set; whatever becomes of that process, the program goes on.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from novelist.child_process import run_child
from novelist.progress import Progress

FLAG: Final = "--set-pages"
"""What the packaged program is started with when it is to be this process."""

TEMPLATE: Final = "book.typ"
FAMILIES: Final = "families.json"
DAMAGED: Final = "damaged.json"
PDF: Final = "book.pdf"
_ANSWER: Final = "answer.json"
_REQUEST: Final = "request.json"
_NOWHERE: Final = "http://127.0.0.1:9"  # where nobody answers
_NO_NETWORK: Final = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOWHERE)
_LONGEST: Final = 300.0  # seconds; a novel of 210,000 words takes three
_MEMORY: Final = 6 * 1024**3  # of addresses, most of them never used
_USUAL: Final = 3.0  # seconds after which half of what is said to be done is


class TypesettingError(Exception):
    """The pages could not be set. It never says why: the reason may hold words of the novel."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """Pages as they were set."""

    data: bytes
    pages: int
    families: frozenset[str]
    """The typefaces that there are, in lower case."""
    damaged: frozenset[str]
    """Pictures that could not be read; their descriptions stand for them."""


def set_pages(
    folder: Path,
    *,
    fonts: Sequence[Path] = (),
    pictures: Sequence[str] = (),
    progress: Progress | None = None,
) -> Typeset:
    """The pages of ``book.typ`` in the folder, which is all that typst sees.

    The template may read ``families.json``, the typefaces that there are, and ``damaged.json``,
    those of the ``pictures`` that cannot be shown.

    It blocks. ``progress`` is told a guess of how much is done, and may raise to end it. Raises
    ``TypesettingError``.
    """
    request = {"fonts": [str(font) for font in fonts], "pictures": list(pictures)}
    (folder / _REQUEST).write_text(json.dumps(request), encoding="utf-8")
    (folder / _ANSWER).unlink(missing_ok=True)
    own_paths = os.pathsep.join(path for path in sys.path if path)
    try:
        ended = run_child(
            [*_command(), str(folder)],
            usual=_USUAL,
            is_too_much=lambda taken: taken > _LONGEST,
            progress=progress,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, **_NO_NETWORK, "PYTHONPATH": own_paths},
        )
    except OSError as error:
        raise TypesettingError("it did not start") from error
    if ended is None:
        raise TypesettingError("it takes longer than any novel")
    if ended:
        raise TypesettingError(f"it ended with {ended}")
    answer = json.loads((folder / _ANSWER).read_text(encoding="utf-8"))
    return Typeset(
        (folder / PDF).read_bytes(),
        answer["pages"],
        frozenset(answer["families"]),
        frozenset(answer["damaged"]),
    )


def main(folder: Path | None = None) -> None:
    """Set the pages of the folder that the last argument names, and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    _bound()
    _set(folder or Path(sys.argv[-1]))


def _set(folder: Path) -> None:
    import pypdfium2  # noqa: PLC0415 - here alone
    import typst  # noqa: PLC0415 - here alone: it is large, and not on every system

    request = json.loads((folder / _REQUEST).read_text(encoding="utf-8"))
    fonts = typst.Fonts(font_paths=list(request["fonts"]))
    families = sorted({family.lower() for family in fonts.families()})
    nothing = folder / "packages"  # where packages would lie: there are none

    def made(name: str, *, for_everybody: bool = False) -> None:
        typst.compile(
            str(folder / name),
            output=str(folder / PDF),
            root=str(folder),
            font_paths=fonts,
            package_path=str(nothing),
            package_cache_path=str(nothing),
            timestamp=0,
            pdf_standards=["ua-1"] if for_everybody else [],
        )

    def made_for_everybody() -> None:
        """By the standard of accessibility, unless the text cannot keep it (no title, say)."""
        try:
            made(TEMPLATE, for_everybody=True)
        except typst.TypstError:
            made(TEMPLATE)  # what is set already is not set again

    def is_damaged(picture: str) -> bool:
        try:
            (folder / "picture.typ").write_text(f"#image({json.dumps(picture)})", encoding="utf-8")
            made("picture.typ")
        except typst.TypstError:
            return True
        return False

    damaged: list[str] = []
    _write(folder / FAMILIES, families)
    _write(folder / DAMAGED, damaged)
    try:
        made_for_everybody()
    except typst.TypstError:
        damaged = [picture for picture in request["pictures"] if is_damaged(picture)]
        if not damaged:
            raise
        _write(folder / DAMAGED, damaged)
        made_for_everybody()
    with pypdfium2.PdfDocument(folder / PDF) as pages:
        count = len(pages)
    _write(folder / _ANSWER, {"pages": count, "families": families, "damaged": damaged})


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), encoding="utf-8")


def _bound() -> None:
    """Take no more memory than any novel needs, and leave no core: words would stand in it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a system that has stricter limits, or none
            resource.setrlimit(what, (most, most))


def _command() -> list[str]:
    """How this process is started: the packaged program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-c", f"from {main.__module__} import main; main()"]
