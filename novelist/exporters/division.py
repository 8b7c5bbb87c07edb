# SPDX-License-Identifier: MIT
"""How a manuscript is divided: into files, and within them by scene breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from novelist.domain.document import SCENE_BREAK
from novelist.domain.enums import ItemKind
from novelist.domain.manuscript import HEADED, ManuscriptItem

_TITLE_ORDER = (ItemKind.CHAPTER, ItemKind.FRONT, ItemKind.BACK, ItemKind.PART, ItemKind.FOLDER)


@dataclass(frozen=True, slots=True)
class Piece:
    """The items of one file; never empty."""

    items: tuple[ManuscriptItem, ...]

    def title(self, language: str) -> str:
        """What the file is called: its chapter, or else its part, or else its first text."""
        for kind in _TITLE_ORDER:
            for item in self.items:
                if item.kind is kind:
                    return item.title.strip() or item.heading(language)
        return self.items[0].title


def divide(items: Iterable[ManuscriptItem]) -> list[Piece]:
    """One piece a chapter, and one for each stretch of text outside chapters.

    The heading of a part stands in the piece of its first chapter.
    """
    pieces: list[list[ManuscriptItem]] = []
    for item in items:
        if pieces and not _begins_piece(pieces[-1], item):
            pieces[-1].append(item)
        else:
            pieces.append([item])
    return [Piece(tuple(piece)) for piece in pieces]


def _begins_piece(piece: Sequence[ManuscriptItem], item: ManuscriptItem) -> bool:
    last = piece[-1]
    if item.kind is ItemKind.CHAPTER:
        return last.kind is not ItemKind.PART or item.depth <= last.depth
    if item.kind in HEADED:
        return True
    if last.kind in (ItemKind.FRONT, ItemKind.BACK):
        return True
    # A text that does not lie inside the chapter before it stands in a file of its own.
    inside = next((each for each in reversed(piece) if each.kind in HEADED), None)
    return inside is not None and item.depth <= inside.depth


def with_breaks(items: Iterable[ManuscriptItem]) -> Iterator[tuple[ManuscriptItem, bool]]:
    """Each item, and whether a scene break stands before it.

    It does between two texts without a heading between them, unless the writer has set one there.
    """
    before: ManuscriptItem | None = None
    for item in items:
        if item.is_headed:
            before = None
            yield item, False
        elif not len(item.document):
            yield item, False
            continue
        else:
            yield item, before is not None and not _has_own_break(before, item)
        before = item if len(item.document) else before


def _has_own_break(before: ManuscriptItem, after: ManuscriptItem) -> bool:
    ends = before.document.blocks[-1], after.document.blocks[0]
    return any(block.kind == SCENE_BREAK for block in ends)
