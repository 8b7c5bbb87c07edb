# SPDX-License-Identifier: MIT
"""The outline of a text whose chapters are told by the levels of its headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from novelist.domain.document import HEADING, SCENE_BREAK, Block, Document, Run
from novelist.domain.enums import ItemKind
from novelist.importers.imported import ImportedItem, ImportWarning, WarningKind
from novelist.importers.plain.headings import Rank, heading_of
from novelist.importers.plain.layout import Group

_OUTSIDE: Final = (ItemKind.NOTE, ItemKind.FOLDER)
_HOLDERS: Final[Mapping[ItemKind, tuple[ItemKind, ...]]] = {
    ItemKind.CHAPTER: (ItemKind.PART,),
    ItemKind.SCENE: (ItemKind.CHAPTER, ItemKind.PART),
}
"""What holds an item that does not say where it stands; the others stand at the top."""
_DEEPEST: Final = 50  # a file that says otherwise would nest without end
_LEVELS_IN_TEXT: Final = 4
_ORDER: Final = (ItemKind.PART, ItemKind.CHAPTER, ItemKind.SCENE)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of the outline; ``level`` is 1 for the highest, 0 where none is printed.

    ``kind`` and ``depth`` are what the file says of the item, None where it says nothing.
    """

    level: int
    text: str
    kind: ItemKind | None = None
    depth: int | None = None
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Boundary:
    """A break between two scenes that is no block."""


Event: TypeAlias = Title | Boundary | Block


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
        kind = title.kind or self._levels[title.level]
        excluded = title.is_excluded or kind in _OUTSIDE
        item = ImportedItem(kind, title.text, in_manuscript=not excluded)
        given = self._depth(kind) if title.depth is None else title.depth
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


def levels_of(headings: Sequence[Title]) -> dict[int, ItemKind]:
    """What the headings of each level are; levels that are missing are those of the text."""
    used = sorted({each.level for each in headings})[: len(_ORDER)]
    if len(used) == 1:
        return _filled({used[0]: ItemKind.CHAPTER})
    if len(used) == 2 and not (used == [1, 2] and not _are_chapters(headings, used[0])):
        return _filled(dict(zip(used, _ORDER[1:], strict=True)))
    return _filled(dict(zip(used, _ORDER, strict=False)))


def _filled(levels: dict[int, ItemKind]) -> dict[int, ItemKind]:
    """The same with the levels between, so that every heading above the text is something."""
    for level in range(max(levels, default=0), 0, -1):
        levels.setdefault(level, levels.get(level + 1, ItemKind.CHAPTER))
    return levels


def _are_chapters(headings: Sequence[Title], level: int) -> bool:
    """Whether most headings of a level are called chapters, of those that may be something else."""
    titles = [each.text for each in headings if each.level == level and each.kind is None]
    found = [heading_of(Group((title,), 0, 0)) for title in titles if title.strip()]
    chapters = sum(1 for heading in found if heading and heading.rank is Rank.CHAPTER)
    return chapters * 2 > len(titles)


def chaptered(items: list[ImportedItem], warnings: list[ImportWarning]) -> list[ImportedItem]:
    """A text without headings is one chapter."""
    if any(item.kind is not ItemKind.SCENE for item in items):
        return items
    warnings.append(ImportWarning(WarningKind.NO_CHAPTERS))
    return [ImportedItem(ItemKind.CHAPTER, children=items)]


def outlined(
    events: Sequence[Event], *, split_scenes: bool, has_title: bool = False
) -> tuple[str, list[ImportedItem], list[ImportWarning]]:
    """The title of the book, where its first heading is that; its items; and what to warn of.

    ``has_title``: the file names the book elsewhere, and all headings are of its text. Of a file
    whose headings say no more than their levels: the upper ones are parts, chapters and scenes,
    the others stay in the text.
    """
    warnings: list[ImportWarning] = []
    title, rest = ("", events) if has_title else _book_title(events)
    levels = levels_of([each for each in rest if isinstance(each, Title) and each.level])
    lowest = max(levels, default=0)
    builder = OutlineBuilder(levels, split_scenes=split_scenes)
    for event in rest:
        is_of_text = isinstance(event, Title) and event.level > lowest
        builder.add(_in_text(event, lowest) if is_of_text else event)
    return title, chaptered(builder.finish(), warnings), warnings


def _book_title(events: Sequence[Event]) -> tuple[str, Sequence[Event]]:
    """The only heading of the highest level names the book, where nothing stands before it."""
    titles = [each for each in events if isinstance(each, Title) and each.level]
    first = events[0] if events else None
    if not isinstance(first, Title) or not first.level or len(titles) < 2:
        return "", events
    if any(each.level <= first.level for each in titles[1:]):
        return "", events
    return first.text, events[1:]


def _in_text(event: Event, lowest: int) -> Block:
    assert isinstance(event, Title)
    level = min(event.level - lowest, _LEVELS_IN_TEXT)
    return Block(HEADING, (Run(event.text),) if event.text else (), {"level": level})
