# SPDX-License-Identifier: MIT
"""The nodes of an outline to parts, chapters and scenes.

A folder without folders in it is a chapter, one with folders a part. Parts hold no parts here: one
inside another follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from novelist.domain.document import EMPTY, Document
from novelist.domain.entities import EntityField
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem, ImportedVersion
from novelist.importers.named_lines import joined
from novelist.importers.nodes import Node
from novelist.importers.settling import target_of
from novelist.progress import Progress

_KNOWN: Final = frozenset(
    {
        "title", "id", "type", "summarysentence", "summaryfull", "pov", "notes", "label", "status",
        "compile", "setgoal", "charcount", "wordcount", "goal", "goalpercentage", "customicon",
        "lastpath", "textformat", "revisions",
    }
)  # fmt: skip


def _same(text: str) -> str:
    return text


def _no_document(node: Node) -> Document:
    return EMPTY


def _no_versions(node: Node) -> list[ImportedVersion]:
    return []


@dataclass(frozen=True, slots=True)
class NodeWords:
    """How a format's fields and texts are understood; the usual is to take them as they are."""

    document: Callable[[Node], Document] = _no_document
    said: Callable[[str], str] = _same
    viewpoint: Callable[[str], str] = _same
    status: Callable[[str], str] = _same
    label: Callable[[str], str] = _same
    versions: Callable[[Node], list[ImportedVersion]] = _no_versions


class OutlineReader:
    """Makes items of nodes; ``items`` are those at the top."""

    def __init__(self, progress: Progress, words: NodeWords | None = None) -> None:
        self.items: list[ImportedItem] = []
        self._words = words or NodeWords()
        self._progress = progress
        self._read = self._count = 0

    def read(self, nodes: Sequence[Node]) -> list[ImportedItem]:
        """The items of an outline."""
        self._count = sum(1 for node in nodes for _ in node.walk())
        for node in nodes:
            self._add(node, None, is_out=False)
        return self.items

    def _add(self, node: Node, above: ImportedItem | None, *, is_out: bool) -> None:
        self._read += 1
        self._progress(self._read / (self._count + 1))
        is_part = any(child.is_folder for child in node.children)
        kind = ItemKind.PART if is_part else ItemKind.CHAPTER
        item = self._item(node, kind if node.is_folder or node.children else ItemKind.SCENE)
        item.in_manuscript = item.in_manuscript and not is_out
        self._place(item, above)
        if item.kind is not ItemKind.SCENE:
            self._add_own_text(item, node)
        for child in node.children:
            self._add(child, item, is_out=not item.in_manuscript)

    def _place(self, item: ImportedItem, above: ImportedItem | None) -> None:
        """In what holds it, unless another part has begun since."""
        last = self.items[-1:]
        still_open = [*last, *(child for each in last for child in each.children)]
        if above is not None and item.kind is not ItemKind.PART and _is_one(above, still_open):
            above.children.append(item)
        else:
            self.items.append(item)

    def _add_own_text(self, item: ImportedItem, node: Node) -> None:
        """The text of a folder is its first scene."""
        document = self._words.document(node)
        if document:
            scene = ImportedItem(ItemKind.SCENE, document=document)
            scene.in_manuscript = item.in_manuscript
            item.children.append(scene)

    def _item(self, node: Node, kind: ItemKind) -> ImportedItem:
        said = self._words.said
        others = [(key, value) for key, value in node.fields if key.casefold() not in _KNOWN]
        pov = node.value("POV")
        viewpoint = self._words.viewpoint(pov) if pov else ""
        own = [("POV", viewpoint), *((key, said(value)) for key, value in others)]
        item = ImportedItem(
            kind,
            node.value("title"),
            in_manuscript=node.value("compile") != "0",
            synopsis=said(joined(node.value("summarySentence"), node.value("summaryFull"))),
            notes=said(node.value("notes")).strip("\n"),
            status=self._words.status(node.value("status")),
            label=self._words.label(node.value("label")),
            target=target_of(node.value("setGoal")),
            fields=[EntityField(key, value) for key, value in own if value.strip()],
        )
        if kind is ItemKind.SCENE:
            item.document = self._words.document(node)
            item.versions = self._words.versions(node)
        return item


def _is_one(item: ImportedItem, items: Sequence[ImportedItem]) -> bool:
    """Whether it is one of the items itself, not one that says the same."""
    return any(each is item for each in items)
