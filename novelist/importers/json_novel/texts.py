# SPDX-License-Identifier: MIT
"""Texts in a JSON file: in the form of a library, or the name of a Markdown file beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from novelist.domain.document import EMPTY, SCENE_BREAK, Block, Document
from novelist.domain.document_text import block_from_json
from novelist.domain.enums import ImportFormat
from novelist.errors import DocumentFormatError, SourceEmptyError, SourceError
from novelist.importers.imported import ImportOptions
from novelist.importers.leftovers import Leftovers
from novelist.importers.markdown.reader import read_markdown
from novelist.importers.parts import Part
from novelist.importers.source import open_source
from novelist.progress import Progress

_DEEPEST: Final = 60  # lists and objects in one another; footnotes in footnotes need some
_SUFFIX: Final = ".md"
_LONGEST_NAME: Final = 300  # characters of the name of a file that is named as damaged
_MARKDOWN: Final = ImportOptions(format=ImportFormat.MARKDOWN, encoding="utf-8", split_scenes=False)


def document_of(values: Sequence[Any], name: str, leftovers: Leftovers) -> Document:
    """The document of a list of blocks; one that is none is left out and noted."""
    blocks: list[Block] = []
    for value in values:
        try:
            if not _is_shallow(value, _DEEPEST):
                raise DocumentFormatError(len(blocks), "nested too deep")
            blocks.append(block_from_json(value))
        except DocumentFormatError:
            leftovers.damage(Part.TEXT, name)
    return Document(tuple(blocks))


def document_in_file(folder: Path, name: str, leftovers: Leftovers, progress: Progress) -> Document:
    """The text of a Markdown file in that folder and no other; noted where there is none."""
    path = folder / name
    try:
        is_there = path.is_file() and not path.is_symlink()
    except OSError:  # no system has names of that length
        is_there = False
    if path.parent != folder or path.suffix != _SUFFIX or not is_there:
        leftovers.damage(Part.FILE, name[:_LONGEST_NAME])
        return EMPTY
    try:
        novel = read_markdown(open_source(path, _MARKDOWN).text, _MARKDOWN, progress)
    except SourceEmptyError:
        return EMPTY
    except SourceError:
        leftovers.damage(Part.FILE, name[:_LONGEST_NAME])
        return EMPTY
    blocks: list[Block] = []
    for document in (item.document for item in novel.walk() if len(item.document)):
        blocks += [Block(SCENE_BREAK)] * bool(blocks) + [*document]
    return Document(tuple(blocks))


def _is_shallow(value: Any, left: int) -> bool:  # noqa: ANN401 - JSON of any form
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return True
    return left > 0 and all(_is_shallow(each, left - 1) for each in value)
