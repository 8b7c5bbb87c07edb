# SPDX-License-Identifier: MIT
"""A DOCX as pandoc can read it: with the readings and languages that it would drop."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from novelist.errors import SourceDamagedError
from novelist.importers.container import Container
from novelist.importers.pandoc.docx_languages import BODY, STYLES, with_languages
from novelist.importers.pandoc.docx_ruby import linked
from novelist.importers.pandoc.properties import language_in

_TEXTS: Final = (BODY, "word/footnotes.xml", "word/endnotes.xml")


@contextmanager
def readable_copy(path: Path, container: Container) -> Iterator[Path]:
    """The document as pandoc can read it: itself, or a copy that is gone afterwards."""
    changed = _changed(container)
    if not changed:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="novelist-") as folder:
        copy = Path(folder) / "document.docx"
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name in container.names:
                archive.writestr(name, changed.get(name) or container.read(name))
        yield copy


def _changed(container: Container) -> dict[str, bytes]:
    """The parts that pandoc is given otherwise than they are."""
    given = {name: data for name in _TEXTS if (data := container.read(name))}
    texts = {name: linked(data) for name, data in given.items()}
    languages = with_languages(texts, _styles(container), language_in(container))
    return {name: data for name, data in texts.items() if data is not given[name]} | languages


def _styles(container: Container) -> bytes:
    """What the styles are; without those that are damaged a text is read all the same."""
    try:
        return container.read(STYLES)
    except SourceDamagedError:
        return b""
