# SPDX-License-Identifier: MIT
"""Which format a file or folder has, by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from novelist.domain.enums import ImportFormat

SUFFIXES: Final[Mapping[str, ImportFormat]] = {
    ".txt": ImportFormat.TEXT,
    ".text": ImportFormat.TEXT,
    ".md": ImportFormat.MARKDOWN,
    ".markdown": ImportFormat.MARKDOWN,
    ".mdown": ImportFormat.MARKDOWN,
    ".mkd": ImportFormat.MARKDOWN,
    ".docx": ImportFormat.DOCX,
    ".odt": ImportFormat.ODT,
    ".epub": ImportFormat.EPUB,
    ".html": ImportFormat.HTML,
    ".htm": ImportFormat.HTML,
    ".xhtml": ImportFormat.HTML,
}
"""How the names of files end, in lower case."""


def format_of(path: Path) -> ImportFormat:
    """What a name says; plain text where it says nothing."""
    return SUFFIXES.get(path.suffix.lower(), ImportFormat.TEXT)
