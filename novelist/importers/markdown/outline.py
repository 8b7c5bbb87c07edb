# SPDX-License-Identifier: MIT
"""Builds the items of a Markdown file: what each heading is and where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from novelist.domain.document import SCENE_BREAK, Block, Document
from novelist.domain.enums import ItemKind
from novelist.domain.markdown_dialect import DEPTH_KEY, EXCLUDED_CLASS, ITEM_CLASSES
from novelist.importers.imported import ImportedItem
from novelist.importers.markdown.blocks import Boundary, Event, Title

_KINDS: Final = {name: kind for kind, name in ITEM_CLASSES.items()}
_OUTSIDE: Final = (ItemKind.NOTE, ItemKind.FOLDER)
_HOLDERS: Final[Mapping[ItemKind, tuple[ItemKind, ...]]] = {
    ItemKind.CHAPTER: (ItemKind.PART,),
    ItemKind.SCENE: (ItemKind.CHAPTER, ItemKind.PART),
}
"""What holds an item that does not say where it stands; the others stand at the top."""
_DEEPEST: Final = 50  # a file that says otherwise would nest without end


class OutlineBuilder:
    """Takes the events of a file in order; ``items`` are the items at the top."""

    def __init__(self, levels: Mapping[int, ItemKind], *, split_scenes: bool) -> None:
        self.items: list[ImportedItem] = []
        self._levels = levels
        self._split_scenes = split_scenes
        self._open: list[ImportedItem] = []  # one at each depth, the last may be a text
        self._text: ImportedItem | None = None
        self._blocks: list[Block] = []

    def add(self, event: Event) -> None:
        """A heading, a thematic break or a block."""
        if isinstance(event, Title):
            self._begin(event)
        elif isinstance(event, Boundary):
            self._break()
        else:
            self._add_block(event)

    def finish(self) -> list[ImportedItem]:
        """All items, when the file is at its end."""
        self._close()
        return self.items

    def _begin(self, title: Title) -> None:
        self._close()
        kinds = [_KINDS[name] for name in title.attributes.classes if name in _KINDS]
        kind = kinds[0] if kinds else self._levels[title.level]
        excluded = EXCLUDED_CLASS in title.attributes.classes or kind in _OUTSIDE
        depth = title.attributes.values.get(DEPTH_KEY)
        item = ImportedItem(kind, title.text, in_manuscript=not excluded)
        given = depth if type(depth) is int and depth >= 0 else self._depth(kind)
        self._place(item, min(given, _DEEPEST))

    def _depth(self, kind: ItemKind) -> int:
        for holder in _HOLDERS.get(kind, ()):
            for depth in range(len(self._open) - 1, -1, -1):
                if self._open[depth].kind is holder:
                    return depth + 1
        return 0

    def _place(self, item: ImportedItem, depth: int) -> None:
        """Put an item at a depth, or as near below as there is something that holds others."""
        del self._open[depth:]
        while self._open and not self._open[-1].kind.is_container:
            self._open.pop()
        siblings = self._open[-1].children if self._open else self.items
        siblings.append(item)
        self._open.append(item)
        self._text = item if item.kind.has_text else None

    def _break(self) -> None:
        """The end of a scene; before the first words of one it means nothing."""
        if self._text is None:
            return
        if self._text.kind is ItemKind.SCENE and self._split_scenes:
            self._close()
        else:
            self._blocks.append(Block(SCENE_BREAK))

    def _add_block(self, block: Block) -> None:
        if self._text is None:
            self._place(ImportedItem(ItemKind.SCENE), self._depth(ItemKind.SCENE))
        self._blocks.append(block)

    def _close(self) -> None:
        if self._text is not None:
            self._text.document = Document(tuple(self._blocks))
        self._text = None
        self._blocks = []
