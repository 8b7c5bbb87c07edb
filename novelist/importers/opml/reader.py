# SPDX-License-Identifier: MIT
"""An OPML file: each row an item, its note the synopsis."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from novelist.errors import SourceDamagedError, SourceEmptyError, UnknownFormatError
from novelist.importers.imported import ImportedNovel, ImportOptions
from novelist.importers.node_outline import OutlineReader
from novelist.importers.nodes import Node
from novelist.importers.source import read_file
from novelist.importers.xml_reading import XmlError, child_text, parse_xml
from novelist.progress import Progress

_NAMES: Final = {"text": "title", "_note": "summaryFull", "type": "kind", "title": "name"}
_OUT: Final = "isComment"


def read_opml(path: Path, options: ImportOptions, progress: Progress) -> ImportedNovel:
    """The outline of a novel: rows in rows are parts and chapters, the innermost scenes.

    Where no row holds another, each is a chapter.
    """
    root = _root_of(path)
    head, body = root.find("head"), root.find("body")
    nodes = [] if body is None else list(_nodes(body))
    if not nodes:
        raise SourceEmptyError(path)
    for node in nodes:
        node.is_folder = True  # what stands at the top is no scene
    items = OutlineReader(progress).read(nodes)
    about = Element("head") if head is None else head
    title, author = child_text(about, "title"), child_text(about, "ownerName")
    return ImportedNovel(title, author, items=items)


def _root_of(path: Path) -> Element:
    data = read_file(path)
    try:
        root = parse_xml(data)
    except XmlError as error:
        raise SourceDamagedError(path, str(error)) from error
    if root.tag != "opml":
        raise UnknownFormatError(path, root.tag)
    return root


def _nodes(element: Element) -> Iterator[Node]:
    for row in element.iterfind("outline"):
        said = [
            (_NAMES.get(key, key), value)
            for key, value in row.items()
            if key != _OUT and not (key == "title" and value == row.get("text"))
        ]
        if row.get(_OUT) == "true":
            said.append(("compile", "0"))
        inside = list(_nodes(row))
        yield Node(said, is_folder=bool(inside), children=inside)
