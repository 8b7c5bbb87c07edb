# SPDX-License-Identifier: MIT
"""Taking back a split or a merge of texts that were written in since: nothing typed is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from novelist.domain.document import Block, Document, normal
from novelist.domain.outline import merge_documents


def rejoin(whole: Document, halves: Sequence[Document], now: Sequence[Document]) -> Document:
    """``whole`` was cut into ``halves``, which are ``now`` other texts: those as one text again.

    Where the cut went through a paragraph, and both its ends are still there, they are one again.
    """
    first, second = now
    if len(whole) < sum(len(half) for half in halves) and first.blocks and second.blocks:
        left, right = first.blocks[-1], second.blocks[0]
        if (left.kind, left.attrs) == (right.kind, right.attrs):
            seam = normal(replace(left, inlines=(*left.inlines, *right.inlines)))
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
