# SPDX-License-Identifier: MIT
"""Bookmarks: marks without a look on the letters of the sentence that a bookmark stands at.

A mark goes where its letters go, through undo, splits, merges, moves and versions, and no letter
is added to the text. The first word has the id; the rest of the sentence has it with a ``+``, and
says where the bookmark stands if nothing is left of that word. Offsets are code points, an atom
counting one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from novelist.domain.document import BOOKMARK, Block, Document, Inline, Marks, Run, normal

SPARE: Final = "+"
"""What ends the value of letters behind the first word."""
_BEFORE: Final = 24  # characters before the place that are shown of it
_AFTER: Final = 80


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a bookmark stands in a text, and the words around."""

    id: str
    block: int
    offset: int
    before: str
    after: str


def bookmark_of(given: Marks) -> str:
    """The id of the bookmark that some marks hold; "" for none."""
    return _value(given).removesuffix(SPARE)


def is_spare(given: Marks) -> bool:
    """Whether these letters are of the sentence of a bookmark, but not of its first word."""
    return _value(given).endswith(SPARE)


def _value(given: Marks) -> str:
    return next((mark.value for mark in given if mark.name == BOOKMARK and not mark.raw), "")


def bookmarks_in(document: Document) -> list[Bookmark]:
    """Every bookmark of a text, in order; of one that stands twice the first place."""
    found: dict[tuple[bool, str], Bookmark] = {}
    for number, block in enumerate(document.blocks):
        offset = 0
        for inline in block.inlines:
            name = bookmark_of(inline.marks)
            key = is_spare(inline.marks), name
            if name and key not in found:
                found[key] = _bookmark(name, number, offset, block)
            offset += _length(inline)
    kept = [
        each for (spare, name), each in found.items() if not spare or (False, name) not in found
    ]
    return sorted(kept, key=lambda each: (each.block, each.offset))


def first_words_in(document: Document) -> set[str]:
    """The bookmarks of whose first words something is in the text."""
    marks = (inline.marks for block in document.blocks for inline in block.inlines)
    return {bookmark_of(each) for each in marks if each and not is_spare(each)} - {""}


def words_around(letters: str, offset: int) -> tuple[str, str]:
    """What stands before and after a place of a paragraph, as much as one line shows."""
    before = letters[max(offset - _BEFORE, 0) : offset]
    if offset > _BEFORE:
        before = "…" + before
    return " ".join(before.split("\n")), " ".join(letters[offset : offset + _AFTER].split("\n"))


def without_bookmarks(document: Document) -> Document:
    """The text as others get it."""
    return without_some(document, None)


def without_carried(first: Document, second: Document) -> Document:
    """``second``, cut off behind ``first``: what began before the cut is there, and there alone."""
    begun = {bookmark.id for bookmark in bookmarks_in(first)}
    return without_some(second, begun) if begun else second


def without_some(document: Document, ids: Iterable[str] | None) -> Document:
    """The text without the bookmarks of these ids, or (None) without any."""
    gone = None if ids is None else frozenset(ids)
    blocks = tuple(_cleared(block, gone) for block in document.blocks)
    if all(new is old for new, old in zip(blocks, document.blocks, strict=True)):
        return document
    return Document(blocks)


def unmarked(block: Block) -> Block:
    """The block without bookmarks."""
    return _cleared(block, None)


def visible(given: Marks) -> Marks:
    """The marks that a reader could see or hear of."""
    return tuple(mark for mark in given if mark.name != BOOKMARK) if given else given


def _cleared(block: Block, gone: frozenset[str] | None) -> Block:
    if not any(_is_gone(inline.marks, gone) for inline in block.inlines):
        return block
    kept: Iterator[Inline] = (
        replace(inline, marks=visible(inline.marks)) if _is_gone(inline.marks, gone) else inline
        for inline in block.inlines
    )
    return normal(replace(block, inlines=tuple(kept)))


def _is_gone(given: Marks, gone: frozenset[str] | None) -> bool:
    if not given:
        return False
    if gone is None:
        return any(mark.name == BOOKMARK for mark in given)
    return bookmark_of(given) in gone


def _bookmark(name: str, number: int, offset: int, block: Block) -> Bookmark:
    letters = "".join(
        inline.text if isinstance(inline, Run) else "\n" if inline.kind == "br" else " "
        for inline in block.inlines
    )
    return Bookmark(name, number, offset, *words_around(letters, offset))


def _length(inline: Inline) -> int:
    return len(inline.text) if isinstance(inline, Run) else 1
