# SPDX-License-Identifier: MIT
"""Taking back a split or a merge of texts that were written in since: nothing typed is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from novelist.domain.bookmarks import without_carried
from novelist.domain.document import Block, Document, Run, normal
from novelist.domain.outline import merge_documents, split_document


def cut(document: Document, block: int, offset: int) -> tuple[Document, Document]:
    """``split_document``, without the spaces that stood where it went through a paragraph.

    A bookmark that stands before the cut stays there alone.
    """
    first, second = split_document(document, block, offset)
    second = without_carried(first, second)
    if len(first) + len(second) == len(document):
        return first, second
    left, right = _trimmed(first.blocks[-1], end=True), _trimmed(second.blocks[0], end=False)
    return Document((*first.blocks[:-1], left)), Document((right, *second.blocks[1:]))


def _trimmed(block: Block, *, end: bool) -> Block:
    inlines, at = list(block.inlines), -1 if end else 0
    while inlines and isinstance(run := inlines[at], Run):
        text = run.text.rstrip() if end else run.text.lstrip()
        if text:
            inlines[at] = replace(run, text=text)
            break
        del inlines[at]
    return normal(replace(block, inlines=tuple(inlines)))


def _dropped(whole: Document, halves: Sequence[Document]) -> str:
    """The spaces that a cut took away."""
    text = whole.blocks[len(halves[0]) - 1].plain_text
    left, right = halves[0].blocks[-1].plain_text, halves[1].blocks[0].plain_text
    between = text[len(left) : len(text) - len(right)]
    return between if between.isspace() and text == left + between + right else ""


def rejoin(whole: Document, halves: Sequence[Document], now: Sequence[Document]) -> Document:
    """``whole`` was cut into ``halves``, which are ``now`` other texts: those as one text again.

    Where the cut went through a paragraph, and both its ends are still there, they are one again.
    """
    first, second = now
    if len(whole) < sum(len(half) for half in halves) and first.blocks and second.blocks:
        left, right = first.blocks[-1], second.blocks[0]
        if (left.kind, left.attrs) == (right.kind, right.attrs):
            parted = left.plain_text[-1:].isspace() or right.plain_text[:1].isspace()
            space = Run("" if parted else _dropped(whole, halves))
            seam = normal(replace(left, inlines=(*left.inlines, space, *right.inlines)))
            return Document((*first.blocks[:-1], seam, *second.blocks[1:]))
    return merge_documents(now)


def part(texts: Sequence[Document], now: Document) -> list[Document] | None:
    """``texts`` were appended to one, which is ``now`` another text: its parts again.

    None where a change reaches over the end of one, so that nobody can tell whose it is.
    """
    merged = merge_documents(texts).blocks
    changes = SequenceMatcher(None, _keys(merged), _keys(now.blocks), autojunk=False)
    ends, end = [0], 0
    for text in texts[:-1]:
        end += len(text)
        place = _follow(end, changes.get_opcodes())
        if place is None:
            return None
        ends.append(place)
    ends.append(len(now))
    return [Document(now.blocks[a:b]) for a, b in pairwise(ends)]


def _keys(blocks: Sequence[Block]) -> list[str]:
    return [repr(block) for block in blocks]


def _follow(place: int, changes: Sequence[tuple[str, int, int, int, int]]) -> int | None:
    """Where a place between two old blocks is now; None where what stood there was rewritten."""
    if place == 0:
        return 0
    for kind, old, old_end, new, _new_end in changes:
        if kind == "equal" and old < place <= old_end:  # right after a block that is still there
            return new + place - old
        if kind == "equal" and place == old:
            return new
    return None
