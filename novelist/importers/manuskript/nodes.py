# SPDX-License-Identifier: MIT
"""The outline of a project as both formats have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final
from xml.etree.ElementTree import Element

from novelist.importers.container import Container
from novelist.importers.leftovers import Leftovers
from novelist.importers.manuskript.fields import read_fields
from novelist.importers.nodes import Node, value_of
from novelist.importers.projects import text_in

_OUTLINE: Final = "outline/"
_FOLDER_FILE: Final = "folder.txt"
_NUMBER: Final = re.compile(r"(\d{1,9})-")
_DEEPEST: Final = 40  # folders in folders; what is deeper is read as if it stood there


def nodes_of_files(files: Container, leftovers: Leftovers) -> list[Node]:
    """The outline of format 1, where folders and files are named by their places."""
    top = Node([], is_folder=True)
    folders: dict[tuple[str, ...], Node] = {(): top}
    for name in sorted((each for each in files.names if _is_outline(each)), key=_place):
        parts = PurePosixPath(name).parts[1:]
        node = folders.get(parts[:-1]) or _make_folder(folders, parts[:-1])
        fields, text = read_fields(text_in(files, name, leftovers))
        if parts[-1].casefold() == _FOLDER_FILE:
            node.fields, node.text = fields, text
        else:
            if not value_of(fields, "title"):
                fields.append(("title", _title(parts[-1])))
            node.children.append(Node(fields, text))
    return top.children


def nodes_of_xml(root: Element) -> list[Node]:
    """The outline of format 0, whose items say all in attributes."""
    return [_node_of(child) for child in root.iterfind("outlineItem")]


def _node_of(element: Element) -> Node:
    said = [
        (key, value) for key, value in element.attrib.items() if key not in ("text", "lastPath")
    ]
    return Node(
        said,
        element.get("text", ""),
        element.get("type") == "folder",
        [_node_of(child) for child in element.iterfind("outlineItem")],
    )


def _is_outline(name: str) -> bool:
    suffix = PurePosixPath(name).suffix.casefold()
    return name.startswith(_OUTLINE) and suffix in (".md", ".txt", ".t2t", ".html")


def _place(name: str) -> tuple[tuple[int, str], ...]:
    """Where a file stands among all: each step by its number, a folder's own file first."""
    return tuple(_step(part) for part in PurePosixPath(name).parts[1:])


def _step(part: str) -> tuple[int, str]:
    found = _NUMBER.match(part)
    if part.casefold() == _FOLDER_FILE:
        return (-1, "")
    return (int(found[1]) if found else 10**9, part)


def _make_folder(folders: dict[tuple[str, ...], Node], parts: Sequence[str]) -> Node:
    """The folder of that path, with those around it."""
    at: tuple[str, ...] = ()
    node = folders[()]
    for part in parts:
        above, at = node, (*at, part)
        if at in folders:
            node = folders[at]
            continue
        if len(at) > _DEEPEST:
            return node
        node = Node([("title", _title(part))], is_folder=True)
        above.children.append(node)
        folders[at] = node
    return node


def _title(part: str) -> str:
    """What a file without a title is called."""
    found = _NUMBER.match(part)
    bare = part[found.end() :] if found else part
    return PurePosixPath(bare).stem.replace("_", " ")
