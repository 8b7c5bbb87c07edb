# SPDX-License-Identifier: MIT
"""Finding the project in what was chosen: its folder, an archive of it, or a file of it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from novelist.errors import SourceDamagedError
from novelist.importers.container import Container, open_container
from novelist.importers.leftovers import Leftovers
from novelist.importers.parts import Part
from novelist.importers.plain.layout import clean

_DEEPEST = 4  # folders around a project in an archive


def open_project(path: Path, main_file: str) -> tuple[Container, str]:
    """The files of the project whose main file has that name, and the main file among them.

    A ``main_file`` that begins with a dot is how its name ends.

    ``path`` is the main file, the folder that holds it, or an archive with it.
    Raises the ``SourceError`` that says what is wrong with it.
    """
    wanted = main_file.casefold()
    ending = wanted if wanted.startswith(".") else PurePosixPath(wanted).suffix
    if path.is_file() and path.suffix.casefold() == ending:
        return open_container(path.parent), path.name
    whole = open_container(path)
    for name in sorted(whole.names, key=lambda each: each.count("/")):
        inside = PurePosixPath(name)
        if len(inside.parts) <= _DEEPEST and _is_main(inside.name.casefold(), wanted):
            folder = str(inside.parent)
            return (whole if folder == "." else open_container(path, folder)), inside.name
    raise SourceDamagedError(path, f"holds no {main_file}")


def _is_main(name: str, wanted: str) -> bool:
    if not wanted.startswith("."):
        return name == wanted
    return name.endswith(wanted) and not name.startswith(".")  # macOS puts such beside each file


def text_in(files: Container, name: str, leftovers: Leftovers) -> str:
    """The words of a file of a project, with one kind of line end and no control characters.

    Where it cannot be read it is noted as damaged, and the text is what there is of it.
    """
    try:
        data = files.read(name)
    except SourceDamagedError:
        leftovers.damage(Part.FILE, name)
        return ""
    return decoded(data, Part.FILE, name, leftovers)


def decoded(data: bytes, part: Part, name: str, leftovers: Leftovers) -> str:
    """The same of bytes, which are UTF-8."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    if "\ufffd" in text and b"\xef\xbf\xbd" not in data:
        leftovers.damage(part, name)
    return clean(text)[0]
