# SPDX-License-Identifier: MIT
"""Which format a file, folder or archive has: by what is in it, or else by its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from novelist.domain.enums import ImportFormat
from novelist.domain.novel_json import HEADER

SUFFIXES: Final[Mapping[str, ImportFormat]] = {
    ".txt": ImportFormat.TEXT,
    ".text": ImportFormat.TEXT,
    ".md": ImportFormat.MARKDOWN,
    ".markdown": ImportFormat.MARKDOWN,
    ".mdown": ImportFormat.MARKDOWN,
    ".mkd": ImportFormat.MARKDOWN,
    ".nwx": ImportFormat.NOVELWRITER,
    ".yw7": ImportFormat.YWRITER,
    ".yw6": ImportFormat.YWRITER,
    ".yw5": ImportFormat.YWRITER,
    ".msk": ImportFormat.MANUSKRIPT,
    ".opml": ImportFormat.OPML,
    ".json": ImportFormat.JSON,
    ".csv": ImportFormat.CSV,
    ".tsv": ImportFormat.CSV,
    ".docx": ImportFormat.DOCX,
    ".odt": ImportFormat.ODT,
    ".ott": ImportFormat.ODT,
    ".fodt": ImportFormat.ODT,
    ".epub": ImportFormat.EPUB,
    ".rtf": ImportFormat.RTF,
    ".scrivx": ImportFormat.SCRIVENER,
    ".html": ImportFormat.HTML,
    ".htm": ImportFormat.HTML,
    ".xhtml": ImportFormat.HTML,
}
"""How the names of files end, in lower case."""
MAIN_FILES: Final[Mapping[str, ImportFormat]] = {
    ".scrivx": ImportFormat.SCRIVENER,
    "nwproject.nwx": ImportFormat.NOVELWRITER,
    "manuskript": ImportFormat.MANUSKRIPT,
}
"""The file by which a project is known, by its name or by how that ends, in lower case."""
PROJECTS: Final = frozenset({*MAIN_FILES.values(), ImportFormat.YWRITER, ImportFormat.OPML})
"""Formats of other writing programs: their files say what is a scene and what is emphasised."""
OUTLINED: Final = frozenset({*PROJECTS, ImportFormat.JSON, ImportFormat.CSV})
"""Formats whose files say themselves what is a scene."""
ARCHIVE: Final = ".zip"
_HEAD: Final = 100  # bytes
_RTF: Final = b"{\\rtf"
_JSON: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"' + HEADER.encode() + rb'"')
_ZIP: Final = b"PK\x03\x04"
_WORD: Final = "word/document.xml"
_KIND: Final = "mimetype"  # the file of an archive that says what it is
_KINDS: Final = {
    b"application/epub+zip": ImportFormat.EPUB,
    b"application/vnd.oasis.opendocument.text": ImportFormat.ODT,
    b"application/vnd.oasis.opendocument.text-template": ImportFormat.ODT,
}
_DEEPEST: Final = 3  # folders around the main file of a project in an archive


def format_of(path: Path) -> ImportFormat:
    """What it holds where that is told at once, whatever its name says; plain text is the rest."""
    by_name = SUFFIXES.get(path.suffix.lower())
    if by_name in PROJECTS:
        return by_name
    return _document_in(path) or by_name or _project_of(path) or ImportFormat.TEXT


def is_project(path: Path) -> bool:
    """Whether it is a folder that an importer reads."""
    return path.is_dir() and format_of(path) is not ImportFormat.TEXT


def _document_in(path: Path) -> ImportFormat | None:
    """A document that begins as only those of its format do; RTF is often called .doc."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head.startswith(_RTF):
            return ImportFormat.RTF
        if _JSON.match(head):
            return ImportFormat.JSON
        if not head.startswith(_ZIP):
            return None
        with zipfile.ZipFile(path) as archive:
            if _WORD in archive.namelist():
                return ImportFormat.DOCX
            with archive.open(_KIND) as file:
                return _KINDS.get(file.read(_HEAD).strip())
    except KeyError:  # an archive of something else
        return None
    except (OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return None  # whoever reads it says what is wrong with it


def _project_of(path: Path) -> ImportFormat | None:
    """What is in a folder or an archive; None where it is no project."""
    try:
        if path.is_dir():
            return _main_file(each.name for each in path.iterdir())
        if path.suffix.lower() == ARCHIVE:
            with zipfile.ZipFile(path) as archive:
                return _main_file(archive.namelist())
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return None  # whoever reads it says what is wrong with it
    return None


def _main_file(names: Iterable[str]) -> ImportFormat | None:
    for name in names:
        inside = PurePosixPath(name.lower())
        found = MAIN_FILES.get(inside.name) or MAIN_FILES.get(inside.suffix)
        if found is not None and len(inside.parts) <= _DEEPEST + 1:
            return found
    return None
